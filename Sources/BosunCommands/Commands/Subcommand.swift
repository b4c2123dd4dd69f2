/// One of the words behind `bosun`.
protocol Subcommand: Sendable {
    static var syntax: CommandSyntax { get }

    /// Does it. Whoever calls has shown the help when it was asked for.
    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure)
}
