import BusProtocol

/// How the bus treats each method: what `protocols/bus.md` says in words.
enum BusDecisions {
    /// A method that is in no list is `admin`: what nobody has judged may do anything.
    static func role(of method: String) -> Manifest.Role {
        if refused.contains(method) { return .refused }
        if observed.contains(method) { return .observe }
        if administered.contains(method) { return .admin }
        return commanded.contains { method.hasPrefix($0) } ? .command : .admin
    }

    /// A notification that is in no list is a state: it is journaled, so nothing is lost by not knowing it.
    static func kind(of notification: String) -> Manifest.Kind {
        EventKind.ofNotification(notification) == .delta ? .delta : .state
    }

    /// What later requests name by a handle goes to the worker that has it.
    static let handles: [String: Manifest.Handle] = [
        "account/login/start": Manifest.Handle(member: "loginId", source: .result, use: .makes),
        "account/login/cancel": Manifest.Handle(member: "loginId", source: .params, use: .ends),
        "command/exec": Manifest.Handle(member: "processId", source: .params, use: .makes),
        "command/exec/resize": Manifest.Handle(member: "processId", source: .params, use: .uses),
        "command/exec/terminate": Manifest.Handle(member: "processId", source: .params, use: .uses),
        "command/exec/write": Manifest.Handle(member: "processId", source: .params, use: .uses),
        "fs/watch": Manifest.Handle(member: "watchId", source: .params, use: .makes),
        "fs/unwatch": Manifest.Handle(member: "watchId", source: .params, use: .ends),
        "fuzzyFileSearch/sessionStart": Manifest.Handle(member: "sessionId", source: .params, use: .makes),
        "fuzzyFileSearch/sessionUpdate": Manifest.Handle(member: "sessionId", source: .params, use: .uses),
        "fuzzyFileSearch/sessionStop": Manifest.Handle(member: "sessionId", source: .params, use: .ends),
        "mcpServer/event/stream/start": Manifest.Handle(member: "subscriptionId", source: .params, use: .makes),
        "mcpServer/event/stream/stop": Manifest.Handle(member: "subscriptionId", source: .params, use: .ends),
        "process/spawn": Manifest.Handle(member: "processHandle", source: .params, use: .makes),
        "process/kill": Manifest.Handle(member: "processHandle", source: .params, use: .uses),
        "process/resizePty": Manifest.Handle(member: "processHandle", source: .params, use: .uses),
        "process/writeStdin": Manifest.Handle(member: "processHandle", source: .params, use: .uses),
    ]

    /// `initialize` is Bosun's own; `thread/unsubscribe` would make every consumer deaf.
    private static let refused: Set<String> = ["initialize", "thread/unsubscribe"]

    /// They read what the agent shows anyway. What reads files, configuration or accounts is not among them.
    private static let observed: Set<String> = [
        "app/installed", "app/list", "app/read",
        "collaborationMode/list", "configRequirements/read", "environment/info", "environment/status",
        "experimentalFeature/list", "hooks/list", "mcpServerStatus/list", "memory/status",
        "model/list", "modelProvider/capabilities/read", "permissionProfile/list", "project/list", "project/read",
        "server/diagnostics", "skills/list",
        "thread/attachment/list", "thread/attachmentOwner/list", "thread/backgroundTerminals/list",
        "thread/goal/get", "thread/items/list", "thread/items/read", "thread/list", "thread/loaded/list",
        "thread/queue/list", "thread/read", "thread/realtime/listVoices", "thread/search",
        "thread/searchOccurrences", "thread/timeline/list", "thread/turns/list", "threadSection/list",
        "windowsSandbox/readiness",
    ]

    /// Among what begins like a command: one runs a command without approval, the other approves.
    private static let administered: Set<String> = ["thread/approveGuardianDeniedAction", "thread/shellCommand"]

    private static let commanded = ["fuzzyFileSearch", "review/", "thread/", "threadSection/", "turn/"]

    /// Every client method that a list names.
    static var named: Set<String> { refused.union(observed).union(administered).union(handles.keys) }
}
