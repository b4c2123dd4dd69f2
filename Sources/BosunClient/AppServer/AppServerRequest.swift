/// What the bridge must know of a client's request to codex. Source: codex app-server 0.163.0, `--experimental` included.
struct AppServerRequest {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    /// Whether the thread of its result is the client's from then on.
    static func loadsThread(_ name: String) -> Bool {
        ["thread/start", "thread/resume", "thread/fork", "review/start"].contains(name)
    }

    /// Whether codex answers it before it says anything of what it has led to.
    var answersFirst: Bool { Self.loadsThread(name) || name == "turn/start" }

    /// Whether it may be sent twice; by its last word, since all methods are named alike. A thread that is resumed again
    /// stays so, and its history is too large to be kept under a key.
    var onlyReads: Bool {
        guard name != "thread/resume" else { return true }
        let word = name.split(separator: "/").last ?? ""
        return ["list", "read", "get", "search"].contains { word.hasPrefix($0) }
            && !name.hasPrefix("thread/readState") && !name.contains("login")
    }

    /// Whether codex does it in its own working directory when it names none.
    var worksSomewhere: Bool { name == "thread/start" || name == "command/exec" }

    /// The params that name what it makes; notifications about that have the same.
    let handles = ["processId", "processHandle", "watchId", "sessionId", "subscriptionId"]

    /// How long the daemon may take; what runs for a client may take long.
    var deadline: Duration {
        ["thread/", "turn/", "review/", "model/"].contains(where: name.hasPrefix) ? .seconds(120) : .seconds(86_400)
    }
}
