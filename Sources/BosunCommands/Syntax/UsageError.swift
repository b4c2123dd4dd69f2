/// A command line that can't be understood.
package struct UsageError: Error, Hashable {
    /// One line that names what is wrong.
    package let message: String
    /// How it should have been written.
    package let usage: String

    init(_ message: String, usage: String) {
        self.message = message
        self.usage = usage
    }
}
