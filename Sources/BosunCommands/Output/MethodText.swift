import BusProtocol
import Fleet

/// The methods of the command socket, for people: from the table that also dispatches them and checks roles.
enum MethodText {
    /// Each with the role that it takes.
    static var overview: String {
        let rows = MethodTable.entries.filter { $0.role != nil }.map { ($0.name, role(of: $0)) }
        return """
            Methods that `bosun call` and clients can send, and the role that each takes:

            \(CommandSyntax.columns(rows))

            bosun help METHOD says more.
            """
    }

    /// What one does and takes.
    static func text(of entry: MethodEntry) -> String {
        var parts = ["\(entry.name)\n\n\(entry.summary)", "Role: \(role(of: entry))."]
        if entry.isControl { parts[1] += " Also on the control socket." }
        if !entry.params.isEmpty {
            let rows = entry.params.map { ($0.name, "\($0.type)\($0.isRequired ? ", needed" : "")") }
            parts.append("params\n\(CommandSyntax.columns(rows))")
        }
        parts.append("result: \(entry.result)")
        return parts.joined(separator: "\n\n")
    }

    private static func role(of entry: MethodEntry) -> String { entry.role?.rawValue ?? "nobody may call it" }
}
