import BosunClient
import JSONRPC

/// The workers that a sub-command is for: one by its name, or a group's.
enum WorkerTarget {
    static let operand = CommandOperand("WORKER", .optional, help: "its name, as `bosun status` has it")
    static let group = CommandOption("group", "NAME", help: "all workers of that group instead")

    /// Sends `method` for the workers that the words name, and tells how they stand since.
    static func operate(
        _ method: String, with more: JSON = [:], _ arguments: ParsedArguments, _ surroundings: Surroundings
    ) throws(CommandFailure) {
        var params = more
        switch (arguments.operands.first, arguments.value(group)) {
        case (let worker?, nil): params["worker"] = .string(worker)
        case (nil, let group?): params["group"] = .string(group)
        case (nil, nil): throw CommandFailure(arguments.error("WORKER or --\(group.name) is missing"))
        case (_?, _?): throw CommandFailure(arguments.error("WORKER and --\(group.name) exclude each other"))
        }
        try call(method, params, arguments, surroundings)
    }

    /// Sends `method` for the whole fleet; `flag` stands instead of a worker's name.
    static func operateFleet(
        _ method: String, with params: JSON = [:], for flag: CommandOption, _ arguments: ParsedArguments,
        _ surroundings: Surroundings
    ) throws(CommandFailure) {
        guard arguments.operands.isEmpty, !arguments.has(group) else {
            throw CommandFailure(arguments.error("--\(flag.name) is for the whole fleet"))
        }
        try call(method, params, arguments, surroundings)
    }

    private static func call(
        _ method: String, _ params: JSON, _ arguments: ParsedArguments, _ surroundings: Surroundings
    ) throws(CommandFailure) {
        let connection = try DaemonConnection(arguments, surroundings, isOperators: true)
        let result = try connection.call(method, params)
        let output = surroundings.output
        guard !arguments.has(.json) else { return try output.line(SafeText.json(result.bytes)) }
        let value: JSON
        do throws(JSONError) {
            value = try JSON(parsing: result.bytes)
        } catch {
            throw CommandFailure(.failed, "the daemon's answer can't be read: \(error)")
        }
        for line in lines(value) { try output.line(SafeText.oneLine(line)) }
    }

    private static func lines(_ result: JSON) -> [String] {
        if let remaining = result["remaining"] {
            return ["rolling restart: \(FieldText.of(result["state"])), \(FieldText.of(remaining)) to go"]
        }
        return (result["workers"]?.arrayValue ?? [result]).map {
            "\(FieldText.of($0["worker"])): \(FieldText.of($0["state"]))"
        }
    }
}
