import Glibc

/// Why a test could not even be set up.
package struct TestFailure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// Throws what the system says when `result` is negative.
package func check(_ what: String, _ result: CInt) throws {
    guard result >= 0 else { throw TestFailure("\(what): \(String(cString: strerror(errno)))") }
}
