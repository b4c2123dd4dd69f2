import JSONRPC

/// A reply of the command socket.
struct Reply: CustomStringConvertible {
    let json: JSON

    var result: JSON? { json["result"] }
    var error: JSON? { json["error"] }
    var code: Int64? { error?["code"]?.intValue }
    /// Bosun's own word for what went wrong.
    var reason: String? { error?["data"]?["reason"]?.stringValue }
    var description: String { String(json.description.prefix(600)) }
}
