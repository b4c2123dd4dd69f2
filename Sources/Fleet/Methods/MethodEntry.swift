package import BusProtocol

/// What there is to know of a method before it is called.
package struct MethodEntry: Sendable {
    /// Who does it.
    package enum Target: Sendable, Equatable {
        case daemon(DaemonMethod)
        case appServer(AppServerMethod)
    }

    package let name: String
    package let target: Target
    /// The role that it takes; nil: nobody may call it.
    package let role: Role?
    /// One line.
    package let summary: String
    /// Those that it needs come first.
    package let params: [MethodParam]
    /// The result's type, in the notation of `MethodParam`.
    package let result: String

    /// Whether operators may call it on the control socket.
    package var isControl: Bool {
        guard case .daemon(let method) = target else { return false }
        return method.isControl
    }

    init(
        _ name: String, _ target: Target, role: Role?, summary: String, params: [MethodParam], result: String
    ) {
        self.name = name
        self.target = target
        self.role = role
        self.summary = summary
        self.params = params.filter(\.isRequired) + params.filter { !$0.isRequired }
        self.result = result
    }

    init(_ method: DaemonMethod) {
        self.init(
            method.rawValue, .daemon(method), role: method.role, summary: method.summary, params: method.params,
            result: "{any}")
    }

    /// A line of `AppServerMethods`; nil when it is none.
    init?(manifestLine line: some StringProtocol) {
        let words = line.split(separator: " ")
        guard words.count >= 4, words[1] == "refused" || Role(rawValue: String(words[1])) != nil else { return nil }
        let name = String(words[0])
        let params = words.dropFirst(4).compactMap { word -> MethodParam? in
            let parts = word.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let isRequired = parts[0].last == "!"
            return MethodParam(
                String(isRequired ? parts[0].dropLast() : parts[0]), String(parts[1]), isRequired: isRequired)
        }
        guard params.count == words.count - 4 else { return nil }
        self.init(
            name, .appServer(AppServerMethod(name)), role: Role(rawValue: String(words[1])),
            summary: "A worker's: codex \(AppServerMethods.codex), \(words[2]).", params: params,
            result: String(words[3]))
    }

    /// A method of the app-server's that the manifest does not have: what nobody has judged may do anything.
    init(unjudged name: String) {
        self.init(
            name, .appServer(AppServerMethod(name)), role: .admin,
            summary: "A worker's, unknown to codex \(AppServerMethods.codex).", params: [], result: "any")
    }
}
