// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `command/exec/outputDelta` tells.
public struct CommandExecOutputDeltaNotification: NotificationParams {
    public static let method = "command/exec/outputDelta"

    public var capReached: Bool
    public var deltaBase64: String
    public var processId: String
    public var stream: CommandExecOutputStream
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        capReached: Bool, deltaBase64: String, processId: String, stream: CommandExecOutputStream,
        additional: [String: JSONValue] = [:]
    ) {
        self.capReached = capReached
        self.deltaBase64 = deltaBase64
        self.processId = processId
        self.stream = stream
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.capReached = try members.required("capReached")
        self.deltaBase64 = try members.required("deltaBase64")
        self.processId = try members.required("processId")
        self.stream = try members.required("stream")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("capReached", capReached)
        members.set("deltaBase64", deltaBase64)
        members.set("processId", processId)
        members.set("stream", stream)
        return .object(members)
    }
}

/// The schema's `CommandExecOutputStream`.
public enum CommandExecOutputStream: OpenEnum {
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

/// What `command/exec` asks. Stable.
public struct CommandExecParams: ClientRequestParams {
    public typealias Response = CommandExecResponse
    public static let method = "command/exec"

    public var command: [String]
    public var cwd: Presence<String>
    public var disableOutputCap: Bool?
    public var disableTimeout: Bool?
    public var env: Presence<[String: String?]>
    public var outputBytesCap: Presence<Int>
    public var permissionProfile: Presence<String>
    public var processId: Presence<String>
    public var sandboxPolicy: Presence<SandboxPolicy>
    public var size: Presence<CommandExecTerminalSize>
    public var streamStdin: Bool?
    public var streamStdoutStderr: Bool?
    public var timeoutMs: Presence<Int>
    public var tty: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        command: [String], cwd: Presence<String> = .absent, disableOutputCap: Bool? = nil, disableTimeout: Bool? = nil,
        env: Presence<[String: String?]> = .absent, outputBytesCap: Presence<Int> = .absent,
        permissionProfile: Presence<String> = .absent, processId: Presence<String> = .absent,
        sandboxPolicy: Presence<SandboxPolicy> = .absent, size: Presence<CommandExecTerminalSize> = .absent,
        streamStdin: Bool? = nil, streamStdoutStderr: Bool? = nil, timeoutMs: Presence<Int> = .absent, tty: Bool? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.command = command
        self.cwd = cwd
        self.disableOutputCap = disableOutputCap
        self.disableTimeout = disableTimeout
        self.env = env
        self.outputBytesCap = outputBytesCap
        self.permissionProfile = permissionProfile
        self.processId = processId
        self.sandboxPolicy = sandboxPolicy
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
        self.cwd = try members.presence("cwd")
        self.disableOutputCap = try members.optional("disableOutputCap")
        self.disableTimeout = try members.optional("disableTimeout")
        self.env = try members.presence("env")
        self.outputBytesCap = try members.presence("outputBytesCap")
        self.permissionProfile = try members.presence("permissionProfile")
        self.processId = try members.presence("processId")
        self.sandboxPolicy = try members.presence("sandboxPolicy")
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
        members.setPresence("cwd", cwd)
        members.setOptional("disableOutputCap", disableOutputCap)
        members.setOptional("disableTimeout", disableTimeout)
        members.setPresence("env", env)
        members.setPresence("outputBytesCap", outputBytesCap)
        members.setPresence("permissionProfile", permissionProfile)
        members.setPresence("processId", processId)
        members.setPresence("sandboxPolicy", sandboxPolicy)
        members.setPresence("size", size)
        members.setOptional("streamStdin", streamStdin)
        members.setOptional("streamStdoutStderr", streamStdoutStderr)
        members.setPresence("timeoutMs", timeoutMs)
        members.setOptional("tty", tty)
        return .object(members)
    }
}

/// What `command/exec/resize` asks. Stable.
public struct CommandExecResizeParams: ClientRequestParams {
    public typealias Response = CommandExecResizeResponse
    public static let method = "command/exec/resize"

    public var processId: String
    public var size: CommandExecTerminalSize
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(processId: String, size: CommandExecTerminalSize, additional: [String: JSONValue] = [:]) {
        self.processId = processId
        self.size = size
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.processId = try members.required("processId")
        self.size = try members.required("size")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("processId", processId)
        members.set("size", size)
        return .object(members)
    }
}

/// What is answered to `command/exec/resize`.
public struct CommandExecResizeResponse: JSONCodable {
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

/// What is answered to `command/exec`.
public struct CommandExecResponse: JSONCodable {
    public var exitCode: Int
    public var stderr: String
    public var stdout: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(exitCode: Int, stderr: String, stdout: String, additional: [String: JSONValue] = [:]) {
        self.exitCode = exitCode
        self.stderr = stderr
        self.stdout = stdout
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.exitCode = try members.required("exitCode")
        self.stderr = try members.required("stderr")
        self.stdout = try members.required("stdout")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("exitCode", exitCode)
        members.set("stderr", stderr)
        members.set("stdout", stdout)
        return .object(members)
    }
}

/// The schema's `CommandExecTerminalSize`.
public struct CommandExecTerminalSize: JSONCodable {
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

/// What `command/exec/terminate` asks. Stable.
public struct CommandExecTerminateParams: ClientRequestParams {
    public typealias Response = CommandExecTerminateResponse
    public static let method = "command/exec/terminate"

    public var processId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(processId: String, additional: [String: JSONValue] = [:]) {
        self.processId = processId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.processId = try members.required("processId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("processId", processId)
        return .object(members)
    }
}

/// What is answered to `command/exec/terminate`.
public struct CommandExecTerminateResponse: JSONCodable {
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

/// What `command/exec/write` asks. Stable.
public struct CommandExecWriteParams: ClientRequestParams {
    public typealias Response = CommandExecWriteResponse
    public static let method = "command/exec/write"

    public var closeStdin: Bool?
    public var deltaBase64: Presence<String>
    public var processId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        closeStdin: Bool? = nil, deltaBase64: Presence<String> = .absent, processId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.closeStdin = closeStdin
        self.deltaBase64 = deltaBase64
        self.processId = processId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.closeStdin = try members.optional("closeStdin")
        self.deltaBase64 = try members.presence("deltaBase64")
        self.processId = try members.required("processId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("closeStdin", closeStdin)
        members.setPresence("deltaBase64", deltaBase64)
        members.set("processId", processId)
        return .object(members)
    }
}

/// What is answered to `command/exec/write`.
public struct CommandExecWriteResponse: JSONCodable {
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
