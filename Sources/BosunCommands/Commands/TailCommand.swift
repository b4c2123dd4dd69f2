import BosunClient
import BusProtocol
import Glibc
import JSONRPC

/// `bosun tail`: events as they happen.
enum TailCommand: Subcommand {
    private static let count = CommandOption("count", "N", help: "end after N events")
    private static let timeout = CommandOption(
        "timeout", "SECONDS", help: "end after that time; with --count, an error when fewer events came")

    static let syntax = CommandSyntax(
        "tail", "Shows events as they happen, until SIGINT.",
        operands: [
            CommandOperand("PREFIX", .any, help: "of topics, such as rq. or ev.THREAD. ; by default everything")
        ], options: [count, timeout] + CommandOption.ofClients,
        notes: """
            Topics are <kind>.<scope>.<method>; the kinds are ev (state), dl (deltas), rq (approvals), wk (workers) and
            sy (the daemon). Events that were published and did not come are told of: {"gap":{"topic","missed"}} with
            --json, and {"rejoined":{"epoch","seq"}} when the daemon was away. A gap shows when the scope's next event
            comes, and only for scopes that the prefixes take in whole.
            """)

    /// Events that may wait here while the reader is slow.
    private static let highWaterMark = 100_000
    /// How soon it is seen that somebody wants it to end, or that nobody reads any more.
    private static let watchInterval = Duration.milliseconds(100)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let (wanted, timeout) = try CommandFailure.wrapping { () throws(UsageError) in
            (try arguments.integer(Self.count, in: 1...Int.max), try arguments.seconds(Self.timeout))
        }
        let output = surroundings.output
        Interruption.catchSignals()
        let end = timeout.map { ContinuousClock.now + $0 }
        let prefixes = arguments.operands.isEmpty ? [""] : arguments.operands
        let subscriber = try join(surroundings.endpoints(arguments), prefixes)
        var lines = TailLines(prefixes: prefixes, isJSON: arguments.has(.json))
        while !Interruption.isRequested, !output.isAbandoned, lines.events < wanted ?? .max {
            let left = end.map { $0 - .now } ?? watchInterval
            guard left > .zero else { break }
            for line in try next(subscriber, within: min(left, watchInterval), &lines, output) { try output.line(line) }
        }
        if let wanted, lines.events < wanted, !Interruption.isRequested, !output.isAbandoned {
            throw CommandFailure(.failed, "\(lines.events) of \(wanted) events came in time")
        }
    }

    /// An event that can't be read is told of; the next one may be fine.
    private static func next(
        _ subscriber: EventSubscriber, within time: Duration, _ lines: inout TailLines, _ output: Output
    ) throws(CommandFailure) -> [String] {
        do throws(ClientError) {
            guard let arrival = try subscriber.next(timeout: time) else { return [] }
            return lines.take(arrival, for: output)
        } catch {
            guard case .malformedEvent = error.code else { throw CommandFailure(error) }
            return [lines.malformed(error, for: output)]
        }
    }

    private static func join(_ endpoints: Endpoints, _ prefixes: [String]) throws(CommandFailure) -> EventSubscriber {
        try CommandFailure.wrapping { () throws(ClientError) in
            let subscriber = try EventSubscriber(endpoints, receiveHighWaterMark: highWaterMark)
            for prefix in prefixes { try subscriber.subscribe(prefix) }
            _ = try subscriber.join(timeout: .seconds(5))
            return subscriber
        }
    }
}
