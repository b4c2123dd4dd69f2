import BusProtocol
import Foundation

/// Measures what it is told to and prints it.
package struct Bench {
    private let options: BenchOptions
    private let programs: Programs
    private let interruption: Interruption
    private var report = Report()

    /// Before the process has a second thread.
    package init(_ options: BenchOptions) throws(BenchError) {
        self.options = options
        programs = try Programs(bosun: options.bosun)
        interruption = try Interruption()
    }

    /// An error when something does not work; a slow figure is none.
    package mutating func run() throws(BenchError) {
        switch options.subject {
        case .deltas: try measureRelay(.delta, options.stdio)
        case .events: try measureRelay(.event, options.stdio)
        case .latency: try measureLatency()
        case .fanout: try measureFanOut()
        case .stuck: try measureStuck()
        case .joins: try measureJoins()
        case .commands: try measureCommands()
        case .idle: try measureIdle()
        case .decode: try measureDecode()
        case .restart: try measureRestart()
        case .fleet: try measureFleet()
        case .spawns: try measureSpawns()
        case .soak: return try soak()
        case .simulate: return  // measures nothing
        case .all:
            try measureRelay(.delta, .pipe)
            try measureRelay(.delta, .socketPair)
            try measureRelay(.event, .pipe)
            try measureLatency()
            try measureFanOut()
            try measureStuck()
            try measureJoins()
            try measureCommands()
            try measureIdle()
            try measureDecode()
            try measureRestart()
            try measureFleet()
            try measureSpawns()
        }
        Report.say("\n\(report.table)\n\n\(report.json(load: Self.load))")
    }

    private var pairs: Int { options.pairs ?? (options.isQuick ? 1 : 5) }

    private mutating func measureRelay(_ kind: EventKind, _ stdio: BenchOptions.Stdio) throws(BenchError) {
        var load = Load(count: options.count ?? (options.isQuick ? 100_000 : 1_000_000))
        load.eventsEach = kind == .event ? 1 : 0
        let bench = RelayBench(programs: programs, interruption: interruption, stdio: stdio, load: load)
        let name = "\(kind == .event ? "events" : "deltas"), \(stdio.rawValue)"
        let pairs = try Pairs(pairs) { side throws(BenchError) in try bench.run(side, isTimed: false) }
        for (floor, daemon) in pairs.values {
            Report.say(
                "\(name): daemon \(Report.text(daemon.rate))/s and \(Report.text(daemon.cpu)) ns CPU, "
                    + "floor \(Report.text(floor.rate))/s and \(Report.text(floor.cpu)) ns CPU, "
                    + "rate \(Report.text(daemon.rate / floor.rate))")
        }
        report.add(pairs.figure(name, unit: "/s") { $0.rate })
        report.add(pairs.figure("\(name), CPU", unit: "ns each") { $0.cpu })
    }

    private mutating func measureLatency() throws(BenchError) {
        for kind in [EventKind.delta, .event] {
            var load = Load(
                count: options.count ?? (options.isQuick ? 1_000 : 5_000), rate: options.rate ?? Self.latencyRate)
            load.eventsEach = kind == .event ? 1 : 0
            let bench = RelayBench(programs: programs, interruption: interruption, stdio: options.stdio, load: load)
            let pairs = try Pairs(pairs) { side throws(BenchError) in try bench.run(side, isTimed: true) }
            for percent in [50.0, 99.0] {
                let name = "latency of \(kind == .event ? "events" : "deltas") at \(load.rate)/s, p\(Int(percent))"
                report.add(pairs.figure(name, unit: "µs") { $0.latency?.percentile(percent) ?? .nan })
            }
        }
    }

    private static let latencyRate = 1_000

    private mutating func measureFanOut() throws(BenchError) {
        let bench = FanOutBench(
            programs: programs, interruption: interruption, subscribers: options.subscribers,
            count: options.count ?? (options.isQuick ? 100_000 : 1_000_000))
        let pairs = try Pairs(pairs) { side throws(BenchError) in try bench.run(side) }
        report.add(pairs.figure("deltas to \(options.subscribers) subscribers", unit: "/s") { $0 })
    }

    private mutating func measureStuck() throws(BenchError) {
        let bench = StuckBench(
            programs: programs, interruption: interruption, subscribers: options.subscribers,
            seconds: options.seconds ?? (options.isQuick ? 5 : 60), rate: options.rate ?? Self.stuckRate)
        let (floor, daemon) = (try bench.run(.floor), try bench.run(.daemon))
        report.add(
            Figure(
                name: "a stuck subscriber, memory's growth in the last half", unit: "KiB", daemon: daemon.growth,
                floor: floor.growth))
        report.add(
            Figure(
                name: "a stuck subscriber, memory then", unit: "KiB", daemon: daemon.last, floor: floor.last,
                ratio: daemon.last / floor.last))
    }

    private static let stuckRate = 10_000

    private mutating func measureJoins() throws(BenchError) {
        let bench = JoinBench(
            programs: programs, interruption: interruption, count: options.count ?? (options.isQuick ? 200 : 1_000))
        let pairs = try Pairs(pairs) { side throws(BenchError) in try bench.run(side) }
        for (name, percent) in [("p50", 50.0), ("longest", 100.0)] {
            report.add(
                pairs.figure("joins beside a million subscriptions, \(name)", unit: "µs") { $0.percentile(percent) })
        }
    }

    private mutating func measureCommands() throws(BenchError) {
        let rig = try CommandRig(programs, interruption)
        defer { rig.stop() }
        let bench = CommandBench(
            rig: rig, count: options.count ?? (options.isQuick ? 500 : 2_000), clients: options.clients)
        // Short runs, and many: what else the machine does meets both sides alike.
        let count = options.pairs ?? (options.isQuick ? 3 : 15)
        for route in CommandRig.Route.allCases {
            let pairs = try Pairs(count) { side throws(BenchError) in try bench.trips(route, of: side) }
            add(pairs, "\(route.rawValue), \(options.clients) client(s)", \.rate, \.latency)
        }
        let pairs = try Pairs(options.isQuick ? 1 : min(count, 5)) { side throws(BenchError) in
            try bench.besideSlowRequests(side)
        }
        add(pairs, "ping beside \(CommandBench.slowRequests) slow requests, and alone", nil, \.latency)
        let steady = SteadyBench(
            rig: rig, rate: options.rate ?? Self.commandRate, seconds: options.seconds ?? (options.isQuick ? 1 : 5))
        for route in [CommandRig.Route.ping, .passed] {
            let pairs = try Pairs(options.isQuick ? 1 : min(count, 3)) { side throws(BenchError) in
                try steady.run(route, of: side)
            }
            let name = "\(route.rawValue), \(SteadyBench.clients) clients at \(steady.rate)/s"
            add(pairs, name, \.rate, \.latency)
            report.add(pairs.figure("\(name), refused", unit: "") { Double($0.refused) })
        }
    }

    private static let commandRate = 10_000

    private mutating func add<Value>(
        _ pairs: Pairs<Value>, _ name: String, _ rate: ((Value) -> Double)?, _ latency: (Value) -> Samples
    ) {
        if let rate { report.add(pairs.figure(name, unit: "/s", rate)) }
        for percent in [50.0, 99.0] {
            report.add(pairs.figure("\(name), p\(Int(percent))", unit: "µs") { latency($0).percentile(percent) })
        }
    }

    private mutating func measureIdle() throws(BenchError) {
        let seconds = options.seconds ?? (options.isQuick ? 3 : 10)
        let run = try IdleBench(programs: programs, interruption: interruption, seconds: seconds).run()
        report.add(
            Figure(
                name: "idle, wake-ups of the loop", unit: "/s", daemon: run.wakeUps.daemon, floor: run.wakeUps.floor,
                ratio: run.wakeUps.daemon / run.wakeUps.floor))
        report.add(
            Figure(
                name: "idle, anonymous memory", unit: "KiB", daemon: run.memory.daemon, floor: run.memory.floor,
                ratio: run.memory.daemon / run.memory.floor))
    }

    private mutating func measureDecode() throws(BenchError) {
        let bench = DecodeBench(count: options.count ?? (options.isQuick ? 10_000 : 100_000))
        let pairs = try Pairs(pairs) { side throws(BenchError) in try bench.run(side) }
        report.add(pairs.figure("decode, a small notification", unit: "ns") { $0 })
    }

    private mutating func measureRestart() throws(BenchError) {
        let run = try RestartBench(
            programs: programs, interruption: interruption, count: options.count ?? (options.isQuick ? 20 : 200)
        ).run()
        for percent in [50.0, 99.0] {
            let (daemon, floor) = (run.daemon.percentile(percent), run.floor.percentile(percent))
            report.add(
                Figure(
                    name: "crash to ready but for the delay, p\(Int(percent))", unit: "ms", daemon: daemon,
                    floor: floor, ratio: daemon / floor))
            report.add(
                Figure(name: "beyond the bare start, p\(Int(percent))", unit: "ms", daemon: daemon - floor))
        }
    }

    private mutating func measureFleet() throws(BenchError) {
        let workers = options.workers ?? (options.isQuick ? 100 : 1_000)
        let run = try FleetBench(programs: programs, interruption: interruption, workers: workers).run()
        Report.say("a daemon with one worker: \(Report.text(run.memory.single)) KiB of anonymous memory")
        report.add(
            Figure(name: "\(workers) workers, anonymous memory for each", unit: "KiB", daemon: run.memory.each))
        report.add(
            Figure(
                name: "\(workers) workers, all killed, all ready", unit: "s", daemon: run.recovery.daemon,
                floor: run.recovery.floor, ratio: run.recovery.daemon / run.recovery.floor))
        for percent in [50.0, 99.0, 100.0] {
            let (daemon, floor) = (run.ping.daemon.percentile(percent), run.ping.floor.percentile(percent))
            let name = percent < 100 ? "p\(Int(percent))" : "max"
            report.add(
                Figure(
                    name: "ping meanwhile, \(name)", unit: "ms", daemon: daemon, floor: floor, ratio: daemon / floor))
        }
    }

    private func soak() throws(BenchError) {
        let plan = Soak.Plan(
            seconds: options.seconds ?? 60, workers: options.workers ?? 200,
            seed: options.seed ?? .random(in: 0...UInt64(Int.max)))
        Report.say("soak: \(plan.seconds) s, \(plan.workers) workers, --seed \(plan.seed)")
        let directory = try WorkDirectory()
        let report = try Soak(programs, in: directory, plan, interruption).run()
        Report.say(report.text)
        guard report.violationCount == 0 else {
            throw BenchError(.promiseBroken, "\(report.violationCount) promises broken, --seed \(plan.seed)")
        }
    }

    private mutating func measureSpawns() throws(BenchError) {
        let count = options.count ?? (options.isQuick ? 100 : 500)
        let run = try SpawnBench(programs: programs, interruption: interruption, count: count).run()
        guard run.failures == 0 else {
            throw BenchError(.wrongAnswer, "\(run.failures) of \(run.spawned) starts of a busy program failed")
        }
        report.add(
            Figure(name: "\(run.spawned) starts of a busy program, tried again", unit: "", daemon: Double(run.retries)))
        report.add(Figure(name: "\(run.spawned) starts of a busy program, failed", unit: "", daemon: 0, floor: 0))
    }

    /// The machine's load averages of the last 1, 5 and 15 minutes.
    private static var load: [Double] {
        var load = [Double](repeating: 0, count: 3)
        return getloadavg(&load, 3) == 3 ? load : []
    }
}
