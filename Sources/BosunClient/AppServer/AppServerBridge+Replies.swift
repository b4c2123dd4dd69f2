import BusProtocol
package import EventLoop
import JSONRPC

extension AppServerBridge {
    /// A reply of the daemon's.
    package mutating func replied(_ bytes: [UInt8], at now: MonotonicInstant) -> [Action] {
        let reply: CommandReply
        do throws(ClientError) {
            reply = try CommandReply(parsing: bytes)
        } catch {
            return [.tell("\(error)")]
        }
        switch reply {
        case .result(.number(let id), let result): return succeeded(id, result, bytes, at: now)
        case .error(.number(let id)?, let error): return failed(id, error, at: now)
        case .error(nil, let error): return [.tell("the daemon could not read a request: \(error)")]
        case .result, .error: return []
        }
    }

    /// The daemon is not to be heard any more: whoever waits is told, once for each request.
    package mutating func turnedAway(because reason: String) -> [Action] {
        let error: JSON = [
            "code": .integer(Int64(BusErrorReason.forbidden.code)), "message": .string(reason),
            "data": ["reason": .string(BusErrorReason.forbidden.rawValue), "retryable": false],
        ]
        var waiting: [[UInt8]] = []
        for number in requests.keys.sorted() {
            switch (requests[number]?.purpose, stage) {
            case (.client(let id, _), _), (.workers, .initializing(let id, _)): waiting.append(id)
            default: break
            }
        }
        requests = [:]
        return waiting.map { Self.line(["id": .raw($0), "error": error]) }
    }

    private mutating func succeeded(
        _ id: Int64, _ result: CommandResult, _ reply: [UInt8], at now: MonotonicInstant
    ) -> [Action] {
        guard let request = requests[id] else { return [] }
        switch request.purpose {
        case .workers: return takeWorkers(id, result.value, at: now)
        case .approvals(let thread):
            requests[id] = nil
            return takeOpen(result.value, thread: thread)
        case .respond:
            requests[id] = nil
            return []
        case .replay(let cursor):
            requests[id] = nil
            return takePage(result.value, after: cursor, at: now)
        case .body(let ref, let thread):
            requests[id] = nil
            return takeBody(result.value, ref, thread, at: now)
        case .client(let clientID, let method):
            requests[id] = nil
            var actions = [Action.write(Self.result(clientID, result.bytes))]
            if method == "account/login/start", let login = result.value["loginId"]?.stringValue {
                keep(handle: login)
            }
            if let thread = Self.thread(ofReply: reply, to: method, result) {
                actions += adopt(thread, after: result.cursor, at: now)
                if method == "thread/resume", options.asksApprovals {
                    actions += send("approval/list", [:], for: .approvals(thread: thread), at: now)
                }
            }
            return actions + finish(request.command, at: now)
        }
    }

    private mutating func failed(_ id: Int64, _ error: RPCError, at now: MonotonicInstant) -> [Action] {
        guard var request = requests[id] else { return [] }
        if case .respond(let approval, let params) = request.purpose,
            let actions = respondUnkeyed(approval, params, after: error, at: now)
        {
            requests[id] = nil
            return actions
        }
        if error.isRetryable, now < request.patience {
            defer { requests[id] = request }
            request.pause = min(request.pause * 2, .seconds(1))
            return [.wait(id, request.pause)]
        }
        requests[id] = nil
        switch request.purpose {
        case .workers:
            guard case .initializing(let clientID, _) = stage else { return [] }
            stage = .new
            return [Self.line(["id": .raw(clientID), "error": error.json])]
        case .replay(let cursor): return missed(after: cursor, error, at: now)
        case .body(let ref, let thread): return missed(body: ref, thread, error, at: now)
        case .approvals: return [.tell("open approvals are not known: \(error)")]
        case .respond(let approval, _): return refusedAnswer(to: approval, error, at: now)
        case .client(let clientID, _):
            return [Self.line(["id": .raw(clientID), "error": error.json])] + finish(request.command, at: now)
        }
    }

    /// The client has the reply: what waited for that follows.
    private mutating func finish(_ command: CommandID, at now: MonotonicInstant) -> [Action] {
        guard starting.remove(command) != nil else { return [] }
        return held.keys.sorted().flatMap { release($0, at: now) }
    }

    private static func result(_ id: [UInt8], _ result: [UInt8]) -> [UInt8] {
        Array(#"{"id":"#.utf8) + id + Array(#","result":"#.utf8) + result + Array("}\n".utf8)
    }

    /// `result.thread.id`, taken out of a reply that may be large.
    private static func thread(ofReply bytes: [UInt8], to method: String, _ result: CommandResult) -> String? {
        guard AppServerRequest.loadsThread(method) else { return nil }
        if method == "review/start" { return result.value["reviewThreadId"]?.stringValue }
        return Line.withCopy(of: bytes) { line in
            // The same bytes were read before.
            (try? EnvelopeScanner().scan(line))?.threadID?.string
        }
    }
}
