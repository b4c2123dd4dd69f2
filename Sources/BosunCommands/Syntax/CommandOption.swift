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

    static let commands = CommandOption(
        "commands", "ENDPOINT", help: "the daemon elsewhere that takes commands there, such as tcp://HOST:7402")
    static let daemonKey = CommandOption("daemon-key", "FILE", help: "with --commands: the daemon's NAME.public")
    static let key = CommandOption("key", "FILE", help: "with --commands: your own NAME.secret")
    static let events = CommandOption("events", "ENDPOINT", help: "with --commands: where events are, tcp://HOST:7401")
    static let audience = CommandOption("audience", "NAME", help: "with --run-dir: the audience whose events are heard")

    /// What all that speak to a daemon take.
    static let ofClients = [runDirectory, commands, daemonKey, key, json]
    /// What those take that hear of events, too.
    static let ofListeners = [runDirectory, audience, commands, events, daemonKey, key, json]
}
