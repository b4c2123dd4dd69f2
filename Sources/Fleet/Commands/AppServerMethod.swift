/// What the fleet must know of an app-server's client method to pass it on.
///
/// Source: the client requests of codex app-server 0.163.0, `--experimental` included. Unknown methods are passed on.
package struct AppServerMethod: Sendable, Hashable {
    package let name: String

    package init(_ name: String) {
        self.name = name
    }

    /// Why a consumer may not send it, if so.
    package var refusal: String? {
        switch name {
        case "initialize": "workers are initialized by the daemon"
        case "thread/unsubscribe": "it would make every consumer deaf to the thread"
        default: nil
        }
    }

    /// Whether the thread it names must be loaded by the worker that gets it: all but what works on the stored thread.
    package var needsLoadedThread: Bool {
        guard name.hasPrefix("thread/") else { return true }
        return !Self.onStoredThread.contains(name)
    }

    /// Whether codex refuses it, "already has an active writer", while another process holds the thread's writer lock.
    package var takesWriterLock: Bool { ["thread/resume", "thread/archive", "thread/delete"].contains(name) }

    /// Whether it makes the thread of its answer live: `result.thread.id`.
    package var loadsThread: Bool { ["thread/start", "thread/resume", "thread/fork"].contains(name) }

    /// Whether the thread it names is not live any more after it.
    package var unloadsThread: Bool { ["thread/archive", "thread/delete"].contains(name) }

    /// Whether what the thread does afterwards has it as cause.
    package var causesWork: Bool {
        (name.hasPrefix("turn/") && name != "turn/interrupt" && !changesTurn) || name.hasPrefix("review/")
            || Self.causing.contains(name)
    }

    /// Whether it says how a turn that runs goes on, and begins nothing.
    package var changesTurn: Bool { name == "turn/settings/update" }

    /// Whether it puts words, or the settings of turns, into the thread that later turns go by: what codex begins by itself,
    /// too.
    package var outlivesTurns: Bool {
        ["thread/queue/", "thread/goal/", "thread/realtime/", "thread/attachment/", "thread/settings/"].contains(
            where: name.hasPrefix) && !Self.reading.contains { name.hasSuffix($0) } || name == "thread/inject_items"
    }

    private static let reading = ["/list", "/get", "/listVoices"]

    /// Whether a worker that is drained has to finish what it begins: a turn, or a thread that somebody will use.
    package var startsWork: Bool {
        (causesWork && name != "turn/steer") || (loadsThread && name != "thread/resume")
    }

    /// The handle that binds it to the worker which made the handle: a name space, and the param that holds it.
    package var handle: (space: String, param: String)? {
        switch name {
        case "command/exec", "command/exec/write", "command/exec/terminate", "command/exec/resize":
            ("command", "processId")
        case "process/spawn", "process/writeStdin", "process/kill", "process/resizePty":
            (Handles.processes, "processHandle")
        case "fs/watch", "fs/unwatch": ("watch", "watchId")
        case "fuzzyFileSearch/sessionStart", "fuzzyFileSearch/sessionUpdate", "fuzzyFileSearch/sessionStop":
            ("search", "sessionId")
        case "mcpServer/event/stream/start", "mcpServer/event/stream/stop": ("stream", "subscriptionId")
        case "account/login/start", "account/login/cancel": ("login", "loginId")
        default: nil
        }
    }

    /// Whether its handle is made by it, in its params or (`account/login/start`) in its result.
    package var makesHandle: Bool {
        [
            "command/exec", "process/spawn", "fs/watch", "fuzzyFileSearch/sessionStart", "mcpServer/event/stream/start",
            "account/login/start",
        ].contains(name)
    }

    /// Whether nothing is behind its handle once it is answered. A process tells its end by a notification.
    package var endsHandle: Bool {
        [
            "command/exec", "fs/unwatch", "fuzzyFileSearch/sessionStop", "mcpServer/event/stream/stop",
            "account/login/cancel",
        ].contains(name)
    }

    private static let onStoredThread: Set<String> = [
        "thread/archive", "thread/attachment/list", "thread/delete", "thread/fork", "thread/goal/get",
        "thread/items/list", "thread/items/read", "thread/name/set", "thread/read", "thread/readState/update",
        "thread/resume", "thread/searchOccurrences", "thread/timeline/list", "thread/turns/list", "thread/unarchive",
    ]

    private static let causing: Set<String> = [
        "thread/compact/start", "thread/inject_items", "thread/queue/start", "thread/realtime/start",
        "thread/shellCommand",
    ]
}
