import Dispatch
import Glibc

/// A client on a plain blocking socket, so that a test decides every byte and sees how an answer ended.
struct HTTPClient {
    let port: UInt16

    struct Reply: Sendable {
        let status: Int
        let body: [UInt8]
        /// False when the connection ended before the answer did.
        let isWhole: Bool

        var text: String { String(decoding: body, as: UTF8.self) }

        /// The `data:` lines of the events of that type.
        func events(_ type: String) -> [String] {
            text.split(separator: "\n\n").compactMap { event in
                let prefix = "event: \(type)\ndata: "
                return event.hasPrefix(prefix) ? String(event.dropFirst(prefix.count)) : nil
            }
        }

        var deltaCount: Int { events("response.output_text.delta").count }
    }

    enum Failure: Error {
        case noConnection(errno: CInt)
        case noReply
    }

    /// Posts what codex would: `message` as the last user message, then the outputs of the turn's calls.
    func ask(_ message: String, outputs: [String] = []) async throws -> Reply {
        try await exchange(Self.post(Self.body(message, outputs: outputs)))
    }

    /// On a thread that may block.
    func exchange(_ request: [UInt8]) async throws -> Reply {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        let connection = try Connection(port: port)
                        connection.send(request)
                        return try connection.reply()
                    })
            }
        }
    }

    static func body(_ message: String, outputs: [String] = []) -> String {
        var items = [
            #"{"type":"message","role":"developer","content":[{"type":"input_text","text":"[[stub fail=500]]"}]}"#,
            #"{"type":"message","role":"user","content":[{"type":"input_text","text":\#(quoted(message))}]}"#,
        ]
        for output in outputs {
            items.append(#"{"type":"function_call","call_id":"call_1","name":"exec_command","arguments":"{}"}"#)
            items.append(#"{"type":"function_call_output","call_id":"call_1","output":\#(quoted(output))}"#)
        }
        return #"{"model":"gpt-5","stream":true,"input":[\#(items.joined(separator: ","))]}"#
    }

    static func post(_ body: String, to path: String = "/v1/responses") -> [UInt8] {
        let head = "POST \(path) HTTP/1.1\r\nHost: stub\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        return Array((head + body).utf8)
    }

    private static func quoted(_ text: String) -> String {
        let escapes: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n"]
        return "\"" + text.map { escapes[$0] ?? String($0) }.joined() + "\""
    }
}

/// One connection; requests on it follow each other.
final class Connection {
    private let socket: CInt
    private var buffer: [UInt8] = []

    init(port: UInt16, address: String = "127.0.0.1") throws {
        socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        // A server that says nothing fails the test rather than stopping it.
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        inet_pton(AF_INET, address, &name.sin_addr)
        let descriptor = socket
        let code = withUnsafePointer(to: name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw HTTPClient.Failure.noConnection(errno: errno) }
    }

    deinit { close(socket) }

    /// What the server does not take, because it closed the connection, is dropped: its reply tells why.
    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// Reads until `count` bytes are there; false at the connection's end.
    private func fill(_ count: Int) -> Bool {
        while buffer.count < count {
            var block = [UInt8](repeating: 0, count: 64 << 10)
            let received = recv(socket, &block, block.count, 0)
            guard received > 0 else { return false }
            buffer += block[..<received]
        }
        return true
    }

    private func take(_ count: Int) -> [UInt8] {
        defer { buffer.removeFirst(count) }
        return Array(buffer[..<count])
    }

    private func line() -> String? {
        var scanned = 0
        while true {
            if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
                return String(decoding: take(end + 1).dropLast(2), as: UTF8.self)
            }
            scanned = buffer.count
            guard fill(scanned + 1) else { return nil }
        }
    }

    /// Waits until that much of a reply is there, and leaves it there; false when the connection ends before.
    func waitForReply(containing text: String) -> Bool {
        while !String(decoding: buffer, as: UTF8.self).contains(text) {
            guard fill(buffer.count + 1) else { return false }
        }
        return true
    }

    func reply() throws -> HTTPClient.Reply {
        guard let first = line(), let status = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw HTTPClient.Failure.noReply
        }
        var length: Int?
        while let header = line(), !header.isEmpty {
            let parts = header.split(separator: ":", maxSplits: 1).map { $0.lowercased() }
            if parts.first == "content-length" { length = Int(parts[1].drop { $0 == " " }) }
        }
        if let length {
            let isWhole = fill(length)
            return HTTPClient.Reply(status: status, body: take(min(length, buffer.count)), isWhole: isWhole)
        }
        var body: [UInt8] = []
        while let size = line().flatMap({ Int($0, radix: 16) }), fill(size + 2) {
            body += take(size + 2).dropLast(2)
            if size == 0 { return HTTPClient.Reply(status: status, body: body, isWhole: true) }
        }
        return HTTPClient.Reply(status: status, body: body, isWhole: false)
    }
}
