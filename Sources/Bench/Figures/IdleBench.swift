/// What a daemon costs that has nothing to do: beside a bare ROUTER, which wakes once a second as the heartbeat does.
struct IdleBench {
    let programs: Programs
    let interruption: Interruption
    let seconds: Int

    struct Run {
        /// How often the thread that serves was woken, a second.
        let wakeUps: (daemon: Double, floor: Double)
        /// Anonymous memory, in KiB.
        let memory: (daemon: Double, floor: Double)
    }

    func run() throws(BenchError) -> Run {
        let directory = try WorkDirectory()
        let floor = try Program(
            programs.floor, ["echo", "--endpoint", "ipc://\(directory.path)/floor.sock"], interruption)
        defer { floor.stop() }
        _ = try floor.line(within: .seconds(30))
        let daemon = try ServedDaemon(programs, in: directory, workers: 2, interruption)
        defer { daemon.stop() }
        let floorReading = ProcessReading(pid: floor.pid)

        let before = (
            daemon: try daemon.reading.waits(ofThread: "loop"), floor: try floorReading.waits(ofThread: "bench-floor")
        )
        try interruption.wait(atMost: .seconds(seconds))
        let after = (
            daemon: try daemon.reading.waits(ofThread: "loop"), floor: try floorReading.waits(ofThread: "bench-floor")
        )
        return Run(
            wakeUps: (
                (after.daemon - before.daemon) / Double(seconds), (after.floor - before.floor) / Double(seconds)
            ),
            memory: (try daemon.reading.anonymousMemory(), try floorReading.anonymousMemory()))
    }
}
