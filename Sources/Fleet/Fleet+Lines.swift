import BusProtocol
import Diagnostics
import EventLoop
import JSONRPC
import Supervision

/// Where a worker's line belongs.
struct Route {
    /// The thread that the worker owns, or nil: then the line is the worker's own.
    let thread: String?
    let scope: String
    let cause: CommandID
}

extension Fleet {
    /// The way of every line: publish it as it came, then act on the few that change what the fleet knows.
    func take(_ line: borrowing Line, _ envelope: Envelope, from worker: WorkerIdentity, _ context: LineContext) {
        guard let method = envelope.method else { return }
        let route = route(envelope, method, worker)
        let origin = EventOrigin(
            worker: worker.number, generation: context.generation, cause: route.cause, unixNanoseconds: context.readAt)
        if envelope.shape == .request {
            guard events.publish(request: line, method: method, scope: route.scope, origin: origin) else {
                reportMalformed(line, from: worker, reason: "a method that may not stand in a topic", context)
                if let id = envelope.id { refuse(id, of: worker) }
                return
            }
            takeRequest(line, envelope, method, from: worker, route, context)
        } else {
            guard
                let kind = events.publish(notification: line, method: method, scope: route.scope, origin: origin)
            else {
                return reportMalformed(line, from: worker, reason: "a method that may not stand in a topic", context)
            }
            if kind == .event, let thread = route.thread { act(on: line, envelope, method, thread, context) }
        }
    }

    private func route(_ envelope: Envelope, _ method: BorrowedText, _ worker: WorkerIdentity) -> Route {
        if let last = routes[worker.number], let thread = last.thread, let named = envelope.threadID, named == thread {
            return last
        }
        let route = findRoute(envelope, method, worker)
        routes[worker.number] = route
        return route
    }

    private func findRoute(_ envelope: Envelope, _ method: BorrowedText, _ worker: WorkerIdentity) -> Route {
        let own = Route(thread: nil, scope: Topic.scope(ofWorker: worker.name), cause: .none)
        guard let named = envelope.threadID, named.count <= Topic.longestName else { return own }
        let thread = named.string
        if !state.owns(worker: worker.number, thread: thread) {
            guard let notification = Notification(rawValue: method.string),
                state.adoptAnnounced(thread: thread, method: notification, worker: worker.number)
            else { return own }
        }
        return Route(thread: thread, scope: thread, cause: state.cause(ofThread: thread))
    }

    private func act(
        on line: borrowing Line, _ envelope: Envelope, _ method: BorrowedText, _ thread: String, _ context: LineContext
    ) {
        guard let notification = Notification(rawValue: method.string) else { return }
        let turn = envelope.turnID?.string
        decide { state in
            state.act(on: notification, thread: thread, turn: turn) { Self.params(of: line, context) }
        }
    }

    private func takeRequest(
        _ line: borrowing Line, _ envelope: Envelope, _ method: BorrowedText, from worker: WorkerIdentity,
        _ route: Route, _ context: LineContext
    ) {
        guard let id = envelope.id else { return }
        let request = ServerRequest(
            worker: worker.number, id: id, method: method.string, threadID: route.thread,
            itemID: envelope.itemID?.string, params: Self.params(of: line, context))
        decide {
            $0.serverRequest(request, at: loop.clock.now, unixSeconds: WallClock.unixMilliseconds / 1_000)
        }
    }

    private func refuse(_ request: RequestID, of worker: WorkerIdentity) {
        decide { _ in
            [.answer(worker: worker.number, request: request, .error(code: -32601, message: "no such method"))]
        }
    }

    /// The scanner has found the line valid; what a value can't hold (a lone surrogate) reads as no params at all.
    private static func params(of line: borrowing Line, _ context: LineContext) -> JSON {
        guard let raw = context.scanner.raw(.params, of: line) else { return [:] }
        return (try? JSON(parsing: raw)) ?? [:]
    }

    /// What is no message, or would forge one: counted, told, and its first bytes logged. The worker goes on.
    func reportMalformed(
        _ line: borrowing Line, from worker: WorkerIdentity, reason: String, _ context: LineContext
    ) {
        state.countMalformedLine()
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
