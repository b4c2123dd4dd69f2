private import Dispatch
private import EventLoop

/// Who decides which peers may connect to the sockets of a context that have a ZAP domain.
///
/// It is to be there before any such socket is bound: libzmq 4.3.4 lets everybody in where it finds no handler, unless
/// the socket has `zapEnforceDomain`, too. It has a thread of its own, so that a decision may read files.
package final class ZAPHandler: Sendable {
    private static let endpoint = "inproc://zeromq.zap.01"
    /// Sent in the place of a question, from within this process only.
    private static let farewell = "farewell"

    private let context: Context
    private let ended = DispatchSemaphore(value: 0)

    /// - Parameter decide: called on the handler's thread, for one peer after the other.
    package init(
        in context: Context, decide: @escaping @Sendable (ZAPQuestion) -> ZAPVerdict
    ) throws(ZeroMQError) {
        self.context = context
        let socket = try Socket(.rep, in: context)
        try socket.bind(Self.endpoint)
        let desk = Desk(socket, decide)
        do {
            try BackgroundThread.start("zap") { [ended] in
                desk.serve()
                ended.signal()
            }
        } catch {
            throw ZeroMQError(.threadUnavailable, errno: error.errno, context: "the ZAP handler's")
        }
    }

    /// From here on nobody is let in. Returns when its socket is closed: the context can end then.
    package func stop() throws(ZeroMQError) {
        let socket = try Socket(.req, in: context)
        try socket.connect(Self.endpoint)
        try socket.send(copying: Self.farewell)
        ended.wait()
    }

    /// The thread's side. `@unchecked Sendable`: after `init` that thread alone touches it.
    private final class Desk: @unchecked Sendable {
        private var socket: Socket?
        private let decide: @Sendable (ZAPQuestion) -> ZAPVerdict

        init(_ socket: consuming sending Socket, _ decide: @escaping @Sendable (ZAPQuestion) -> ZAPVerdict) {
            self.socket = consume socket
            self.decide = decide
        }

        /// Answers until the farewell, or until the context ends; then the socket is closed.
        func serve() {
            guard let socket = socket.take() else { return }
            while takeOne(from: socket) {}
        }

        private func takeOne(from socket: borrowing Socket) -> Bool {
            do throws(ZeroMQError) {
                guard let message = try socket.receiveMultipart(limit: 16, timeout: .seconds(3_600)) else {
                    return true
                }
                if message.count == 1, message[0].text == ZAPHandler.farewell { return false }
                let verdict = ZAPQuestion(message).map(decide) ?? .refuse
                try answer(message, verdict, on: socket)
                return true
            } catch {
                // Whoever asked has gone; or the context ends, and then nobody is let in any more.
                return !error.isEndOfContext
            }
        }

        private func answer(
            _ question: borrowing Multipart, _ verdict: ZAPVerdict, on socket: borrowing Socket
        ) throws(ZeroMQError) {
            var status = "400"
            var user = ""
            if case .accept(let name) = verdict { (status, user) = ("200", name) }
            try socket.send(copying: "1.0", more: true)
            try socket.send(copying: question.count > 1 ? question[1].bytes : [], more: true)
            for text in [status, "", user] { try socket.send(copying: text, more: true) }
            try socket.send(copying: "")
        }
    }
}
