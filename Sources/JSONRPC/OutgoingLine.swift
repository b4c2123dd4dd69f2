/// The lines that are written to a worker, each ending in its newline and holding no other.
package enum OutgoingLine {
    /// `{"id":…,"method":…,"params":…}`, without `params` when there are none.
    package static func request(id: RequestID, method: String, params: JSON? = nil) -> [UInt8] {
        line([("id", id.json), ("method", .string(method)), ("params", params)])
    }

    /// `{"method":…,"params":…}`, without `params` when there are none.
    package static func notification(method: String, params: JSON? = nil) -> [UInt8] {
        line([("method", .string(method)), ("params", params)])
    }

    /// The answer to a server's request.
    package static func response(id: RequestID, result: JSON) -> [UInt8] {
        line([("id", id.json), ("result", result)])
    }

    /// The refusal of a server's request.
    package static func error(id: RequestID, code: Int, message: String, data: JSON? = nil) -> [UInt8] {
        var error: [JSON.Member] = [.init("code", .integer(Int64(code))), .init("message", .string(message))]
        if let data { error.append(.init("data", data)) }
        return line([("id", id.json), ("error", .object(error))])
    }

    private static func line(_ members: [(String, JSON?)]) -> [UInt8] {
        var output = JSON.object(members.compactMap { name, value in value.map { .init(name, $0) } }).serialized()
        output.append(UInt8(ascii: "\n"))
        return output
    }
}
