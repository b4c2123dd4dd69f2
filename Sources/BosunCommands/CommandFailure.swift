import BosunClient
import Daemon
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
    /// What is wrong, a line for each thing; one nearly always.
    package let problems: [String]
    /// Of a wrong command line: how it should have been written.
    package private(set) var usage: String?
    /// The error object that was answered, as JSON text.
    package private(set) var json: String?

    init(_ code: Code, _ problems: [String]) {
        self.code = code
        self.problems = problems
    }

    init(_ code: Code, _ message: String) {
        self.init(code, [message])
    }

    init(_ error: ClientError) {
        switch error.code {
        case .noDaemon: self.init(.noDaemon, error.description)
        case .rpc(let error):
            let problems = error.json["data"]?["problems"]?.arrayValue?.compactMap(\.stringValue) ?? []
            self.init(.failed, [error.description] + problems)
            json = SafeText.json(error.json.serialized())
        case .garbageReply, .malformedEvent, .requestTooLarge, .notLetIn, .unusableKey, .socketFailed:
            self.init(.failed, error.description)
        }
    }

    /// - Parameter more: another line that somebody should read then.
    init(_ error: CommanderError, alsoSaying more: String? = nil) {
        self.init(error.code == .timedOut ? .noDaemon : .failed, [error.context] + [more].compactMap(\.self))
        json = error.rpc.map { SafeText.json($0.json.serialized()) }
    }

    init(_ error: UsageError) {
        self.init(.usage, error.message)
        usage = error.usage
    }

    init(_ error: ConfigurationError, _ syntax: CommandSyntax) {
        var problems = error.problems.map(\.description)
        if error.omitted > 0 { problems.append("and \(error.omitted) more") }
        switch error.code {
        case .refusedFlags, .noStateDirectory:
            self.init(.usage, problems)
            usage = syntax.usage
        case .unreadable, .tooLarge, .invalidSyntax, .refusedSettings, .outOfMemory:
            self.init(.failed, problems)
        }
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
