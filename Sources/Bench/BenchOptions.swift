package import Simulation

/// bosun-bench's command line.
package struct BenchOptions: Equatable, Sendable {
    package enum Subject: String, Sendable, CaseIterable {
        case deltas, events, latency, fanout, stuck, joins, commands, idle, decode, restart, fleet, spawns, all, soak,
            simulate
    }

    package enum Stdio: String, Sendable, CaseIterable {
        case pipe
        case socketPair = "socketpair"
    }

    package var subject = Subject.all
    package var stdio = Stdio.pipe
    /// Lines of a run, requests of each client, restarts, or starts.
    package var count: Int?
    /// How often daemon and floor are measured, in turn.
    package var pairs: Int?
    /// Lines, or commands, a second.
    package var rate: Int?
    package var clients = 1
    package var subscribers = 16
    /// Workers of the fleet, or of the soak.
    package var workers: Int?
    /// How long the idle daemon is watched, a subscriber stands still, commands come, or the soak goes on.
    package var seconds: Int?
    /// What chance in the soak begins with.
    package var seed: UInt64?
    /// Fewer and shorter runs: to see that all works rather than how fast.
    package var isQuick = false
    /// The daemon to measure; nil: the one beside this program.
    package var bosun: String?
    package var simulation = SimulationOptions()
    package var showsHelp = false

    package static let usage = """
        usage: bosun-bench deltas|events|latency|fanout|stuck|joins|commands|idle|decode|restart|fleet|spawns|all|soak|simulate
                           [options]
          deltas    deltas a second from one worker to one subscriber
            --stdio pipe|socketpair   the worker's streams (pipe)
            --count N                 deltas of a run (1000000)
          events    durable events a second from one worker to one subscriber: each is in the journal first
            --stdio pipe|socketpair
            --count N                 events of a run (1000000)
          latency   from the worker to the subscriber, at a steady rate, of deltas and of durable events; the floor is a
                    bare PUB/SUB without a worker
            --stdio pipe|socketpair
            --count N                 lines of a run (5000)
            --rate N                  lines a second (1000)
          fanout    deltas a second to many subscribers, each with two threads of its own; the floor is a bare PUB
            --count N                 deltas of a run (1000000)
            --subscribers N           (16)
          stuck     memory while one of many subscribers stands still, which have everything; the floor is a bare PUB
            --seconds N               how long it does (60)
            --subscribers N           (16)
            --rate N                  lines a second (10000)
          joins     of subscribers, while one peer asks for a million echoes and is cut; the floor is joins alone
            --count N                 joins of a run (1000)
          commands  round trips of `ping` over ipc and over CURVE, the floor a bare ROUTER, and of a request that a
                    worker answers, the floor a relay in C; of `ping` beside 64 slow requests, the floor `ping` alone;
                    and commands of 32 clients at a steady rate, of which none may stay unanswered
            --count N                 requests of each client in a run (2000)
            --clients N               of the round trips (1)
            --rate N                  commands a second of the 32 (10000)
            --seconds N               how long they go on (5)
          idle      wake-ups and memory of a daemon with two idle workers
            --seconds N               how long it is watched (10)
          decode    a small notification's bytes into its type; the floor only parses the JSON
            --count N                 notifications of a run (100000)
          restart   from a worker's crash to its next process being ready, without the delay that was announced
            --count N                 workers, each killed once (200)
          fleet     memory for each of many workers; how soon all are back when all die; `ping` meanwhile
            --workers N               (1000)
          spawns    starts of a program that is rewritten all the while: none may fail
            --count N                 (500)
          all       all of these with their defaults
          soak      no figure: workers and daemon are killed all the while that clients use them. What is seen is held
                    against the promises; the exit code is 1 when one is broken
            --seconds N               (60)
            --workers N               (200)
            --seed N                  what is killed when; another one each time when it is not given
          simulate  no figure: supervision in virtual time, with faults, checked for what is promised
            --seeds N                 runs (10000)
            --first-seed N            (1)
            --seed N                  one run
            --steps N                 what is asked of the daemon in a run (60)
            --trace                   with --seed: prints what happened
        options of deltas, events, latency, fanout, joins, commands, decode and all
          --pairs N     daemon and floor are measured so often, in turn; the figure is the median (5; of
                        commands 15)
        options of each figure
          --quick       fewer and shorter runs
          --bosun PATH  the daemon to measure (bosun beside this program)
        Each figure stands beside its floor: a C program that does the least that must be done, measured in the same
        run. The exit code says whether all worked, not how fast; that of simulate whether all promises were kept.
        """

    /// `arguments` without the program's name.
    package init(parsing arguments: [String]) throws(BenchError) {
        var rest = arguments[...]
        guard let first = rest.popFirst() else { throw BenchError(.usage, "what to measure? see bosun-bench --help") }
        if ["--help", "-h"].contains(first) {
            showsHelp = true
            return
        }
        guard let subject = Subject(rawValue: first) else {
            throw BenchError(.usage, "\(first) is nothing to measure; see bosun-bench --help")
        }
        self.subject = subject
        while let flag = rest.popFirst() {
            try subject == .simulate ? takeSimulation(flag, &rest) : take(flag, &rest)
        }
        guard !simulation.isTraced || simulation.count == 1 else { throw BenchError(.usage, "--trace needs --seed") }
    }

    private mutating func takeSimulation(_ flag: String, _ rest: inout ArraySlice<String>) throws(BenchError) {
        switch flag {
        case "--seeds":
            simulation.count = UInt64(try Self.number(of: flag, in: 1...1_000_000_000, &rest))
        case "--first-seed": simulation.first = UInt64(try Self.number(of: flag, in: 0...Int.max, &rest))
        case "--seed":
            simulation.first = UInt64(try Self.number(of: flag, in: 0...Int.max, &rest))
            simulation.count = 1
        case "--steps": simulation.steps = try Self.number(of: flag, in: 0...100_000, &rest)
        case "--trace": simulation.isTraced = true
        case "--help", "-h": showsHelp = true
        default: throw BenchError(.usage, "\(flag) is no option of bosun-bench simulate; see bosun-bench --help")
        }
    }

    private mutating func take(_ flag: String, _ rest: inout ArraySlice<String>) throws(BenchError) {
        switch flag {
        case "--stdio" where [.deltas, .events, .latency].contains(subject):
            let text = try Self.value(of: flag, &rest)
            guard let stdio = Stdio(rawValue: text) else {
                throw BenchError(.usage, "--stdio \(text) is neither pipe nor socketpair")
            }
            self.stdio = stdio
        case "--count" where [.deltas, .events, .latency, .fanout, .joins, .commands, .decode].contains(subject):
            count = try Self.number(of: flag, in: 1...100_000_000, &rest)
        case "--count" where [.restart, .spawns].contains(subject):
            count = try Self.number(of: flag, in: 2...10_000, &rest)
        case "--workers" where [.fleet, .soak].contains(subject):
            workers = try Self.number(of: flag, in: 2...10_000, &rest)
        case "--pairs" where [.deltas, .events, .latency, .fanout, .joins, .commands, .decode, .all].contains(subject):
            pairs = try Self.number(of: flag, in: 1...99, &rest)
        case "--subscribers" where [.fanout, .stuck].contains(subject):
            subscribers = try Self.number(of: flag, in: 2...64, &rest)
        case "--rate" where [.latency, .stuck, .commands].contains(subject):
            rate = try Self.number(of: flag, in: 1...1_000_000, &rest)
        case "--clients" where subject == .commands: clients = try Self.number(of: flag, in: 1...1_000, &rest)
        case "--seconds" where [.idle, .stuck, .commands].contains(subject):
            seconds = try Self.number(of: flag, in: 1...600, &rest)
        case "--seconds" where subject == .soak: seconds = try Self.number(of: flag, in: 10...1_000_000, &rest)
        case "--seed" where subject == .soak: seed = UInt64(try Self.number(of: flag, in: 0...Int.max, &rest))
        case "--quick" where subject != .soak: isQuick = true
        case "--bosun": bosun = try Self.value(of: flag, &rest)
        case "--help", "-h": showsHelp = true
        default: throw BenchError(.usage, "\(flag) is no option of bosun-bench \(subject); see bosun-bench --help")
        }
    }

    private static func value(of flag: String, _ rest: inout ArraySlice<String>) throws(BenchError) -> String {
        guard let value = rest.popFirst() else { throw BenchError(.usage, "\(flag) needs a value") }
        return value
    }

    private static func number(
        of flag: String, in range: ClosedRange<Int>, _ rest: inout ArraySlice<String>
    ) throws(BenchError) -> Int {
        let text = try value(of: flag, &rest)
        guard let number = Int(text), range.contains(number) else {
            throw BenchError(.usage, "\(flag) \(text) is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
