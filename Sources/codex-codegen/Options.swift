/// The command line.
struct Options {
    enum Action: String {
        case generate, check
    }

    let action: Action
    let codex: String
    let root: String

    init(_ arguments: [String]) throws(CodegenError) {
        guard let action = arguments.first.flatMap(Action.init(rawValue:)), arguments.count % 2 == 1 else {
            throw CodegenError(.usage, "\n" + CodexCodegen.usage)
        }
        var values: [String: String] = [:]
        for index in stride(from: 1, to: arguments.count, by: 2) { values[arguments[index]] = arguments[index + 1] }
        guard let codex = values.removeValue(forKey: "--codex") else {
            throw CodegenError(.usage, "--codex is missing\n" + CodexCodegen.usage)
        }
        self.action = action
        self.codex = codex
        root = values.removeValue(forKey: "--root") ?? "."
        guard values.isEmpty else {
            throw CodegenError(.usage, "\(values.keys.sorted().joined(separator: ", "))?\n" + CodexCodegen.usage)
        }
    }
}
