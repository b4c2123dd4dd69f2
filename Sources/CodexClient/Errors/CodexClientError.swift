public import CodexProtocol
private import JSONRPC

/// Why codex could not be started, a request has no result, or a turn no answer.
public struct CodexClientError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, in one word.
    public enum Code: String, Sendable, Hashable {
        /// The program can't be started; `context` says which and why.
        case spawnFailed
        /// This process lacks what a conversation needs: a thread, descriptors.
        case unavailable
        /// `initialize` was answered without a user agent that names a version.
        case invalidUserAgent
        /// codex is older or newer than the options allow.
        case incompatibleVersion
        /// codex is not there: it has ended, or is being shut down.
        case notRunning
        /// codex ended before it answered; `exit` says how, `standardErrorTail` perhaps why.
        case processEnded
        /// Too many requests wait, or codex does not read what is written to it.
        case busy
        /// The deadline passed.
        case deadline
        /// The waiting task was cancelled, or codex answered −32800.
        case cancelled
        /// codex answered with an error, which `refusal` has.
        case refused
        /// codex answered with what is no answer, or not of this method; `rawLine` has it.
        case invalidResponse
        /// The session was closed.
        case sessionClosed
        /// The turn ended in failure; `turn` has it.
        case turnFailed
        /// The turn was interrupted; `turn` has it.
        case turnInterrupted
        /// The reader was slower than its stream's bound and policy allow.
        case slowConsumer
        /// codex's request has its answer already: another's, the deadline's, or none since codex withdrew it.
        case alreadyAnswered
        /// Somebody reads stderr already, or the options do not hand it out.
        case standardErrorNotAvailable
        /// codex did not end in its time; it is killed.
        case shutdownTimedOut
    }

    /// What went wrong.
    public let code: Code
    /// What it was about, in words; may be empty.
    public var context: String
    /// The request it is about.
    public var method: String?
    /// False when nothing of the request had been written, so that codex can't have acted on it.
    public var mayHaveBeenTaken = false
    /// codex's own error, its `data` included.
    public var refusal: JSONRPCErrorError?
    /// What could not be read.
    public var cause: CodexProtocolError?
    /// The line or result that could not be read, as it came.
    public var rawLine: String?
    /// How codex ended, when it has.
    public var exit: CodexExit?
    /// The last of stderr, 16 KiB at most, when codex has ended.
    public var standardErrorTail: String?
    /// The turn that failed or was interrupted.
    public var turn: Turn?
    /// Set when codex was to be shut down because of this error, and that failed too.
    public var shutdownFailure: CodexClientError? {
        get { shutdownFailures.first }
        set { shutdownFailures = newValue.map { [$0] } ?? [] }
    }
    // An array, since a struct can't hold itself.
    private var shutdownFailures: [CodexClientError] = []

    init(_ code: Code, _ context: String = "", method: String? = nil) {
        self.code = code
        self.context = context
        self.method = method
    }

    /// All of it but raw lines and stderr, in words.
    public var description: String {
        var parts = [method, code.rawValue, context.isEmpty ? nil : context].compactMap(\.self)
        if let refusal { parts.append("\(refusal.message) (\(refusal.code))") }
        if let cause { parts.append("\(cause)") }
        if let exit { parts.append("\(exit)") }
        if let shutdownFailure { parts.append("and the shutdown failed: \(shutdownFailure)") }
        return parts.joined(separator: ": ")
    }
}

extension CodexClientError {
    init(_ error: TransportError, method: String? = nil, standardErrorTail: String? = nil) {
        let code: Code =
            switch error.code {
            case .spawnFailed: .spawnFailed
            case .loopUnavailable, .watchFailed: .unavailable
            case .notRunning: .notRunning
            case .busy: .busy
            case .deadline: .deadline
            case .ended: .processEnded
            case .cancelled: .cancelled
            case .invalidResponse: .invalidResponse
            case .stopTimedOut: .shutdownTimedOut
            }
        self.init(code, error.context, method: method)
        mayHaveBeenTaken = error.mayHaveBeenTaken
        exit = error.end.map(CodexExit.init)
        rawLine = error.line.map { String(decoding: $0, as: UTF8.self) }
        self.standardErrorTail = standardErrorTail
    }

    /// What codex answered instead of a result.
    init(refusal bytes: [UInt8], method: String) {
        do throws(CodexProtocolError) {
            let refusal = try JSONRPCErrorError(parsing: bytes)
            // −32800 is the word of the language server protocol for a cancelled request.
            self.init(refusal.code == -32800 ? .cancelled : .refused, method: method)
            self.refusal = refusal
        } catch {
            self.init(.invalidResponse, "an error of another shape", method: method)
            cause = error
            rawLine = String(decoding: bytes, as: UTF8.self)
        }
        mayHaveBeenTaken = true
    }

    static func unreadable(_ cause: CodexProtocolError, _ bytes: [UInt8], method: String) -> CodexClientError {
        var error = CodexClientError(.invalidResponse, method: method)
        error.cause = cause
        error.rawLine = String(decoding: bytes, as: UTF8.self)
        error.mayHaveBeenTaken = true
        return error
    }
}
