import Bench
import Glibc
import Simulation

/// Exit code 1 when a run broke a promise.
func simulate(_ options: SimulationOptions) async -> CInt {
    if options.isTraced {
        let outcome = Simulation.run(seed: options.first, steps: options.steps, isTraced: true)
        for line in outcome.trace { print(line) }
        return outcome.violation == nil ? EXIT_SUCCESS : EXIT_FAILURE
    }
    let begin = ContinuousClock.now
    let failures = await SimulationReport.failures(options, lanes: UInt64(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    let took = begin.duration(to: .now)
    let rate = Double(options.count) / max(0.001, took / .seconds(1))
    print("\(options.count) seeds from \(options.first): \(failures.count) broke a promise; \(Int(rate)) seeds/s")
    // The first seed of each promise explains it.
    var explained: Set<Promise> = []
    for (seed, violation) in failures.sorted(by: { $0.key < $1.key })
    where explained.insert(violation.promise).inserted {
        for line in SimulationReport.explanation(seed: seed, steps: options.steps, violation) { print(line) }
    }
    return failures.isEmpty ? EXIT_SUCCESS : EXIT_FAILURE
}

func fail(_ reason: String, status: CInt) -> Never {
    _ = "bosun-bench: \(reason)\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(status)
}

do throws(BenchError) {
    let options = try BenchOptions(parsing: Array(CommandLine.arguments.dropFirst()))
    guard !options.showsHelp else {
        print(BenchOptions.usage)
        exit(EXIT_SUCCESS)
    }
    guard options.subject != .simulate else { exit(await simulate(options.simulation)) }
    var bench = try Bench(options)
    try bench.run()
} catch {
    fail(error.description, status: error.code == .usage ? EX_USAGE : EXIT_FAILURE)
}
