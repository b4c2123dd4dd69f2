import EventLoop
import JSONRPC

/// What codex app-server 0.163.0 answers, as far as the fleet acts on it.
extension SimulatedCodex {
    func handle(_ message: JSON) {
        let id = message["id"]
        guard let method = message["method"]?.stringValue else {
            if let id { takeAnswer(id, message) }
            return
        }
        guard let id else { return }
        let params = message["params"] ?? [:]
        world.note(worker) { "process \(self.pid) reads \(method) \(params)" }
        if method == "initialize" { return initialize(id) }
        guard isInitialized else { return fail(id, -32_600, "Not initialized") }
        if world.faults.fires(.crashAtRequest) { return crash() }
        if method == "thread/resume", world.faults.fires(.crashAtResume) { return crash() }
        if world.faults.fires(.hangAtRequest) { return hangs = true }
        if world.faults.fires(.overloaded) { return fail(id, -32_001, "Server overloaded; retry later.") }
        if world.faults.fires(.garbage) { for _ in 0..<(1 + world.random.next() % 20) { say(nil) } }
        switch method {
        case "thread/start": startThread(id)
        case "thread/resume": resumeThread(id, params)
        case "thread/archive": archiveThread(id, params)
        case "thread/unsubscribe": unsubscribe(id, params)
        case "turn/start": startTurn(id, params)
        case "turn/interrupt": interruptTurn(id, params)
        case "server/diagnostics": fail(id, -32_601, "unknown method")
        default: answer(id, [:])
        }
    }

    private func initialize(_ id: JSON) {
        if world.faults.fires(.crashAtInitialize) { return crash() }
        if world.faults.fires(.hangAtInitialize) { return hangs = true }
        if world.faults.fires(.initializeRefused) { return fail(id, -32_600, "no") }
        // A start takes its time, so that others wait for theirs.
        after(world.random.milliseconds(10, 3_000)) { codex in
            codex.isInitialized = true
            codex.answer(id, ["userAgent": "simulated"])
        }
    }

    // MARK: Answering

    func answer(_ id: JSON, _ result: JSON) { reply(["id": id, "result": result]) }

    func fail(_ id: JSON, _ code: Int64, _ message: String) {
        reply(["id": id, "error": ["code": .integer(code), "message": .string(message)]])
    }

    private func reply(_ line: JSON) {
        if world.faults.fires(.answerLost), isInitialized { return hasLostAnswer = true }
        let isSlow = world.faults.fires(.slowAnswer)
        let delay = isSlow ? world.random.milliseconds(100, 120_000) : world.random.milliseconds(0.1, 20)
        after(delay) { codex in
            if codex.world.faults.fires(.answerUnknown) { codex.say(["id": 123_456_789, "result": [:]]) }
            codex.say(line)
            if codex.world.faults.fires(.answerTwice) { codex.say(line) }
        }
    }

    /// Of a thread that nobody subscribes to nothing is told but its status.
    func tell(_ method: String, _ params: JSON) {
        if let thread = params["threadId"]?.stringValue, unsubscribed.contains(thread),
            method != "thread/status/changed"
        {
            return
        }
        say(["method": .string(method), "params": params])
    }

    // MARK: Threads

    private func load(_ thread: String) {
        loaded.insert(thread)
        unsubscribed.remove(thread)
        home.writers[thread] = pid
    }

    private func startThread(_ id: JSON) {
        let thread = home.nextThread()
        load(thread)
        tell("thread/started", ["thread": ["id": .string(thread), "cwd": "/work"]])
        answer(id, ["thread": ["id": .string(thread)]])
    }

    private func resumeThread(_ id: JSON, _ params: JSON) {
        guard let thread = params["threadId"]?.stringValue else { return fail(id, -32_602, "no threadId") }
        world.checker.resumeReaches(self, thread)
        if world.faults.fires(.rolloutVanishes) { home.rollouts.remove(thread) }
        guard loaded.contains(thread) || home.rollouts.contains(thread) else {
            return fail(id, -32_600, "no rollout found for thread id \(thread)")
        }
        if let writer = home.writers[thread], writer != pid {
            return fail(id, -32_600, "thread \(thread) already has an active writer")
        }
        load(thread)
        answer(id, ["thread": ["id": .string(thread)]])
        if let turn = turns[thread], !turn.isOver { tellStatus(thread, "active") }
        // Asked again, with the same ids, of whoever resumes.
        for (request, of) in asked.sorted(by: { $0.key < $1.key }) where of == thread { sayRequest(request, of) }
    }

    private func archiveThread(_ id: JSON, _ params: JSON) {
        guard let thread = params["threadId"]?.stringValue, home.rollouts.contains(thread) else {
            return fail(id, -32_600, "no rollout found for thread id")
        }
        if let turn = turns[thread] { finish(turn, thread) }
        home.rollouts.remove(thread)
        loaded.remove(thread)
        if home.writers[thread] == pid { home.writers[thread] = nil }
        tell("thread/archived", ["threadId": .string(thread)])
        answer(id, [:])
    }

    private func unsubscribe(_ id: JSON, _ params: JSON) {
        guard let thread = params["threadId"]?.stringValue, loaded.contains(thread) else {
            return answer(id, ["status": "notLoaded"])
        }
        unsubscribed.insert(thread)
        answer(id, ["status": "unsubscribed"])
    }

    func tellStatus(_ thread: String, _ status: String) {
        tell("thread/status/changed", ["threadId": .string(thread), "status": ["type": .string(status)]])
    }
}
