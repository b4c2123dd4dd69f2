import JSONRPC

/// The result of `fleet/status` for people.
struct StatusText {
    private let status: JSON

    init(_ status: JSON) {
        self.status = status
    }

    func lines(for output: Output) -> [String] {
        [output.styled(summary, .bold)] + Self.workers(status["workers"]?.arrayValue ?? []).lines(for: output)
    }

    private var summary: String {
        var parts = ["bosun \(FieldText.of(status["bosun"]))"]
        if status["draining"]?.boolValue == true { parts.append("draining") }
        let states = (status["states"]?.objectValue ?? []).map { "\(FieldText.of($0.value)) \($0.key)" }
        parts.append("workers: " + (states.isEmpty ? "none" : states.joined(separator: " ")))
        parts.append("threads: \(FieldText.of(status["threads"]))")
        parts.append("open approvals: \(FieldText.of(status["openApprovals"]))")
        if let roll = status["rollingRestart"], ["rolling", "held"].contains(roll["state"]?.stringValue) {
            parts.append(
                "rolling restart: \(FieldText.of(roll["state"])) at \(FieldText.of(roll["worker"])), "
                    + "\(FieldText.of(roll["remaining"])) to go")
        }
        return SafeText.oneLine(parts.joined(separator: ", "))
    }

    /// One worker a row.
    static func workers(_ workers: [JSON]) -> Table {
        var table = Table([
            "WORKER", "GROUP", "STATE", "PID", "GENERATION", "RESTARTS", "THREADS", "INFLIGHT", "QUEUED", "LAST ERROR",
        ])
        for worker in workers {
            let names = ["pid", "generation", "restarts", "threads", "inFlight", "queued", "lastError"]
            table.add(
                [
                    Table.Cell(FieldText.of(worker["worker"]), .bold), Table.Cell(FieldText.of(worker["group"])),
                    state(worker),
                ] + names.map { Table.Cell(FieldText.of(worker[$0])) })
        }
        return table
    }

    private static func state(_ worker: JSON) -> Table.Cell {
        let state = FieldText.of(worker["state"])
        let wait = worker["nextTryMs"]?.intValue.map { " \(FieldText.duration(milliseconds: $0))" } ?? ""
        let style: Style =
            switch state {
            case "ready": .green
            case "backingOff", "crashLoop", "parked": .red
            case "stopped": .dim
            default: .yellow
            }
        return Table.Cell(state + wait, style)
    }
}
