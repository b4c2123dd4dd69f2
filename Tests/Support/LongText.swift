/// A test's argument that may be very long: only its beginning stands in the log.
package struct LongText: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(stringLiteral text: String) { self.text = text }

    /// All of it, or its beginning and how long it is.
    package var description: String {
        guard text.utf8.count > 100 else { return "\"\(text)\"" }
        return "\"\(text.prefix(40))…\" of \(text.utf8.count) bytes"
    }
}
