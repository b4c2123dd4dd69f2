/// An absolute path, as its components. Links are not followed: nobody asks the disk.
package struct PathPrefix: Sendable, Hashable, CustomStringConvertible {
    private let components: [String]

    /// Nil for a relative path, and for one with `..`: where that leads, links decide.
    package init?(_ path: String) {
        guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else { return nil }
        let components = path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
            .filter { $0 != "." }
        guard !components.contains("..") else { return nil }
        self.components = components
    }

    /// A path that may be relative to a directory.
    package init?(_ path: String, in directory: String?) {
        if path.utf8.first == UInt8(ascii: "/") {
            self.init(path)
        } else if let directory, !path.isEmpty {
            self.init("\(directory)/\(path)")
        } else {
            return nil
        }
    }

    /// Whether the other one is this path or lies below it.
    package func contains(_ other: PathPrefix) -> Bool {
        components.count <= other.components.count
            && zip(components, other.components).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    package var description: String { "/" + components.joined(separator: "/") }
}
