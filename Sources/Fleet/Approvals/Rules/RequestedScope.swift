package import JSONRPC

/// What a request for an approval asks for, in the terms of the rules.
package struct RequestedScope: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case command
        /// More input for a command that runs.
        case stdin
        /// A host that a command wants to reach.
        case network
        case fileChange = "file_change"
        case permissions
        case userInput = "user_input"
        case elicitation
    }

    package var kind: Kind
    /// The program and its arguments; nil when it is no one simple command.
    package var command: [String]?
    package var cwd: PathPrefix?
    package var hosts: [String] = []
    package var wantsNetwork = false
    package var reads: [PathPrefix] = []
    package var writes: [PathPrefix] = []
    /// It asks for something, too, that can't be told in these terms.
    package var isOpaque = false

    /// Nil for what no rule is about.
    ///
    /// - Parameters:
    ///   - item: what codex last told of the request's item: the files of a change are only there.
    ///   - cwd: of the request, else of its thread.
    package init?(_ kind: ServerRequestKind, method: String, params: JSON, item: JSON?, cwd: JSON?) {
        let directory = cwd?.stringValue
        self.init(.command, cwd: directory.flatMap { PathPrefix($0) })
        switch kind {
        case .commandApproval: readCommand(params, directory)
        case .fileChangeApproval:
            self.kind = .fileChange
            readChanges(item?["changes"]?.arrayValue?.map { ($0["path"], $0["kind"]) }, in: directory)
            readRoot(params)
        case .permissions:
            self.kind = .permissions
            readPermissions(params["permissions"], in: directory)
        case .userInput: self.kind = .userInput
        case .elicitation: self.kind = .elicitation
        case .legacyApproval where method == "applyPatchApproval":
            self.kind = .fileChange
            readChanges(params["fileChanges"]?.objectValue?.map { (.string($0.key), $0.value) }, in: directory)
            readRoot(params)
        case .legacyApproval: command = params["command"].flatMap { ShellCommand.words(of: $0) }
        case .toolCall, .attestation, .tokenRefresh, .currentTime, .unknown: return nil
        }
    }

    package init(_ kind: Kind, cwd: PathPrefix? = nil) {
        self.kind = kind
        self.cwd = cwd
    }

    // MARK: Of codex's params (0.163.0)

    private mutating func readCommand(_ params: JSON, _ directory: String?) {
        if let asked = params["networkApprovalContext"], !asked.isNull {
            kind = .network
            if let host = asked["host"]?.stringValue { hosts = [host] } else { isOpaque = true }
        } else if let word = params["kind"], word != "command" {
            kind = .stdin
            isOpaque = word != "writeStdin"
        } else {
            command = params["command"].flatMap { ShellCommand.words(of: $0) }
        }
        readPermissions(params["additionalPermissions"], in: directory)
    }

    /// `RequestPermissionProfile`, `AdditionalPermissionProfile`.
    private mutating func readPermissions(_ profile: JSON?, in directory: String?) {
        for member in profile?.objectValue ?? [] where !member.value.isNull {
            switch member.key {
            case "network":
                for setting in member.value.objectValue ?? [] where !setting.value.isNull {
                    if setting.key == "enabled", let isEnabled = setting.value.boolValue {
                        wantsNetwork = wantsNetwork || isEnabled
                    } else {
                        isOpaque = true
                    }
                }
            case "fileSystem": readFiles(member.value, in: directory)
            default: isOpaque = true
            }
        }
        if let profile, !profile.isObject, !profile.isNull { isOpaque = true }
    }

    private mutating func readFiles(_ files: JSON, in directory: String?) {
        for member in files.objectValue ?? [] where !member.value.isNull {
            switch member.key {
            case "read": for path in member.value.arrayValue ?? [] { add(path, to: \.reads, in: directory) }
            case "write": for path in member.value.arrayValue ?? [] { add(path, to: \.writes, in: directory) }
            case "entries":
                for entry in member.value.arrayValue ?? [] {
                    let path = entry["path"]?["type"] == "path" ? entry["path"]?["path"] : nil
                    switch entry["access"]?.stringValue {
                    case "read": add(path, to: \.reads, in: directory)
                    case "write": add(path, to: \.writes, in: directory)
                    default: isOpaque = true
                    }
                }
            default: isOpaque = true
            }
        }
        if !files.isObject { isOpaque = true }
    }

    /// - Parameter changes: of each the path and what is done to it, which may be a move elsewhere.
    private mutating func readChanges(_ changes: [(path: JSON?, kind: JSON?)]?, in directory: String?) {
        guard let changes, !changes.isEmpty else {
            isOpaque = true
            return
        }
        for change in changes {
            add(change.path, to: \.writes, in: directory)
            if let target = change.kind?["move_path"] ?? change.kind?["movePath"], !target.isNull {
                add(target, to: \.writes, in: directory)
            }
        }
    }

    /// More than the change itself: from then on everything below that root.
    private mutating func readRoot(_ params: JSON) {
        if let root = params["grantRoot"], !root.isNull { add(root, to: \.writes, in: nil) }
    }

    private mutating func add(_ path: JSON?, to list: WritableKeyPath<Self, [PathPrefix]>, in directory: String?) {
        if let prefix = path?.stringValue.flatMap({ PathPrefix($0, in: directory) }) {
            self[keyPath: list].append(prefix)
        } else {
            isOpaque = true
        }
    }
}
