import JSONRPC

/// `CommandRequest` takes of a request what it says, as one line, and refuses it for what is wrong with it.
struct CommandReading {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func check() throws(BrokenProperty) {
        let value = Result { () throws(JSONError) in
            try JSON(parsing: bytes, maximumDepth: CommandRequest.maximumDepth)
        }
        let request = Result { () throws(CommandRequestError) in try CommandRequest(parsing: bytes) }
        switch (request, value) {
        case (.success(let request), .success(let value)):
            try BrokenProperty.check(refusal(of: value) == nil, "it passes: \(value)")
            try check(request, against: value)
        case (.success, .failure(let error)):
            throw BrokenProperty("a request that is no value passes: \(error)")
        case (.failure(let error), .success(let value)):
            let isLongID = error.code == .wrongID && (value["id"]?.serialized().count ?? 0) > 0
            try BrokenProperty.check(isLongID || refusal(of: value) == error.code, "\(error) of \(value)")
        case (.failure(let error), .failure(let reason)):
            let isRight = error.code == .notJSON || (reason.code == .duplicateKey && error.code != .wrongParams)
            try BrokenProperty.check(isRight, "\(error) of what is \(reason)")
        }
    }

    private func check(_ request: CommandRequest, against value: JSON) throws(BrokenProperty) {
        try BrokenProperty.check(request.method == value["method"]?.stringValue, "its method is \(request.method)")
        try BrokenProperty.check(request.meta == value["meta"] ?? [:], "its meta is \(request.meta)")
        try BrokenProperty.check((try? request.paramsValue) == value["params"] ?? [:], "its params are others")
        try BrokenProperty.check((try? JSON(parsing: request.id)) == value["id"], "its id is another")
        let thread = value["params"]?["threadId"]?.stringValue ?? value["params"]?["conversationId"]?.stringValue
        try BrokenProperty.check(request.threadID == thread, "its thread is \(request.threadID ?? "none")")
        // A line break in what goes to a worker would begin a second message.
        let isOneLine = (request.params + request.id).allSatisfy { $0 >= 0x20 }
        try BrokenProperty.check(isOneLine, "its params are more than a line")
    }

    /// Nil: it is a request.
    private func refusal(of value: JSON) -> CommandRequestError.Code? {
        guard value.isObject else { return value.arrayValue == nil ? .notAnObject : .batch }
        switch value["id"] {
        case nil, .null?: return .noID
        case .bool?, .array?, .object?, .raw?: return .wrongID
        case .integer?, .unsigned?, .number?, .string?: break
        }
        if let version = value["jsonrpc"], version.stringValue != "2.0" { return .wrongVersion }
        if value["method"]?.stringValue?.utf8.isEmpty ?? true { return .wrongMethod }
        if let meta = value["meta"], !meta.isObject { return .wrongMeta }
        if let params = value["params"], !params.isObject { return .wrongParams }
        return nil
    }
}
