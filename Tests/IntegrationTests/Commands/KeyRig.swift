import Foundation
import JSONRPC
import TestSupport

/// Daemons one after the other on the same directories, whose fakes write down all that they read.
final class KeyRig {
    let directory: TemporaryDirectory
    private let record: String
    private var command: [String]?

    init() throws {
        directory = try TemporaryDirectory()
        record = try directory.directory("in")
    }

    /// - Parameter lives: What workers do at their starts, over all daemons; only the first one's count.
    func start(_ lives: [[JSON]] = [[]], workers: Int = 1) throws -> BusClient {
        var options = DaemonProcess.Options()
        options.directory = directory
        options.workers = workers
        let command = try command ?? FakeAppServer.command(lives: lives, recordingIn: record, in: directory)
        self.command = command
        return try BusClient(DaemonProcess(command, options))
    }

    /// How often any worker of any daemon has read a request with that `n` in its params.
    func count(_ n: String) throws -> Int { try counts()[n] ?? 0 }

    func counts() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: record) {
            let text = String(decoding: directory.read("in/\(name)") ?? [], as: UTF8.self)
            for match in text.matches(of: /"n":"([^"]+)"/) { counts[String(match.output.1), default: 0] += 1 }
        }
        return counts
    }
}

extension Reply {
    /// What a later command with the same key has to get, too.
    var outcome: String { "\(result?.description ?? "") \(error?.description ?? "")" }
}
