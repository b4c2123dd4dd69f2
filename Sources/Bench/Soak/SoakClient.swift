import EventLoop
import JSONRPC
import ZeroMQ

/// One of a soak's command clients: it has one command open at a time, and never waits.
final class SoakClient {
    /// Of a command, as the daemon is told.
    static let deadline = Duration.seconds(5)
    /// How much later than that a reply may come.
    private static let grace = Duration.seconds(10)

    /// The open command, and what is to be done with its reply.
    struct Open {
        let command: Int
        let startsThread: Bool
        let overdueAt: MonotonicInstant
    }

    private(set) var open: Open?
    /// When the next command is due.
    var nextAt: MonotonicInstant
    private let socket: Socket

    init(_ endpoint: String, in context: Context, startingAt start: MonotonicInstant) throws(BenchError) {
        nextAt = start
        do throws(ZeroMQError) {
            socket = try Socket(.dealer, in: context)
            try socket.connect(endpoint)
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
    }

    func send(_ command: Int, _ method: String, _ params: JSON, at now: MonotonicInstant) throws(BenchError) {
        let request: JSON = [
            "jsonrpc": "2.0", "id": .integer(Int64(command)), "method": .string(method), "params": params,
            "meta": ["deadlineMs": .integer(Self.deadline.milliseconds)],
        ]
        open = Open(
            command: command, startsThread: method == "thread/start",
            overdueAt: now.advanced(by: Self.deadline + Self.grace))
        let isSent: Bool
        do throws(ZeroMQError) {
            let isBegun = try socket.send(copying: [], more: true) == .sent
            let end = try socket.send(copying: request.serialized())
            isSent = isBegun && end == .sent
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
        guard isSent else { throw BenchError(.systemRefused, "a command can't be sent") }
    }

    /// The next reply, to whatever command; nil when there is none.
    func receive() throws(BenchError) -> (command: Int, reply: JSON)? {
        let bytes: [UInt8]?
        do throws(ZeroMQError) {
            if let message = try socket.receiveMultipart(limit: 2) {
                bytes = message[message.count - 1].bytes
            } else {
                bytes = nil
            }
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
        guard let bytes else { return nil }
        guard let reply = try? JSON(parsing: bytes), let id = reply["id"]?.intValue else {
            throw BenchError(.wrongAnswer, "a reply: \(String(decoding: bytes.prefix(300), as: UTF8.self))")
        }
        return (Int(id), reply)
    }

    func close(_ command: Int) {
        if open?.command == command { open = nil }
    }
}
