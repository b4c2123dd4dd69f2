import TestSupport
import JSONRPC
import ZeroMQ

/// A socket at the command endpoint, without any manners of its own.
final class RawClient {
    let daemon: DaemonProcess
    private let socket: Socket

    var kind: SocketKind { socket.kind }

    init(
        _ kind: SocketKind, _ daemon: DaemonProcess, endpoint: String? = nil,
        configure: (borrowing Socket) throws -> Void = { _ in }
    ) throws {
        self.daemon = daemon
        socket = try Socket(kind, in: Context())
        try configure(socket)
        try socket.connect(endpoint ?? daemon.commandsEndpoint)
    }

    func send(_ frames: [[UInt8]]) throws {
        for (index, frame) in frames.enumerated() {
            let result = try socket.send(copying: frame, more: index < frames.count - 1)
            guard result == .sent else { throw TestFailure("frame \(index) was not sent: \(result)") }
        }
    }

    func send(_ texts: String...) throws { try send(texts.map { Array($0.utf8) }) }

    /// The frames of the next message.
    func next(within limit: Duration = patience) throws -> [[UInt8]] {
        guard let message = try socket.receiveMultipart(limit: 32, timeout: limit) else {
            throw TestFailure("waited \(limit) in vain for a reply")
        }
        return message.indices.map { message[$0].bytes }
    }

    /// The last frame of the next message.
    func nextReply() throws -> Reply { Reply(json: try JSON(parsing: next().last ?? [])) }

    /// Sends one frame, behind an empty one where the socket does not make it, and gives the reply.
    func ask(_ request: [UInt8]) throws -> Reply {
        try send(socket.kind == .req ? [request] : [[], request])
        return try nextReply()
    }

    func ask(_ request: String) throws -> Reply { try ask(Array(request.utf8)) }

    /// Whether nothing more has come when another request's reply is there.
    func isQuiet() throws -> Bool {
        try ask(Self.ping(424_242)).json["id"] == 424_242
    }

    static func ping(_ id: Int) -> String { #"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"# }
}
