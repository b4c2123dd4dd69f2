import EventLoop
import ChildProcess
import JSONRPC
import Supervision

extension WorkerDeath {
    /// One of `deaths` in `worker/get`.
    var description: JSON {
        var body: JSON = [
            "generation": .integer(Int64(generation)),
            "atMs": .integer(Int64(at / 1_000_000)),
        ]
        exit.describe(in: &body)
        body["stderrTail"] = .string(stderrTail)
        return body
    }
}

extension WorkerEvent.Exit {
    /// What is told of an end, in its event and in `worker/get`.
    func describe(in body: inout JSON) {
        body["pid"] = .integer(Int64(pid))
        switch status {
        case .exited(let code): body["code"] = .integer(Int64(code))
        case .signaled: body["signal"] = .string(status.signalName ?? "unknown")
        case .unknown: body["code"] = .null
        }
        body["oom"] = .bool(outOfMemory)
        body["stage"] = .string(stage.rawValue)
        body["endedBy"] = .string(endedBy.rawValue)
        body["uptimeMs"] = .integer(uptime.milliseconds)
        body["nextTryMs"] = nextTry.map { .integer($0.milliseconds) } ?? .null
    }
}
