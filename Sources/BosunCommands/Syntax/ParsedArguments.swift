/// A sub-command's words, sorted by its syntax.
package struct ParsedArguments: Sendable {
    package let syntax: CommandSyntax
    package internal(set) var operands: [String] = []
    /// What stood behind `--`, when the syntax takes it; nil when there was no `--`.
    package internal(set) var rest: [String]?
    package internal(set) var wantsHelp = false
    var values: [String: [String]] = [:]

    init(_ syntax: CommandSyntax) {
        self.syntax = syntax
    }

    package func has(_ option: CommandOption) -> Bool { !self[option].isEmpty }

    package func value(_ option: CommandOption) -> String? { self[option].last }

    /// All values of a repeatable option, in their order.
    package subscript(option: CommandOption) -> [String] {
        // Of the house's own tables only: an option that the syntax lacks would be one that nobody can give.
        precondition(syntax.options.contains(option))
        return values[option.name] ?? []
    }

    package func integer(_ option: CommandOption, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = value(option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw error(
                "--\(option.name) is a whole number from \(range.lowerBound) to \(range.upperBound), not \(text)")
        }
        return number
    }

    /// Seconds, which may have a fraction, up to a day.
    package func seconds(_ option: CommandOption) throws(UsageError) -> Duration? {
        guard let text = value(option) else { return nil }
        guard let number = Double(text), number >= 0.001, number <= 86_400 else {
            throw error("--\(option.name) is a number of seconds from 0.001 to 86400, not \(text)")
        }
        return .milliseconds(Int64(number * 1000))
    }

    /// A wrong use of this sub-command.
    package func error(_ message: String) -> UsageError { UsageError(message, usage: syntax.usage) }
}
