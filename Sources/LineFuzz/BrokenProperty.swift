/// What a reader of lines did that it must not do.
package struct BrokenProperty: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    /// Throws unless `holds`.
    static func check(_ holds: Bool, _ property: @autoclosure () -> String) throws(BrokenProperty) {
        if !holds { throw BrokenProperty(property()) }
    }
}
