import ChildProcess
import EventLoop
import Glibc
import TestSupport
import Testing

@testable import Daemon

/// `deploy/bosun.service` stays true.
@Suite struct UnitFileTests {
    private let path: String = {
        let directories = #filePath.split(separator: "/").dropLast(3)
        return "/" + directories.joined(separator: "/") + "/deploy/bosun.service"
    }()

    private func settings() throws -> [String: String] {
        let text = String(decoding: try TextFile.read(path), as: UTF8.self)
        var settings: [String: String] = [:]
        var section = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                section = String(line)
                continue
            }
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw TestFailure("no setting: \(line)") }
            settings["\(section)\(parts[0])"] = parts[1]
        }
        return settings
    }

    @Test func itSaysWhatTheDaemonDoes() throws {
        let settings = try settings()
        #expect(settings["[Service]Type"] == "notify" && settings["[Service]NotifyAccess"] == "main")
        #expect(settings["[Service]KillMode"] == "mixed" && settings["[Service]OOMPolicy"] == "continue")
        #expect(settings["[Service]Restart"] == "on-failure" && settings["[Unit]StartLimitIntervalSec"] == "0")
        #expect(settings["[Service]ExecReload"]?.hasSuffix("/bosun reload") == true)
        let watchdog = try #require(settings["[Service]WatchdogSec"].flatMap { Int($0) })
        // The daemon's own start does nothing that takes so long.
        #expect(watchdog >= 10)
        // The daemon ends its workers within 20 s.
        #expect(try #require(settings["[Service]TimeoutStopSec"].flatMap { Int($0) }) > 20)
        #expect(settings["[Service]ExecStart"] == "/usr/local/bin/bosun serve --config /etc/bosun/bosun.toml")
        // The default directories of root's daemon.
        #expect(settings["[Service]RuntimeDirectory"] == "bosun" && settings["[Service]StateDirectory"] == "bosun")
        #expect(settings["[Service]RuntimeDirectoryPreserve"] == "restart")
        #expect(settings["[Install]WantedBy"] == "multi-user.target")
    }

    /// With a program that exists, since systemd looks for it.
    @Test(.enabled(if: access("/usr/bin/systemd-analyze", X_OK) == 0, "no systemd-analyze"))
    func systemdUnderstandsIt() throws {
        let directory = try TemporaryDirectory()
        let text = String(decoding: try TextFile.read(path), as: UTF8.self)
            .replacing("=/usr/local/bin/bosun ", with: "=/bin/true ")
        let unit = try directory.write("bosun.service", Array(text.utf8), mode: 0o644)
        let child = try ChildProcess.spawn(
            Command(
                "/usr/bin/systemd-analyze", arguments: ["verify", "--man=no", unit],
                environment: ["PATH": "/usr/bin:/bin"], hasNullInput: true))
        var said = ""
        var chunk = [UInt8](repeating: 0, count: 4_096)
        guard let errors = child.stderr?.rawValue else { throw TestFailure("no stderr") }
        while true {
            var wanted = pollfd(fd: errors, events: Int16(POLLIN), revents: 0)
            guard poll(&wanted, 1, 60_000) == 1 else { throw TestFailure("systemd-analyze says nothing") }
            let count = read(errors, &chunk, chunk.count)
            guard count > 0 else { break }
            said += String(decoding: chunk[..<count], as: UTF8.self)
        }
        var status = child.reap()
        while status == nil {
            usleep(2_000)
            status = child.reap()
        }
        #expect(status == .exited(code: 0), "\(said)")
        #expect(!said.contains("bosun.service"), "\(said)")
    }
}
