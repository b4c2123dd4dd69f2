/// Names a request whose reply is still owed to a client. The command socket gives it out and takes it back.
package struct CommandToken: Sendable, Hashable {
    package let value: UInt64

    package init(value: UInt64) {
        self.value = value
    }
}
