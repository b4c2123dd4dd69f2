import BusProtocol

/// What a sub-command sees of the process it runs in.
package struct Surroundings: Sendable {
    package let environment: [String: String]
    package let output: Output

    package init(environment: [String: String], output: Output) {
        self.environment = environment
        self.output = output
    }

    /// Where the daemon is that `--run-dir` names.
    func endpoints(_ arguments: ParsedArguments) -> Endpoints {
        Endpoints(
            runDirectory: arguments.value(.runDirectory) ?? Endpoints.defaultRunDirectory(environment: environment))
    }
}
