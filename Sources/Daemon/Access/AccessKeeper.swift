import JSONRPC
import ChildProcess
import Diagnostics
import EventLoop
import Fleet
import Glibc
import ZeroMQ

/// Puts in force who may do what, and cuts who may not any more.
///
/// Pinned to the loop of the sockets.
actor AccessKeeper {
    private let gate: Gate
    /// Where events are heard: by all, and by each audience.
    private let entrances: [(socket: LoopSocket, entrance: Entrance)]
    /// Which of them are shut over tcp, and about to be opened again.
    private var opening: Set<Int> = []
    private let audiences: [AudienceConfiguration]
    private let keyStore: KeyStore
    private let loop: EventLoop
    private let log: Log
    /// Those in force.
    private(set) var users: Users
    private var configured: [UserConfiguration]
    private var keys: GoodKeys
    private var onChange: (@Sendable (Users) -> Void)?

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(
        _ gate: Gate, _ users: Users, configured: [UserConfiguration], audiences: [AudienceConfiguration],
        keys: [String: String], keyStore: KeyStore, sockets: Sockets, on loop: EventLoop, log: Log
    ) {
        self.gate = gate
        self.users = users
        self.configured = configured
        self.keys = GoodKeys(keys)
        self.keyStore = keyStore
        self.audiences = audiences
        entrances = sockets.entrances
        self.loop = loop
        self.log = log
    }

    /// `body` is called, on the loop, when others are in force.
    func onChange(_ body: @escaping @Sendable (Users) -> Void) { onChange = body }

    /// The keys are about to be read: gives the number by which `apply` knows that reading.
    func beginReading() -> UInt64 { keys.beginReading() }

    /// From here on these are the users, and these keys are good, if none have been read later.
    func apply(_ configured: [UserConfiguration], keys found: [String: String], of reading: UInt64) {
        self.configured = configured
        keys.take(found, of: reading)
        let new = Users(configured, audiences: audiences, keys: keys.keys, ownUID: geteuid())
        let old = users
        users = new
        // Each command is looked up here; who hears events is asked about when it connects, so it has to connect again.
        gate.replace(new)
        if new != old { onChange?(new) }
        guard new.takesAnythingAway(from: old) else { return }
        for (index, entry) in entrances.enumerated() {
            // Whether or not the one can be opened again: who came in by the other is cut, too.
            attempt(entry.entrance) { () throws(ZeroMQError) in
                try entry.socket.withSocket { socket throws(ZeroMQError) in try entry.entrance.reopenLocal(socket) }
            }
            reopenRemote(index)
        }
        log.info("somebody may do less than before; all subscribers connect anew")
    }

    private func attempt(_ entrance: Entrance, _ body: () throws(ZeroMQError) -> Void?) {
        do throws(ZeroMQError) {
            _ = try body()
        } catch {
            log.error("events socket", ["path": entrance.path, "reason": "\(error)"])
        }
    }

    /// Cuts who came in over tcp, and lets them come again.
    private func reopenRemote(_ index: Int) {
        // It is shut, and about to be opened.
        guard !opening.contains(index) else { return }
        let (socket, entrance) = entrances[index]
        attempt(entrance) { () throws(ZeroMQError) in
            let isShut = try socket.withSocket { socket throws(ZeroMQError) in try entrance.closeRemote(socket) }
            if isShut == true { openRemote(index) }
        }
    }

    /// What its peers held may take libzmq's threads a moment to let go of: tried again, while the loop goes on.
    private func openRemote(_ index: Int, tries: Int = 100) {
        opening.remove(index)
        let (socket, entrance) = entrances[index]
        attempt(entrance) { () throws(ZeroMQError) in
            do throws(ZeroMQError) {
                try socket.withSocket { socket throws(ZeroMQError) in try entrance.openRemote(socket) }
            } catch {
                guard error.errno == EADDRINUSE, tries > 1 else { throw error }
                opening.insert(index)
                loop.schedule(after: .milliseconds(1)) {
                    self.assumeIsolated { $0.openRemote(index, tries: tries - 1) }  // on the loop: its timers run there
                }
            }
        }
    }

    /// Reads the keys anew, on a thread of its own, and puts them in force; `reply` is called on the loop then.
    func reloadKeys(_ reply: @escaping @Sendable (CommandReply) -> Void) {
        let (keyStore, loop, reading) = (keyStore, loop, keys.beginReading())
        do {
            try BackgroundThread.start("keys") {
                let outcome = Result { () throws(DaemonError) in try keyStore.publicKeys() }
                loop.execute { self.assumeIsolated { $0.take(outcome, of: reading, reply) } }  // on the loop
            }
        } catch {
            reply(.invalid(code: -32603, message: "\(error)"))
        }
    }

    private func take(
        _ outcome: Result<[String: String], DaemonError>, of reading: UInt64, _ reply: (CommandReply) -> Void
    ) {
        switch outcome {
        case .success(let found):
            apply(configured, keys: found, of: reading)
            reply(.result(["keys": .integer(Int64(keys.keys.count))]))
        case .failure(let error):
            log.error("the keys can't be read; those known stay", ["reason": "\(error)"])
            reply(.invalid(code: -32603, message: "\(error)"))
        }
    }

    /// Cuts a peer that asks for too much, and keeps it out for a while.
    ///
    /// - Parameter audience: by whose endpoint it came in; nil: by that of all.
    func cut(_ userID: String, of audience: String?, because reason: String) {
        let door = audience.map { Door.audience($0) } ?? .events
        guard let connection = Connection(userID: userID),
            let index = entrances.firstIndex(where: { $0.entrance.door == door })
        else { return }
        let entrance = entrances[index].entrance
        log.warning("a subscriber is cut", ["connection": userID, "reason": reason])
        gate.ban(connection)
        guard case .local(_, let pid) = connection.peer else {
            // libzmq names no connection over tcp that could be cut alone: the others come again.
            reopenRemote(index)
            return
        }
        let (path, log) = (entrance.path, log)
        do {
            try BackgroundThread.start("cut") {
                if LocalPeers.cut(pid, at: path) == 0 { log.info("the subscriber had gone already") }
            }
        } catch {
            log.error("a subscriber can't be cut", ["reason": "\(error)"])
        }
    }
}
