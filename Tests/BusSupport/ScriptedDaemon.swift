package import JSONRPC
import ZeroMQ

/// A command socket that answers as a test says.
package enum ScriptedDaemon {
    /// Gives the messages to answer a request with, each without the client's own frame; nil closes the socket.
    package typealias Answers = @Sendable (_ request: JSON) throws -> [[[UInt8]]]?

    package static func commands(at path: String, _ answers: @escaping Answers) throws -> ScriptedSocket {
        try ScriptedSocket(.router, at: path) { message, socket in
            guard message.count == 3, message[1].isEmpty else {
                throw ScriptedSocket.Failure(message: "\(message.count) frames are not what a REQ sends")
            }
            guard let replies = try answers(JSON(parsing: message[2].bytes)) else { return false }
            for frames in replies {
                try socket.send(copying: message[0].bytes, more: true)
                for (index, frame) in frames.enumerated() {
                    try socket.send(copying: frame, more: index < frames.count - 1)
                }
            }
            return true
        }
    }

    /// A reply as a REQ gets it: an empty frame and the text.
    package static func reply(_ text: String) -> [[UInt8]] { [[], Array(text.utf8)] }

    /// The result of that request.
    package static func result(_ result: String, of request: JSON) -> [[UInt8]] {
        reply(#"{"jsonrpc":"2.0","id":\#(request["id"] ?? .null),"result":\#(result)}"#)
    }
}
