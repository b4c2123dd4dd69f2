/// A word of a sub-command that is no option.
package struct CommandOperand: Sendable, Hashable {
    package enum Count: Sendable, Hashable {
        case required
        case optional
        /// None or more; only the last may be.
        case any
    }

    package let name: String
    package let count: Count
    package let help: String

    package init(_ name: String, _ count: Count = .required, help: String) {
        self.name = name
        self.count = count
        self.help = help
    }

    var usage: String {
        switch count {
        case .required: name
        case .optional: "[\(name)]"
        case .any: "[\(name)...]"
        }
    }
}
