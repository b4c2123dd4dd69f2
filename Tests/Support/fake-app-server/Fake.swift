import Glibc
import JSONRPC

/// The server: answers what an app-server would, in the fewest words, and performs steps.
///
/// - `initialize`, `thread/start`, `thread/resume`: as codex does. Its threads are `<worker>-<life>-1`, …
/// - `fake/do {steps}`: performs the steps, then answers `{}`, unless a step has answered.
/// - anything else: answers `{worker, life, method, params}`.
/// - an answer to one of its own requests: tells its bytes as notification `fake/answered {id, line}`.
final class Fake {
    let worker: String
    let life: Int
    let version: String
    let record: CInt?
    var threads = 0
    /// Methods that get no answer.
    var muted: Set<String> = []
    /// Methods that get an error, each with its message.
    var refused: [String: JSON] = [:]
    /// Methods that are too much for now, and how often yet.
    var overloads: [String: Int64] = [:]
    var ignoresEnd = false
    /// The request that is being performed, until it is answered.
    var current: JSON?

    init(worker: String, life: Int, version: String, record: CInt?) {
        self.worker = worker
        self.life = life
        self.version = version
        self.record = record
    }

    func serve() -> Never {
        var buffer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(STDIN_FILENO, &chunk, chunk.count), count != 0 {
            guard count > 0 else {
                if errno == EINTR { continue }
                break
            }
            if let record { _ = write(record, chunk, count) }
            buffer += chunk[..<count]
            while let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                take(Array(buffer[..<end]))
                buffer.removeSubrange(...end)
            }
        }
        while ignoresEnd { pause() }
        exit(0)
    }

    private func take(_ line: [UInt8]) {
        guard let message = try? JSON(parsing: line), let id = message["id"] else { return }
        guard let method = message["method"]?.stringValue else {
            return say([
                "method": "fake/answered",
                "params": ["id": id, "line": .string(String(decoding: line, as: UTF8.self))],
            ])
        }
        guard !muted.contains(method) else { return }
        if let message = refused[method] {
            return say(["id": id, "error": ["code": -32600, "message": message]])
        }
        if let left = overloads[method], left > 0 {
            overloads[method] = left - 1
            return say(["id": id, "error": ["code": -32001, "message": "Server overloaded; retry later."]])
        }
        let params = message["params"] ?? [:]
        current = id
        switch method {
        case "initialize":
            answer([
                "userAgent": .string("bosun/\(version) (fake)"), "codexHome": "/", "platformFamily": "unix",
                "platformOs": "linux",
            ])
        case "thread/start":
            threads += 1
            let thread: JSON = ["id": .string("\(worker)-\(life)-\(threads)"), "cwd": params["cwd"] ?? "/"]
            say(["method": "thread/started", "params": ["thread": thread]])
            answer(["thread": thread])
        case "thread/resume": answer(["thread": ["id": params["threadId"] ?? .null]])
        case "fake/do":
            perform(params["steps"] ?? [])
            answer([:])
        default:
            answer([
                "worker": .string(worker), "life": .integer(Int64(life)), "method": .string(method), "params": params,
            ])
        }
    }

    /// Answers the current request, once.
    func answer(_ result: JSON) {
        guard let id = current else { return }
        current = nil
        say(["id": id, "result": result])
    }

    func say(_ message: JSON) {
        put(message.serialized() + [UInt8(ascii: "\n")])
    }

    func put(_ bytes: [UInt8], to descriptor: CInt = STDOUT_FILENO) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
