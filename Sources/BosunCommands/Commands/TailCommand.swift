import Daemon
import EventLoop
import BosunClient
import BusProtocol
import Glibc
import JSONRPC

/// `bosun tail`: events as they happen.
enum TailCommand: Subcommand {
    private static let count = CommandOption("count", "N", help: "end after N events")
    private static let timeout = CommandOption(
        "timeout", "SECONDS", help: "end after that time; with --count, an error when fewer events came")

    private static let since = CommandOption(
        "since", "TIME", help: "begin with what went by since then: 10m ago, say (s, m, h)")
    private static let thread = CommandOption("thread", "ID", help: "all of that thread, instead of prefixes")
    private static let replay = CommandOption("replay", help: "begin with all that is kept")

    static let syntax = CommandSyntax(
        "tail", "Shows events as they happen, until SIGINT.",
        operands: [
            CommandOperand("PREFIX", .any, help: "of topics, such as rq. or ev.THREAD. ; by default everything")
        ], options: [count, timeout, since, thread, replay] + CommandOption.ofListeners,
        notes: """
            Topics are <kind>.<scope>.<method>; the kinds are ev (state), dl (deltas), rq (approvals), wk (workers) and
            sy (the daemon). Events that were lost on the way are had again from the daemon, also when it was away
            meanwhile ({"rejoined":{"epoch","seq"}} with --json); each comes once, in the order of its kind and scope.
            What can't be had any more is told of: {"gap":{"topic","missed"}} or {"lost":"truncated"} with --json.
            """)

    /// Events that may wait here while the reader is slow.
    private static let highWaterMark = 100_000
    /// How soon it is seen that somebody wants it to end, or that nobody reads any more.
    private static let watchInterval = Duration.milliseconds(100)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let (wanted, timeout, start, prefixes) = try CommandFailure.wrapping { () throws(UsageError) in
            (
                try arguments.integer(Self.count, in: 1...Int.max), try arguments.seconds(Self.timeout),
                try Self.start(arguments), try Self.prefixes(arguments)
            )
        }
        let output = surroundings.output
        let endpoints = try surroundings.endpoints(arguments, hearsEvents: true)
        Interruption.catchSignals()
        let end = timeout.map { ContinuousClock.now + $0 }
        let subscriber = try CommandFailure.wrapping { () throws(ClientError) in
            try UnbrokenSubscriber(
                endpoints, prefixes: prefixes, from: start, receiveHighWaterMark: highWaterMark)
        }
        var lines = TailLines(isJSON: arguments.has(.json))
        while !Interruption.isRequested, !output.isAbandoned, lines.events < wanted ?? .max {
            let left = end.map { $0 - .now } ?? watchInterval
            guard left > .zero else { break }
            if let line = try next(subscriber, within: min(left, watchInterval), &lines, output) {
                try output.line(line)
            }
        }
        if let wanted, lines.events < wanted, !Interruption.isRequested, !output.isAbandoned {
            throw CommandFailure(.failed, "\(lines.events) of \(wanted) events came in time")
        }
    }

    /// An event that can't be read is told of; the next one may be fine.
    private static func next(
        _ subscriber: UnbrokenSubscriber, within time: Duration, _ lines: inout TailLines, _ output: Output
    ) throws(CommandFailure) -> String? {
        do throws(ClientError) {
            return try subscriber.next(timeout: time).map { lines.take($0, for: output) }
        } catch {
            guard case .malformedEvent = error.code else { throw CommandFailure(error) }
            return lines.malformed(error, for: output)
        }
    }

    private static func start(_ arguments: ParsedArguments) throws(UsageError) -> UnbrokenSubscriber.Start {
        let isWhole = arguments.has(replay)
        guard let text = arguments.value(since) else {
            return isWhole ? .after(EventCursor(epoch: 0, seq: 0)) : .now
        }
        guard !isWhole else { throw arguments.error("--since and --replay say different things") }
        guard let duration = DurationText(text)?.duration else {
            throw arguments.error("--since is a time such as 90s, 10m or 2h, not \(text)")
        }
        let now = WallClock.unixNanoseconds
        let age = UInt64(clamping: duration.clampedNanoseconds)
        return .since(unixNanoseconds: now > age ? now - age : 0)
    }

    private static func prefixes(_ arguments: ParsedArguments) throws(UsageError) -> [String] {
        guard let thread = arguments.value(thread) else { return arguments.operands }
        guard arguments.operands.isEmpty else { throw arguments.error("a thread, or prefixes, not both") }
        guard Topic.isValidName(thread.utf8) else { throw arguments.error("no thread is called \(thread)") }
        return EventKind.allCases.map { "\($0.rawValue).\(thread)." }
    }
}
