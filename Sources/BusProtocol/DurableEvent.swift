/// An event as it was, or will be, published.
package struct DurableEvent: Sendable, Hashable {
    package let topic: [UInt8]
    package let header: EventHeader
    package let body: [UInt8]
    /// What `body` only names, where the flag for that is set; empty otherwise, and when the event was read again.
    package let wholeBody: [UInt8]

    package init(topic: [UInt8], header: EventHeader, body: [UInt8], wholeBody: [UInt8] = []) {
        self.topic = topic
        self.header = header
        self.body = body
        self.wholeBody = wholeBody
    }
}
