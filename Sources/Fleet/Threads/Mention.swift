/// What a notification is about.
package struct Mention: Sendable {
    package let thread: String
    package let turn: String?
    package let item: String?

    package init(thread: String, turn: String? = nil, item: String? = nil) {
        self.thread = thread
        self.turn = turn
        self.item = item
    }
}
