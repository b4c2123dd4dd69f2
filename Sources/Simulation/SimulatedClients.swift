import Supervision
import BusProtocol
import ChildProcess
import EventLoop
import Fleet
import JSONRPC

/// Consumers and operators: what they ask, in any order and at any time, and how they answer approvals.
final class SimulatedClients {
    unowned let world: World
    private var lastToken: UInt64 = 0
    private var threads: [String] = []
    private var methods: [UInt64: String] = [:]
    private var openings: [String] = []

    init(world: World) { self.world = world }

    // MARK: Asking

    /// One thing that somebody asks for.
    func act() {
        switch world.random.next() % 100 {
        case 0..<20: send("thread/start", meta: target())
        case 20..<50: send("turn/start", ofThread(["input": text()]), meta: patience())
        case 50..<58: send("thread/read", ofThread(), meta: patience())
        case 58..<63: send("thread/resume", ofThread(), meta: patience())
        case 63..<65: send("thread/archive", ofThread(), meta: patience())
        case 65..<69: send("turn/interrupt", ofThread(["turnId": "none"]), meta: patience())
        case 69..<74: send("model/list", meta: target())
        case 74..<77: respond(to: world.random.pick(openings) ?? "none")
        case 77..<80: send("fleet/status")
        case 80..<82: flood()
        case 82..<84: measure()
        case 84..<97: operate()
        default: send("worker/list")
        }
    }

    private func operate() {
        let worker: JSON = ["worker": .string(name)]
        switch world.random.next() % 16 {
        case 0..<3: send("worker/start", worker)
        case 3: send("worker/stop", worker)
        case 4..<6: send("worker/restart", worker)
        case 6: send("worker/drain", ["worker": .string(name), "then": "start"])
        case 7: send("worker/drain", worker)
        case 8: send("worker/unpark", worker)
        case 9: send("worker/restart", ["group": "g0"])
        case 10: send("fleet/drain")
        case 11..<13: send("fleet/restart", ["rolling": true])
        case 13: send("fleet/restart", ["rolling": false])
        default: send("worker/start", ["group": .string(world.random.chance(0.5) ? "g0" : "g1")])
        }
    }

    /// More than a small window and queue hold.
    private func flood() {
        let params = ofThread()
        for _ in 0..<(5 + world.random.next() % 20) { send("thread/read", params, meta: patience()) }
    }

    /// A worker was found to hold too much.
    private func measure() {
        world.supervisor.inOrder.first { $0.identity.name == name }?.measured(MemoryUse(resident: 2_000, processes: 3))
    }

    private var name: String { world.random.pick(world.plan.members)?.name ?? "" }

    private func ofThread(_ more: JSON = [:]) -> JSON {
        var params = more
        params["threadId"] = .string(world.random.chance(0.97) ? world.random.pick(threads) ?? "nothing" : "nothing")
        return params
    }

    /// Sometimes more than a simulated pipe takes at once.
    private func text() -> JSON {
        .string(String(repeating: "x", count: world.random.chance(0.05) ? 5_000 : 5))
    }

    private func patience() -> JSON {
        switch world.random.next() % 6 {
        case 0: ["deadlineMs": .integer(Int64(1 + world.random.next() % 30))]
        case 1: ["deadlineMs": .integer(Int64(100 + world.random.next() % 2_000))]
        case 2: ["deadlineMs": 60_000]
        case 3: ["deadlineMs": 3_600_000]
        default: [:]
        }
    }

    private func target() -> JSON {
        var meta = patience()
        if world.random.chance(0.2) { meta["worker"] = .string(name) }
        if world.random.chance(0.2) { meta["group"] = "g0" }
        return meta
    }

    /// Gives the command's token.
    @discardableResult
    func send(_ method: String, _ params: JSON = [:], meta: JSON = [:]) -> CommandToken? {
        lastToken += 1
        let token = CommandToken(value: lastToken)
        var meta = meta
        meta["command"] = .string(CommandID(high: 0x4000, low: 1 << 63 | lastToken).description)
        let client = "client-\(lastToken % 3)"
        meta["client"] = .string(client)
        let text: JSON = [
            "id": .integer(Int64(lastToken)), "method": .string(method), "params": params, "meta": meta,
        ]
        guard let request = try? CommandRequest(parsing: text.serialized()) else { return nil }
        methods[lastToken] = method
        let patience = meta["deadlineMs"]?.intValue.map { Duration.milliseconds($0) }
        world.note("command \(lastToken)") { "\(method) \(params) in \(patience.map { "\($0)" } ?? "the usual time")" }
        world.checker.commanded(
            token, method, thread: request.threadID, within: patience ?? world.plan.policy.requestDeadline,
            decision: params["decision"]?.stringValue.map { (params["approvalId"]?.stringValue ?? "", $0) },
            client: client)
        world.fleet.take(
            IncomingCommand(
                token: token, request: request, caller: Caller(unknown: client), roles: Set(Role.allCases)))
        return token
    }

    // MARK: Hearing

    func replied(_ token: CommandToken, _ reply: CommandReply) {
        guard let method = methods.removeValue(forKey: token.value), method == "thread/start",
            case .workerResult(let bytes) = reply,
            let thread = (try? JSON(parsing: bytes))?["thread"]?["id"]?.stringValue
        else { return }
        threads.append(thread)
    }

    func heard(_ event: FleetEvent) {
        switch event.method {
        case "approval/opened":
            guard let approval = event.body["approvalId"]?.stringValue else { return }
            openings.append(approval)
            if world.random.chance(0.3) {
                world.agenda.schedule(after: world.random.milliseconds(1, 50_000)) { [weak self] in
                    self?.claim(approval)
                }
            }
            guard world.random.chance(0.8) else { return }
            let delay = world.random.milliseconds(1, 100_000)
            world.agenda.schedule(after: delay) { [weak self] in self?.respond(to: approval) }
            guard world.random.chance(0.3) else { return }
            world.agenda.schedule(after: delay) { [weak self] in self?.respond(to: approval) }
        case "bosun/threadSpawned":
            if world.random.chance(0.3) { threads.append(event.scope) }
        default: break
        }
    }

    private func claim(_ approval: String) {
        let time = world.random.milliseconds(1, 60_000)
        send("approval/claim", ["approvalId": .string(approval), "ttlMs": .integer(max(1, time.milliseconds))])
        guard world.random.chance(0.3) else { return }
        world.agenda.schedule(after: world.random.milliseconds(1, 60_000)) { [weak self] in
            self?.send("approval/release", ["approvalId": .string(approval)])
        }
    }

    private func respond(to approval: String) {
        let decision = world.random.pick(["accept", "decline", "cancel", "acceptForSession"]) ?? "decline"
        send("approval/respond", ["approvalId": .string(approval), "decision": .string(decision)])
    }
}
