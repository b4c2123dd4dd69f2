/// What to answer one request with.
struct HTTPAnswer: Sendable {
    enum Content: Sendable {
        case json(String)
        case events(EventStream)
    }

    let status: Int
    /// Silence before the first byte of the answer.
    let waitMilliseconds: Int
    let content: Content

    init(status: Int, json: String, waitMilliseconds: Int = 0) {
        self.status = status
        self.waitMilliseconds = waitMilliseconds
        self.content = .json(json)
    }

    init(events: EventStream, waitMilliseconds: Int) {
        self.status = 200
        self.waitMilliseconds = waitMilliseconds
        self.content = .events(events)
    }

    /// An error as the Responses API words it.
    static func error(status: Int, type: String, code: String, message: String, waitMilliseconds: Int = 0) -> HTTPAnswer
    {
        let members = [("message", message), ("type", type), ("code", code)]
        let object = members.map { "\(jsonQuoted($0)):\(jsonQuoted($1))" }.joined(separator: ",")
        return HTTPAnswer(status: status, json: "{\"error\":{\(object)}}", waitMilliseconds: waitMilliseconds)
    }
}
