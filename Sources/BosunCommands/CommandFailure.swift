import BosunClient
import JSONRPC

/// Why a sub-command ends without having done what it was asked for.
package struct CommandFailure: Error, Sendable {
    package enum Code: Sendable, Hashable {
        /// Something answered with an error, or the daemon does not start.
        case failed
        case noDaemon
        /// Nobody reads the output any more: no reason to complain.
        case readerGone
        case usage
    }

    package let code: Code
    /// One line; or, with a usage error, two.
    package let message: String
    /// The error object that was answered, as JSON text.
    package let json: String?

    init(_ code: Code, _ message: String, json: String? = nil) {
        self.code = code
        self.message = message
        self.json = json
    }

    init(_ error: ClientError) {
        switch error.code {
        case .noDaemon: self.init(.noDaemon, error.description)
        case .rpc(let error): self.init(.failed, error.description, json: SafeText.json(error.json.serialized()))
        case .garbageReply, .malformedEvent, .requestTooLarge, .socketFailed: self.init(.failed, error.description)
        }
    }

    init(_ error: UsageError) {
        self.init(.usage, "\(SafeText.oneLine(error.message))\n\(error.usage)")
    }

    /// Does what a client may refuse.
    static func wrapping<Result: ~Copyable>(
        _ body: () throws(ClientError) -> Result
    ) throws(CommandFailure) -> Result {
        do throws(ClientError) { return try body() } catch { throw CommandFailure(error) }
    }

    /// Does what a wrong command line may refuse.
    static func wrapping<Result>(_ body: () throws(UsageError) -> Result) throws(CommandFailure) -> Result {
        do throws(UsageError) { return try body() } catch { throw CommandFailure(error) }
    }

    /// As `sysexits.h` has them.
    package var exitCode: Int32 {
        switch code {
        case .failed: 1
        case .noDaemon: 69
        case .readerGone: 0
        case .usage: 64
        }
    }
}
