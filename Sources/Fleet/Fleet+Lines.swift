import BusProtocol
import Diagnostics
import EventLoop
import JSONRPC
import Supervision

extension Fleet {
    /// The way of every line: publish it as it came, then act on the few that change what the fleet knows.
    ///
    /// Not isolated, because entering the actor costs as much as publishing a delta does: only what needs the fleet's
    /// state enters it. It is called on the loop; the events' socket checks that with each line.
    nonisolated func take(
        _ line: borrowing Line, _ envelope: Envelope, from worker: WorkerIdentity, _ context: LineContext
    ) {
        guard let method = envelope.method else { return }
        let route =
            routes.find(worker.number, thread: envelope.threadID)
            ?? assumeIsolated { $0.findRoute(envelope, method, worker) }  // on the loop
        route.count?.add()
        let origin = EventOrigin(
            worker: worker.number, generation: context.generation, cause: route.cause, unixNanoseconds: context.readAt)
        if envelope.shape == .request {
            let isPublished = events.publish(request: line, method: method, scope: route.scope, origin: origin)
            assumeIsolated { fleet in  // on the loop
                if isPublished { return fleet.takeRequest(line, envelope, method, from: worker, route, context) }
                fleet.reportMalformed(line, from: worker, reason: Self.badMethod, context)
                if let id = envelope.id { fleet.refuse(id, of: worker, context) }
            }
        } else {
            switch events.publish(notification: line, method: method, scope: route.scope, origin: origin) {
            case .event:
                guard let notification = Notification(method) else { return }
                assumeIsolated { fleet in  // on the loop
                    fleet.act(on: notification, line, envelope, from: worker, thread: route.thread, context)
                }
            case nil:
                assumeIsolated {  // on the loop
                    $0.reportMalformed(line, from: worker, reason: Self.badMethod, context)
                }
            default:
                break
            }
        }
    }

    private static let badMethod = "a method that may not stand in a topic"

    /// Where the line belongs, which the worker's next lines of that thread need not ask again.
    private func findRoute(_ envelope: Envelope, _ method: BorrowedText, _ worker: WorkerIdentity) -> Route {
        let own = Route(
            worker: worker.number, thread: nil, scope: Topic.scope(ofWorker: worker.name), cause: .none, count: nil,
            version: routes.version)
        guard let named = envelope.threadID, named.count <= Topic.longestName else { return own }
        let thread = named.string
        if !ask({ $0.owns(worker: worker.number, thread: thread) }) {
            guard let notification = Notification(rawValue: method.string),
                adoptAnnounced(thread, notification, worker)
            else { return own }
        }
        let route = Route(
            worker: worker.number, thread: thread, scope: thread, cause: ask { $0.cause(ofThread: thread) },
            count: routes.count(of: thread), version: routes.version)
        routes.keep(route, of: worker.number, thread: named)
        return route
    }

    private func adoptAnnounced(_ thread: String, _ notification: Notification, _ worker: WorkerIdentity) -> Bool {
        var isTaken = false
        decide { state in
            let outcome = state.takeAnnounced(
                thread: thread, method: notification, worker: worker.number, at: loop.clock.now)
            isTaken = outcome.isTaken
            return outcome.actions
        }
        return isTaken
    }

    private func act(
        on notification: Notification, _ line: borrowing Line, _ envelope: Envelope, from worker: WorkerIdentity,
        thread: String?, _ context: LineContext
    ) {
        switch notification {
        case .serverRequestResolved:
            let request = Self.params(of: line, context)["requestId"].flatMap(RequestID.init(json:))
            if let request { decide { $0.withdraw(worker: worker.number, request: request, at: loop.clock.now) } }
        case .processExited:
            let handle = Self.params(of: line, context)["processHandle"]?.stringValue
            if let handle { state.ended(process: handle, worker: worker.number) }
        default: break
        }
        guard let thread else {
            if let named = envelope.threadID, named.count <= Topic.longestName {
                actOnUnloaded(notification, named.string, line, from: worker, context)
            }
            return
        }
        let about = Mention(thread: thread, turn: envelope.turnID?.string, item: envelope.itemID?.string)
        decide { state in
            state.act(on: notification, about, at: loop.clock.now) { Self.params(of: line, context) }
        }
    }

    /// The worker speaks of a thread that it does not have, or does not have any more.
    private func actOnUnloaded(
        _ notification: Notification, _ thread: String, _ line: borrowing Line, from worker: WorkerIdentity,
        _ context: LineContext
    ) {
        switch notification {
        case .threadClosed: state.closed(thread: thread, worker: worker.number)
        case .threadStatusChanged where Self.params(of: line, context)["status"]?["type"] == "active":
            decide { $0.stirred(thread: thread, worker: worker.number, at: loop.clock.now) }
        default: break
        }
    }

    private func takeRequest(
        _ line: borrowing Line, _ envelope: Envelope, _ method: BorrowedText, from worker: WorkerIdentity,
        _ route: Route, _ context: LineContext
    ) {
        guard let id = envelope.id else { return }
        let request = ServerRequest(
            worker: worker.number, generation: context.generation, id: id, method: method.string,
            threadID: route.thread, itemID: envelope.itemID?.string, params: Self.params(of: line, context))
        decide {
            $0.serverRequest(request, at: loop.clock.now, unixSeconds: WallClock.unixMilliseconds / 1_000)
        }
    }

    private func refuse(_ request: RequestID, of worker: WorkerIdentity, _ context: LineContext) {
        decide { _ in
            [
                .answer(
                    worker: worker.number, generation: context.generation, request: request,
                    .error(code: -32601, message: "no such method"))
            ]
        }
    }

    /// The scanner has found the line valid; what a value can't hold (a lone surrogate), and what would take the loop long
    /// to read, reads as no params at all.
    private static func params(of line: borrowing Line, _ context: LineContext) -> JSON {
        guard line.count <= largestActedOn, let raw = context.scanner.raw(.params, of: line) else { return [:] }
        return (try? JSON(parsing: raw)) ?? [:]
    }

    private static let largestActedOn = 1 << 20

    /// What is no message, or would forge one: counted, told, and its first bytes logged. The worker goes on.
    func reportMalformed(
        _ line: borrowing Line, from worker: WorkerIdentity, reason: String, _ context: LineContext
    ) {
        state.countMalformedLine()
        guard malformedLines.admits(worker.number, second: loop.clock.now.nanoseconds / 1_000_000_000) else { return }
        let start = String(decoding: line.withUnsafeBytes { Array($0.prefix(Self.loggedBytes)) }, as: UTF8.self)
        log.warning(
            "a line that is no message",
            ["worker": worker.name, "reason": reason, "bytes": "\(line.count)", "line": start])
        events.publish(
            .event, scope: Topic.scope(ofWorker: worker.name), method: "bosun/malformed",
            body: [
                "worker": .string(worker.name), "reason": .string(reason), "bytes": .integer(Int64(line.count)),
            ],
            origin: EventOrigin(
                worker: worker.number, generation: context.generation, unixNanoseconds: context.readAt))
    }

    private static let loggedBytes = 400
}
