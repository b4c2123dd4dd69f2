/// All methods that can be called: it says who does each, who may, and what it takes.
package enum MethodTable {
    /// The daemon's own, then the app-server's, each in the order of their names.
    package static let entries: [MethodEntry] =
        DaemonMethod.allCases.map { MethodEntry($0) }.sorted { $0.name < $1.name }
        + AppServerMethods.lines.split(separator: "\n").compactMap { MethodEntry(manifestLine: $0) }

    private static let byName = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }

    /// Nil for a name that is the daemon's and that it has no method of; others that nobody knows are a worker's.
    package static func entry(for name: String) -> MethodEntry? {
        byName[name] ?? (DaemonMethod.isReserved(name) ? nil : MethodEntry(unjudged: name))
    }
}
