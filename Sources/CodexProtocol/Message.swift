/// Any line that codex writes.
public typealias ServerMessage = Message<ServerRequest, ServerNotification>

/// Any line that a client writes.
public typealias ClientMessage = Message<ClientRequest, ClientNotification>

/// One line of the protocol, of one direction. `additional` are the line's members beside those named
/// (`emittedAtMs`, `trace`, `jsonrpc`).
public enum Message<Request: MethodUnion, Notification: MethodUnion>: JSONCodable {
    case request(id: RequestId, Request, additional: [String: JSONValue] = [:])
    case notification(Notification, additional: [String: JSONValue] = [:])
    /// Which type `result` has only the one knows who made the request: `ThreadStartParams.response(from: result)`.
    case response(id: RequestId, result: JSONValue, additional: [String: JSONValue] = [:])
    case failure(id: RequestId, error: JSONRPCErrorError, additional: [String: JSONValue] = [:])

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        let id: RequestId? = try members.optional("id")
        let method: String? = try members.optional("method")
        switch (id, method) {
        case (let id?, let method?):
            let request = try Request(method: method, params: members.optional("params"))
            self = .request(id: id, request, additional: members.rest)
        case (nil, let method?):
            let notification = try Notification(method: method, params: members.optional("params"))
            self = .notification(notification, additional: members.rest)
        case (let id?, nil):
            if let error: JSONRPCErrorError = try members.optional("error") {
                self = .failure(id: id, error: error, additional: members.rest)
            } else {
                let result: JSONValue = try members.required("result")
                self = .response(id: id, result: result, additional: members.rest)
            }
        case (nil, nil):
            throw CodexProtocolError(.missingMember, expected: "an id or a method", found: "neither")
        }
    }

    public var json: JSONValue {
        var members: [String: JSONValue]
        switch self {
        case .request(let id, let request, let additional):
            members = additional
            members.set("id", id)
            members.set("method", request.method)
            members.setOptional("params", request.params)
        case .notification(let notification, let additional):
            members = additional
            members.set("method", notification.method)
            members.setOptional("params", notification.params)
        case .response(let id, let result, let additional):
            members = additional
            members.set("id", id)
            members.set("result", result)
        case .failure(let id, let error, let additional):
            members = additional
            members.set("id", id)
            members.set("error", error)
        }
        return .object(members)
    }
}

extension ClientRequestParams {
    /// Reads the answer to such a request; an error names the method.
    public static func response(from result: JSONValue) throws(CodexProtocolError) -> Response {
        do { return try Response(json: result) } catch { throw error.inside("result").of(method: method) }
    }
}

extension ServerRequestParams {
    /// Reads a reply to such a request; an error names the method.
    public static func response(from result: JSONValue) throws(CodexProtocolError) -> Response {
        do { return try Response(json: result) } catch { throw error.inside("result").of(method: method) }
    }
}
