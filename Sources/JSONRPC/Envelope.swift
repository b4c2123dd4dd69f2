internal import CSimdJSON

/// What routing needs of a worker's line. Its texts are valid until the scanner's next scan or `trim`; those of a `LineBatch`
/// as long as the batch lends it.
///
/// A member of a type that the protocol does not have there counts as absent, but for `id` and `method`.
///
/// `@unchecked Sendable`: it is handed to another actor of the same thread for the time of a call, as its line is.
package struct Envelope: @unchecked Sendable {
    /// The four kinds of lines an app-server writes, told apart by their members.
    package enum Shape: Hashable, Sendable {
        /// `id` and `method`: the server asks. Its ids are apart from those of the requests it answers.
        case request
        /// `id` and `result`
        case response
        /// `id` and `error`
        case error
        /// `method` alone
        case notification
    }

    package let shape: Shape
    /// Of requests and notifications.
    package let method: BorrowedText?
    /// `params.threadId`, else `params.thread.id`, else `params.conversationId`; of a response, the same in `result`
    package let threadID: BorrowedText?
    /// `params.turnId`, else `params.turn.id`
    package let turnID: BorrowedText?
    /// `params.itemId`, else `params.item.id`
    package let itemID: BorrowedText?
    /// Of the id, which is `text` where that is there.
    let number: Int64
    let text: BorrowedText?

    init(_ members: csimdjson_envelope) throws(JSONError) {
        let hasID = members.id_kind != UInt8(CSIMDJSON_ABSENT.rawValue)
        let hasMethod = members.method_kind != UInt8(CSIMDJSON_ABSENT.rawValue)
        let hasResult = members.result_kind != UInt8(CSIMDJSON_ABSENT.rawValue)
        let hasError = members.error_kind != UInt8(CSIMDJSON_ABSENT.rawValue)
        switch (hasID, hasMethod, hasResult, hasError) {
        case (true, true, false, false): shape = .request
        case (true, false, true, false): shape = .response
        case (true, false, false, true): shape = .error
        case (false, true, false, false): shape = .notification
        default: throw JSONError(.unknownShape)
        }
        method = BorrowedText(members.method)
        text = BorrowedText(members.id_text)
        number = members.id_number
        threadID = BorrowedText(members.thread_id)
        turnID = BorrowedText(members.turn_id)
        itemID = BorrowedText(members.item_id)
        if hasID && text == nil && members.id_kind != UInt8(CSIMDJSON_INTEGER.rawValue) { throw JSONError(.invalidID) }
        if hasMethod && method == nil { throw JSONError(.invalidMethod) }
    }

    /// One whose texts were copied to somewhere else, and are valid as long as that is.
    init(
        shape: Shape, method: BorrowedText?, threadID: BorrowedText?, turnID: BorrowedText?, itemID: BorrowedText?,
        number: Int64, text: BorrowedText?
    ) {
        self.shape = shape
        self.method = method
        self.threadID = threadID
        self.turnID = turnID
        self.itemID = itemID
        self.number = number
        self.text = text
    }

    /// The request's id; nil for notifications.
    package var id: RequestID? {
        switch shape {
        case .notification: nil
        case .request, .response, .error: text.map { .string($0.string) } ?? .number(number)
        }
    }
}
