import BusProtocol
import EventLoop
import JSONRPC

extension AppServerBridge {
    /// An event of the bus, each once and in order.
    mutating func take(_ event: Event, at now: MonotonicInstant) -> [Action] {
        var actions: [Action] = []
        if event.header.epoch != epoch {
            if epoch != 0 { actions = voidAll() }
            epoch = event.header.epoch
        }
        let scope = event.topic.scope
        if threads.contains(scope) { return actions + deliver(event, to: scope, at: now) }
        // A subagent is there: its parent may be the client's.
        if event.header.flags.contains(.madeByDaemon), event.topic.method == "bosun/threadSpawned" {
            guard let parent = (try? JSON(parsing: event.body))?["parentThreadId"]?.stringValue,
                threads.contains(parent)
            else { return actions }
            return actions + adopt(scope, after: nil, at: now)
        }
        if scope.hasPrefix(Topic.scope(ofWorker: "")) { return actions + handed(event) }
        if scope != Topic.daemonScope { strangers.add(event) }
        return actions
    }

    /// The thread is the client's from here on.
    mutating func adopt(_ thread: String, after cursor: EventCursor?, at now: MonotonicInstant) -> [Action] {
        guard threads.insert(thread).inserted else { return [] }
        return strangers.take(thread: thread, after: cursor).flatMap { deliver($0, to: thread, at: now) }
    }

    private mutating func deliver(_ event: Event, to thread: String, at now: MonotonicInstant) -> [Action] {
        guard held[thread] != nil || starting.contains(event.header.cause) || event.header.flags.contains(.byReference)
        else {
            return put(event, of: thread)
        }
        held[thread, default: []].append(event)
        guard held[thread]?.count ?? 0 > Self.heldLimit else {
            return held[thread]?.count == 1 ? release(thread, at: now) : []
        }
        // Late is better than never: the reply comes behind what it should come before.
        return (held.removeValue(forKey: thread) ?? []).flatMap { put($0, of: thread) }
    }

    /// Hands on what waits of the thread, up to what has to wait still.
    mutating func release(_ thread: String, at now: MonotonicInstant) -> [Action] {
        var actions: [Action] = []
        var rest = (held.removeValue(forKey: thread) ?? [])[...]
        while let event = rest.first, !starting.contains(event.header.cause) {
            if let body = LargeBody(of: event) {
                if bodies[body.reference] == nil { actions += fetch(body, thread, at: now) }
                break
            }
            actions += put(event, of: thread)
            rest.removeFirst()
        }
        if !rest.isEmpty { held[thread] = Array(rest) }
        return actions
    }

    /// The line that codex would have written.
    mutating func put(_ event: Event, of thread: String) -> [Action] {
        // One that can't be had whole.
        guard !event.header.flags.contains(.byReference) else { return [] }
        let isDaemons = event.header.flags.contains(.madeByDaemon)
        switch (isDaemons, event.topic.kind, event.topic.method) {
        case (true, .request, let method): return approvalChanged(method, event, thread)
        case (true, _, "bosun/turnInterrupted"): return interrupted(event, thread)
        case (true, _, _): return []
        case (false, .request, _):
            asks(event, thread)
            return []
        case (false, _, "serverRequest/resolved"): return resolved(event, thread)
        case (false, _, let method):
            guard !unwanted.contains(method) else { return [] }
            return [.write(event.body + [UInt8(ascii: "\n")])]
        }
    }

    /// A worker's line about no thread: the client's if it is about something that the client has made.
    private func handed(_ event: Event) -> [Action] {
        guard !handles.isEmpty, !event.header.flags.contains(.madeByDaemon), event.topic.kind != .request,
            event.topic.method.contains("/"), !unwanted.contains(event.topic.method),
            let params = (try? JSON(parsing: event.body))?["params"]
        else { return [] }
        let names = ["processId", "processHandle", "watchId", "sessionId", "subscriptionId", "loginId"]
        let isOurs = names.contains { params[$0]?.stringValue.map(handles.contains) ?? false }
        return isOurs ? [.write(event.body + [UInt8(ascii: "\n")])] : []
    }

    /// A worker's end cut the turn off. Codex has stored it so; the client hears it as of a turn that was interrupted.
    private func interrupted(_ event: Event, _ thread: String) -> [Action] {
        guard !unwanted.contains("turn/completed"), let turn = (try? JSON(parsing: event.body))?["turnId"]?.stringValue
        else { return [] }
        return [
            Self.line([
                "method": "turn/completed",
                "params": [
                    "threadId": .string(thread),
                    "turn": [
                        "id": .string(turn), "items": [], "itemsView": "notLoaded", "status": "interrupted",
                        "error": nil,
                        "startedAt": nil, "completedAt": .integer(Int64(event.header.unixNanoseconds / 1_000_000_000)),
                        "durationMs": nil,
                    ],
                ],
            ])
        ]
    }
}
