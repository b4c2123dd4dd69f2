import ChildProcess
import CodexClient
import EventLoop
import JSONRPC
import Synchronization
import Testing

/// A transport to a shell script, on the process's own loop, and what it has received.
final class TransportRig: Sendable {
    let transport: StdioTransport
    private let received: Received

    private final class Received: Sendable {
        let messages = Mutex<[IncomingMessage]>([])
        let mirrored = Mutex<[MirroredLine]>([])
    }

    init(_ script: String, _ change: (inout StdioTransport.Options) -> Void = { _ in }) throws {
        let received = Received()
        self.received = received
        var options = StdioTransport.Options(
            command: Command("/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"]))
        options.stop = StopLadder.Durations(
            endOfFile: .seconds(600), terminate: .seconds(600), kill: .seconds(600))
        options.mirror = { line in received.mirrored.withLock { $0.append(line) } }
        change(&options)
        transport = StdioTransport(options, on: try SharedLoop.shared()) { message in
            received.messages.withLock { $0.append(message) }
        }
    }

    /// Started.
    static func running(
        _ script: String, _ change: (inout StdioTransport.Options) -> Void = { _ in }
    ) async throws -> TransportRig {
        let rig = try TransportRig(script, change)
        try await rig.transport.start()
        return rig
    }

    var messages: [IncomingMessage] { received.messages.withLock { $0 } }
    var sent: [String] { mirrored(.sent) }

    private func mirrored(_ direction: MirroredLine.Direction) -> [String] {
        received.mirrored.withLock { lines in
            lines.filter { $0.direction == direction }.map { String(decoding: $0.bytes, as: UTF8.self) }
        }
    }

    func ask(_ method: String = "ask", timeout: Duration = .seconds(60)) async throws(TransportError) -> String {
        switch try await transport.request(method, params: nil, timeout: timeout) {
        case .result(let bytes): String(decoding: bytes, as: UTF8.self)
        case .error(let bytes): "error " + String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// Waits until `condition`: a minute in looks, not by the clock. Where other tests keep all threads of the pool busy, this
/// one may not come to look for a minute.
func eventually(_ condition: () async throws -> Bool) async throws {
    for _ in 0..<12_000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    try #require(Bool(false), "it did not happen in a minute")
}

extension TransportError {
    /// What `body` failed with; nil when it did not.
    static func of<T>(_ body: () async throws -> T) async -> TransportError? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? TransportError
        }
    }
}
