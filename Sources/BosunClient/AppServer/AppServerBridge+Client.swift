import BusProtocol
package import EventLoop
import JSONRPC

extension AppServerBridge {
    /// A line of the client's.
    package mutating func clientSaid(_ line: [UInt8], at now: MonotonicInstant) -> [Action] {
        guard line.contains(where: { !" \t\r".utf8.contains($0) }) else { return [] }
        do throws(CommandRequestError) {
            return takeRequest(try CommandRequest(parsing: line), at: now)
        } catch {
            return takeOther(line, error, at: now)
        }
    }

    /// What is no request as it stands: an answer, a notification, a request with `"params":null`; or wrong.
    private mutating func takeOther(
        _ line: [UInt8], _ error: CommandRequestError, at now: MonotonicInstant
    ) -> [Action] {
        guard var message = try? JSON(parsing: line), message.isObject else {
            // Codex does not answer such a line either (0.163.0).
            return [.tell("a line of the client's is no message: \(error)")]
        }
        let hasMethod = message["method"] != nil
        switch (hasMethod, message["id"]) {
        // `initialized` is the only one that codex knows.
        case (true, nil): return []
        case (true, _?) where message["params"]?.isNull == true:
            message["params"] = nil
            guard let request = try? CommandRequest(parsing: message.serialized()) else { break }
            return takeRequest(request, at: now)
        case (false, let id?): return answered(id, message, at: now)
        default: break
        }
        guard let id = error.id else { return [.tell("a line of the client's is no message: \(error)")] }
        return [Self.error(id, code: error.rpcCode, "\(error)")]
    }

    private mutating func takeRequest(_ request: CommandRequest, at now: MonotonicInstant) -> [Action] {
        let method = AppServerRequest(request.method)
        switch stage {
        case .serving: break
        case .new:
            guard request.method == "initialize" else {
                return [Self.error(request.id, code: -32600, "Not initialized")]
            }
            return initialize(request, at: now)
        case .initializing: return [Self.error(request.id, code: -32600, "Not initialized")]
        }
        guard request.method != "initialize" else {
            return [Self.error(request.id, code: -32600, "Already initialized")]
        }
        guard requests.count < Self.openLimit else {
            return [Self.error(request.id, code: -32001, "Server overloaded; retry later.")]
        }
        if request.method == "thread/unsubscribe" { return unsubscribe(request) }
        var params = JSON.raw(request.params)
        if method.worksSomewhere, let directory = options.directory, params["cwd"].map(\.isNull) ?? true {
            params["cwd"] = .string(directory)
        }
        if let handle = method.handles.compactMap({ request.smallParams?[$0]?.stringValue }).first {
            keep(handle: handle)
        }
        let actions = send(
            request.method, params, for: .client(id: request.id, method: request.method), isOnce: !method.onlyReads,
            deadline: method.deadline, at: now)
        if method.answersFirst, let command = requests[lastRequest]?.command { starting.insert(command) }
        return actions
    }

    /// Above the bound all are forgotten: output of theirs is heard no more.
    mutating func keep(handle: String) {
        if handles.count >= Self.handleLimit { handles = [] }
        handles.insert(handle)
    }

    /// The fleet goes on; this client alone hears no more of the thread.
    private mutating func unsubscribe(_ request: CommandRequest) -> [Action] {
        let thread = request.threadID.flatMap { threads.remove($0) }
        let status = thread == nil ? "notSubscribed" : "unsubscribed"
        return [Self.line(["id": .raw(request.id), "result": ["status": .string(status)]])]
    }

    // MARK: Initialize

    private mutating func initialize(_ request: CommandRequest, at now: MonotonicInstant) -> [Action] {
        let params = request.smallParams ?? [:]
        guard let name = params["clientInfo"]?["name"]?.stringValue else {
            return [Self.error(request.id, code: -32600, "Invalid request: missing field `clientInfo`")]
        }
        unwanted = Set(
            (params["capabilities"]?["optOutNotificationMethods"]?.arrayValue ?? []).compactMap(\.stringValue))
        let version = params["clientInfo"]?["version"]?.stringValue ?? ""
        stage = .initializing(id: request.id, ServerDescription(clientName: name, clientVersion: version))
        return askForWorkers(at: now)
    }

    private mutating func askForWorkers(at now: MonotonicInstant) -> [Action] {
        send("worker/list", [:], for: .workers, at: now)
    }

    /// The fleet's codex is that of its first worker that has named one; until one has, it is waited for.
    mutating func takeWorkers(_ id: Int64, _ result: JSON, at now: MonotonicInstant) -> [Action] {
        guard case .initializing(let clientID, let description) = stage, var request = requests[id] else { return [] }
        let workers = (result["workers"]?.arrayValue ?? []).filter { worker in
            options.group == nil || worker["group"]?.stringValue == options.group
        }
        guard let worker = workers.first(where: { $0["codex"]?.stringValue != nil }),
            let version = worker["codex"]?.stringValue
        else {
            guard now < request.patience else {
                requests[id] = nil
                stage = .new
                return [Self.error(clientID, code: -32603, "no worker of the fleet has started")]
            }
            request.pause = min(request.pause * 2, .seconds(1))
            requests[id] = request
            return [.wait(id, request.pause)]
        }
        requests[id] = nil
        stage = .serving
        let agent =
            "\(description.clientName)/\(version) (bosun) unknown (\(description.clientName); \(description.clientVersion))"
        return [
            Self.line([
                "id": .raw(clientID),
                "result": [
                    "userAgent": .string(agent), "codexHome": worker["codexHome"] ?? "/", "platformFamily": "unix",
                    "platformOs": "linux",
                ],
            ])
        ]
    }
}
