import JSONRPC
import TestSupport

/// A fake worker that asks for approvals, and the directory of the daemons that it has one after the other.
struct DecisionRig {
    static let command = "item/commandExecution/requestApproval"
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    var runDirectory: String { directory.file("run") }

    /// A daemon whose worker is ready.
    func start() throws -> BusClient {
        var options = DaemonProcess.Options()
        options.directory = directory
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready()
        return bus
    }

    /// The fake's step that asks.
    static func ask(_ id: Int64, _ params: JSON = ["command": "ls"], _ method: String = command) -> JSON {
        ["say": ["method": .string(method), "id": .integer(id), "params": params]]
    }

    /// Has one asked for, and gives its id.
    @discardableResult
    func opened(_ bus: BusClient, _ id: Int64, _ params: JSON = ["command": "ls"]) throws -> JSON {
        bus.forget()
        try bus.fake([Self.ask(id, params)])
        return try bus.event("rq.wmain-1.approval/opened").json.at("approvalId")
    }

    /// What the worker was answered.
    func decision(_ bus: BusClient) throws -> String {
        let answered = try bus.event("ev.wmain-1.fake/answered")
        return try JSON(parsing: answered.json.text("params/line")).text("result/decision")
    }
}
