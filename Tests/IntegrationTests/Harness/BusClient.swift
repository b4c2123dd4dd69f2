import TestSupport
import BusProtocol
import EventLoop
import JSONRPC
import ZeroMQ

/// A consumer: hears everything (or what it names), and gives commands. It holds the daemon.
final class BusClient {
    let daemon: DaemonProcess
    /// All events since it joined, or since `forget()`.
    private(set) var events: [Event] = []
    /// What the echo said when it joined.
    let joined: Event
    private let subscriber: Socket
    private let commander: Socket
    private var lastID: Int64 = 0
    private var replies: [Int64: Reply] = [:]
    /// Replies that answer nothing that was asked.
    private(set) var strays: [JSON] = []

    /// Connects and joins: what is subscribed to is in place when it returns.
    init(_ daemon: DaemonProcess, prefixes: [String] = [""]) throws {
        self.daemon = daemon
        let context = try Context()
        subscriber = try Socket(.sub, in: context)
        try subscriber.set(.sendHighWaterMark, 0)
        try subscriber.set(.receiveHighWaterMark, 0)
        commander = try Socket(.dealer, in: context)
        for prefix in prefixes { try subscriber.subscribe(prefix) }
        let sync = "\(Topic.syncPrefix)\(CommandID.random())"
        try subscriber.subscribe(sync)
        try subscriber.connect(daemon.eventsEndpoint)
        try commander.connect(daemon.commandsEndpoint)
        while true {
            let event = try Self.next(of: subscriber, daemon)
            if event.topic == sync {
                joined = event
                break
            }
        }
    }

    // MARK: Events

    /// The first event of that topic that `isWanted`, among those that came and those that come.
    @discardableResult
    func event(
        _ topic: String, within limit: Duration = patience, where isWanted: (Event) throws -> Bool = { _ in true }
    ) throws -> Event {
        try firstEvent("\(topic) came", within: limit) { try $0.topic == topic && isWanted($0) }
    }

    /// The first event that `isWanted`, among those that came and those that come.
    func firstEvent(
        _ what: String, within limit: Duration = patience, where isWanted: (Event) throws -> Bool
    ) throws -> Event {
        for event in events where try isWanted(event) { return event }
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: limit)
        while clock.now < deadline {
            let event = try Self.next(of: subscriber, daemon, within: limit, what)
            events.append(event)
            if try isWanted(event) { return event }
        }
        throw TestFailure("waited \(limit) in vain: \(what)")
    }

    /// Takes in what the daemon has published up to now.
    func catchUp() throws {
        let before = try call("ping").json.at("meta/seq").intValue ?? 0
        guard (events.last?.header.seq ?? 0) < UInt64(before) else { return }
        // The next heartbeat, a second away at most, comes behind it.
        _ = try firstEvent("the events up to \(before)") { $0.header.seq >= UInt64(before) }
    }

    func forget() { events = [] }

    /// The events of that topic that have come.
    func events(_ topic: String) -> [Event] { events.filter { $0.topic == topic } }

    private static func next(
        of socket: borrowing Socket, _ daemon: DaemonProcess, within limit: Duration = patience,
        _ what: String = "an event"
    ) throws -> Event {
        let message = try receive(socket, daemon, within: limit, what)
        guard message.count == 3,
            let header = message[1].withUnsafeBytes({ EventHeader(decoding: $0) })
        else { throw TestFailure("an event has \(message.count) frames or no header: \(message[0].text)") }
        return Event(topic: message[0].text, header: header, body: message[2].bytes)
    }

    // MARK: Commands

    /// Sends a request; `reply(to:)` waits for its reply.
    func send(_ method: String, _ params: JSON = [:], meta: JSON? = nil) throws -> Int64 {
        lastID += 1
        var request: JSON = [
            "jsonrpc": "2.0", "id": .integer(lastID), "method": .string(method), "params": params,
        ]
        request["meta"] = meta
        try commander.send(copying: [], more: true)
        try commander.send(copying: request.serialized())
        return lastID
    }

    func reply(to id: Int64, within limit: Duration = patience) throws -> Reply {
        while replies[id] == nil {
            let message = try Self.receive(commander, daemon, within: limit, "the reply to \(id)")
            let json = try JSON(parsing: message[message.count - 1].bytes)
            if let answered = json["id"]?.intValue, answered <= lastID, replies[answered] == nil {
                replies[answered] = Reply(json: json)
            } else {
                strays.append(json)
            }
        }
        return try replies.removeValue(forKey: id) ?? { throw TestFailure("no reply") }()
    }

    /// Sends a request and waits for its reply.
    func call(_ method: String, _ params: JSON = [:], meta: JSON? = nil) throws -> Reply {
        try reply(to: send(method, params, meta: meta))
    }

    /// Sends a request that is to succeed.
    @discardableResult
    func result(_ method: String, _ params: JSON = [:], meta: JSON? = nil) throws -> JSON {
        let reply = try call(method, params, meta: meta)
        guard let result = reply.result else { throw TestFailure("\(method) failed: \(reply)") }
        return result
    }

    private static func receive(
        _ socket: borrowing Socket, _ daemon: DaemonProcess, within limit: Duration, _ what: String
    ) throws -> Multipart {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: limit)
        while clock.now < deadline {
            if let message = try socket.receiveMultipart(limit: 16, timeout: .milliseconds(200)) { return message }
            if let ending = daemon.ending { throw TestFailure("the daemon ended (\(ending)) before \(what)") }
        }
        throw TestFailure("waited \(limit) in vain: \(what)")
    }
}

// MARK: What tests often ask for

extension BusClient {
    /// `worker/list`, by name.
    func worker(_ name: String = "main-1") throws -> JSON {
        let workers = try result("worker/list").at("workers").arrayValue ?? []
        guard let worker = workers.first(where: { $0["worker"]?.stringValue == name }) else {
            throw TestFailure("no worker \(name)")
        }
        return worker
    }

    /// Waits until that worker is ready, and gives its entry of `worker/list`.
    @discardableResult
    func ready(_ name: String = "main-1", generation: Int64 = 1) throws -> JSON {
        try eventually("\(name) is ready") {
            let worker = try worker(name)
            let isReady = try worker.text("state") == "ready" && worker.int("generation") >= generation
            // Not `nil`, which would be JSON's null.
            return isReady ? worker : Optional.none
        }
    }

    /// Has a fake perform steps, and waits until it has.
    @discardableResult
    func fake(_ steps: [JSON], worker: String = "main-1") throws -> JSON {
        try result("fake/do", ["steps": .array(steps)], meta: ["worker": .string(worker)])
    }
}
