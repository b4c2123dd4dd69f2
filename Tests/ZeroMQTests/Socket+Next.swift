import ZeroMQ

extension Socket {
    /// The message that comes, within a time no test should need.
    func next(limit: Int = 16) throws -> Multipart {
        guard let message = try receiveMultipart(limit: limit, timeout: .seconds(20)) else { throw NothingCame() }
        return message
    }

    /// The text of a message of one frame.
    func nextText() throws -> String {
        guard let message = try receive(timeout: .seconds(20)) else { throw NothingCame() }
        return message.text
    }

    /// The bytes of a message of one frame.
    func nextBytes() throws -> [UInt8] {
        guard let message = try receive(timeout: .seconds(20)) else { throw NothingCame() }
        return message.bytes
    }

    struct NothingCame: Error {}
}
