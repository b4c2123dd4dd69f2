// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `process/exited` tells.
public struct ProcessExitedNotification: NotificationParams {
    public static let method = "process/exited"

    public var exitCode: Int
    public var processHandle: String
    public var stderr: String
    public var stderrCapReached: Bool
    public var stdout: String
    public var stdoutCapReached: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        exitCode: Int, processHandle: String, stderr: String, stderrCapReached: Bool, stdout: String,
        stdoutCapReached: Bool, additional: [String: JSONValue] = [:]
    ) {
        self.exitCode = exitCode
        self.processHandle = processHandle
        self.stderr = stderr
        self.stderrCapReached = stderrCapReached
        self.stdout = stdout
        self.stdoutCapReached = stdoutCapReached
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.exitCode = try members.required("exitCode")
        self.processHandle = try members.required("processHandle")
        self.stderr = try members.required("stderr")
        self.stderrCapReached = try members.required("stderrCapReached")
        self.stdout = try members.required("stdout")
        self.stdoutCapReached = try members.required("stdoutCapReached")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("exitCode", exitCode)
        members.set("processHandle", processHandle)
        members.set("stderr", stderr)
        members.set("stderrCapReached", stderrCapReached)
        members.set("stdout", stdout)
        members.set("stdoutCapReached", stdoutCapReached)
        return .object(members)
    }
}

/// What `process/kill` asks. Experimental.
public struct ProcessKillParams: ClientRequestParams {
    public typealias Response = ProcessKillResponse
    public static let method = "process/kill"

    public var processHandle: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(processHandle: String, additional: [String: JSONValue] = [:]) {
        self.processHandle = processHandle
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.processHandle = try members.required("processHandle")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("processHandle", processHandle)
        return .object(members)
    }
}

/// What is answered to `process/kill`.
public struct ProcessKillResponse: JSONCodable {
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(additional: [String: JSONValue] = [:]) {
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        let members = try Members(of: json)
        self.additional = members.rest
    }

    public var json: JSONValue { .object(additional) }
}

/// What `process/outputDelta` tells.
public struct ProcessOutputDeltaNotification: NotificationParams {
    public static let method = "process/outputDelta"

    public var capReached: Bool
    public var deltaBase64: String
    public var processHandle: String
    public var stream: ProcessOutputStream
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        capReached: Bool, deltaBase64: String, processHandle: String, stream: ProcessOutputStream,
        additional: [String: JSONValue] = [:]
    ) {
        self.capReached = capReached
        self.deltaBase64 = deltaBase64
        self.processHandle = processHandle
        self.stream = stream
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.capReached = try members.required("capReached")
        self.deltaBase64 = try members.required("deltaBase64")
        self.processHandle = try members.required("processHandle")
        self.stream = try members.required("stream")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("capReached", capReached)
        members.set("deltaBase64", deltaBase64)
        members.set("processHandle", processHandle)
        members.set("stream", stream)
        return .object(members)
    }
}

/// The schema's `ProcessOutputStream`.
public enum ProcessOutputStream: OpenEnum {
    case stdout
    case stderr
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "stdout": self = .stdout
        case "stderr": self = .stderr
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .stdout: "stdout"
        case .stderr: "stderr"
        case .unknown(let word): word
        }
    }
}

/// What `process/resizePty` asks. Experimental.
public struct ProcessResizePtyParams: ClientRequestParams {
    public typealias Response = ProcessResizePtyResponse
    public static let method = "process/resizePty"

    public var processHandle: String
    public var size: ProcessTerminalSize
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(processHandle: String, size: ProcessTerminalSize, additional: [String: JSONValue] = [:]) {
        self.processHandle = processHandle
        self.size = size
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.processHandle = try members.required("processHandle")
        self.size = try members.required("size")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("processHandle", processHandle)
        members.set("size", size)
        return .object(members)
    }
}

/// What is answered to `process/resizePty`.
public struct ProcessResizePtyResponse: JSONCodable {
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(additional: [String: JSONValue] = [:]) {
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        let members = try Members(of: json)
        self.additional = members.rest
    }

    public var json: JSONValue { .object(additional) }
}

/// What `process/spawn` asks. Experimental.
public struct ProcessSpawnParams: ClientRequestParams {
    public typealias Response = ProcessSpawnResponse
    public static let method = "process/spawn"

    public var command: [String]
    public var cwd: AbsolutePathBuf
    public var env: Presence<[String: String?]>
    public var outputBytesCap: Presence<Int>
    public var processHandle: String
    public var size: Presence<ProcessTerminalSize>
    public var streamStdin: Bool?
    public var streamStdoutStderr: Bool?
    public var timeoutMs: Presence<Int>
    public var tty: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        command: [String], cwd: AbsolutePathBuf, env: Presence<[String: String?]> = .absent,
        outputBytesCap: Presence<Int> = .absent, processHandle: String, size: Presence<ProcessTerminalSize> = .absent,
        streamStdin: Bool? = nil, streamStdoutStderr: Bool? = nil, timeoutMs: Presence<Int> = .absent, tty: Bool? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.command = command
        self.cwd = cwd
        self.env = env
        self.outputBytesCap = outputBytesCap
        self.processHandle = processHandle
        self.size = size
        self.streamStdin = streamStdin
        self.streamStdoutStderr = streamStdoutStderr
        self.timeoutMs = timeoutMs
        self.tty = tty
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.command = try members.required("command")
        self.cwd = try members.required("cwd")
        self.env = try members.presence("env")
        self.outputBytesCap = try members.presence("outputBytesCap")
        self.processHandle = try members.required("processHandle")
        self.size = try members.presence("size")
        self.streamStdin = try members.optional("streamStdin")
        self.streamStdoutStderr = try members.optional("streamStdoutStderr")
        self.timeoutMs = try members.presence("timeoutMs")
        self.tty = try members.optional("tty")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("command", command)
        members.set("cwd", cwd)
        members.setPresence("env", env)
        members.setPresence("outputBytesCap", outputBytesCap)
        members.set("processHandle", processHandle)
        members.setPresence("size", size)
        members.setOptional("streamStdin", streamStdin)
        members.setOptional("streamStdoutStderr", streamStdoutStderr)
        members.setPresence("timeoutMs", timeoutMs)
        members.setOptional("tty", tty)
        return .object(members)
    }
}

/// What is answered to `process/spawn`.
public struct ProcessSpawnResponse: JSONCodable {
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(additional: [String: JSONValue] = [:]) {
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        let members = try Members(of: json)
        self.additional = members.rest
    }

    public var json: JSONValue { .object(additional) }
}

/// The schema's `ProcessTerminalSize`.
public struct ProcessTerminalSize: JSONCodable {
    public var cols: Int
    public var rows: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cols: Int, rows: Int, additional: [String: JSONValue] = [:]) {
        self.cols = cols
        self.rows = rows
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cols = try members.required("cols")
        self.rows = try members.required("rows")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cols", cols)
        members.set("rows", rows)
        return .object(members)
    }
}

/// What `process/writeStdin` asks. Experimental.
public struct ProcessWriteStdinParams: ClientRequestParams {
    public typealias Response = ProcessWriteStdinResponse
    public static let method = "process/writeStdin"

    public var closeStdin: Bool?
    public var deltaBase64: Presence<String>
    public var processHandle: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        closeStdin: Bool? = nil, deltaBase64: Presence<String> = .absent, processHandle: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.closeStdin = closeStdin
        self.deltaBase64 = deltaBase64
        self.processHandle = processHandle
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.closeStdin = try members.optional("closeStdin")
        self.deltaBase64 = try members.presence("deltaBase64")
        self.processHandle = try members.required("processHandle")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("closeStdin", closeStdin)
        members.setPresence("deltaBase64", deltaBase64)
        members.set("processHandle", processHandle)
        return .object(members)
    }
}

/// What is answered to `process/writeStdin`.
public struct ProcessWriteStdinResponse: JSONCodable {
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(additional: [String: JSONValue] = [:]) {
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        let members = try Members(of: json)
        self.additional = members.rest
    }

    public var json: JSONValue { .object(additional) }
}
