/// A `--name` of a sub-command: the parser and the help text are made from the same table of these.
package struct CommandOption: Sendable, Hashable {
    /// Without its dashes.
    package let name: String
    /// What stands for the value in the help; nil: it takes none.
    package let placeholder: String?
    /// The only values it takes; empty: any.
    package let choices: [String]
    package let isRepeatable: Bool
    package let help: String

    package init(
        _ name: String, _ placeholder: String? = nil, choices: [String] = [], isRepeatable: Bool = false, help: String
    ) {
        self.name = name
        self.placeholder = choices.isEmpty ? placeholder : choices.joined(separator: "|")
        self.choices = choices
        self.isRepeatable = isRepeatable
        self.help = help
    }

    package static let help = CommandOption("help", help: "show this help")
    static let runDirectory = CommandOption(
        "run-dir", "DIR", help: "the daemon's run directory; by default $XDG_RUNTIME_DIR/bosun, else /run/bosun")
    static let json = CommandOption("json", help: "JSON lines, no colour")

    /// What all that speak to a daemon take.
    static let ofClients = [runDirectory, json]
}
