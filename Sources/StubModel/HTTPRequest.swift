/// One request, read whole.
struct HTTPRequest: Sendable {
    let method: String
    /// Without the query.
    let path: String
    let body: [UInt8]
}
