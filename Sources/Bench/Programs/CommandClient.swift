import EventLoop
import JSONRPC
import ZeroMQ

/// A REQ client of the daemon's commands.
final class CommandClient {
    private let socket: Socket
    private let server: Program
    private let interruption: Interruption

    private static let answerLimit = Duration.seconds(30)

    /// - Parameter server: who answers, or has ended.
    init(_ endpoint: String, of server: Program, _ interruption: Interruption) throws(BenchError) {
        self.server = server
        self.interruption = interruption
        do throws(ZeroMQError) {
            socket = try Socket(.req, in: Context())
            // The daemon may not have bound yet: the first tries are to follow each other quickly.
            try socket.set(.reconnectInterval, .milliseconds(10))
            try socket.connect(endpoint)
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
    }

    /// The request's result.
    func result(of method: String, _ params: JSON = [:], meta: JSON? = nil) throws(BenchError) -> JSON {
        let answer = try reply(to: method, params, meta: meta)
        guard let result = answer["result"] else {
            let text = String(decoding: answer.serialized().prefix(400), as: UTF8.self)
            throw BenchError(.wrongAnswer, "\(method): \(text)")
        }
        return result
    }

    /// The whole reply to a request.
    func reply(to method: String, _ params: JSON = [:], meta: JSON? = nil) throws(BenchError) -> JSON {
        var request: JSON = ["jsonrpc": "2.0", "id": 1, "method": .string(method), "params": params]
        if let meta { request["meta"] = meta }
        let bytes = try answer(to: request.serialized(), method)
        guard let answer = try? JSON(parsing: bytes) else {
            throw BenchError(.wrongAnswer, "\(method): \(String(decoding: bytes.prefix(400), as: UTF8.self))")
        }
        return answer
    }

    private func answer(to request: [UInt8], _ method: String) throws(BenchError) -> [UInt8] {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: Self.answerLimit)
        guard try Self.perform({ () throws(ZeroMQError) in try socket.send(copying: request) }) == .sent else {
            throw BenchError(.wrongAnswer, "\(method) can't be sent: an answer is still due")
        }
        while clock.now < deadline {
            let answer = try Self.perform { () throws(ZeroMQError) in
                try socket.receive(timeout: .milliseconds(100))?.bytes
            }
            if let answer { return answer }
            try server.checkIsRunning()
            try interruption.wait(atMost: .zero)
        }
        throw BenchError(.timedOut, "no answer to \(method)")
    }

    private static func perform<Value>(_ body: () throws(ZeroMQError) -> Value) throws(BenchError) -> Value {
        do throws(ZeroMQError) {
            return try body()
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
    }
}
