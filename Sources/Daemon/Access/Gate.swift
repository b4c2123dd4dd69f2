import BusProtocol
import ChildProcess
import Diagnostics
import EventLoop
import Glibc
import Synchronization
import ZeroMQ

/// Decides who is let in, and says of each message whose it is. From any thread; its lock is held for a look-up only.
final class Gate: Sendable {
    private struct State {
        var users: Users
        var lastConnection: UInt64 = 0
        /// Peers that are kept out for a while, and until when.
        var banned: [Ban: MonotonicInstant] = [:]
        /// Refusals that are logged.
        var complaints = LineRate(perSecond: 10)
    }

    /// Who is kept out: a process, or all that have a key.
    private enum Ban: Hashable {
        case process(CInt)
        case key(String)

        init(_ peer: Connection.Peer) {
            switch peer {
            case .local(_, let pid): self = .process(pid)
            case .remote(let key, _): self = .key(key)
            }
        }
    }

    private let state: Mutex<State>
    private let ownPID = getpid()
    private let log: Log
    private static let banTime = Duration.seconds(60)
    /// Beyond it the oldest ban ends early.
    private static let mostBans = 10_000

    init(_ users: Users, log: Log) {
        state = Mutex(State(users: users))
        self.log = log
    }

    /// From here on others may do other things.
    func replace(_ users: Users) { state.withLock { $0.users = users } }

    /// Who sent a message, by its `User-Id`, and from where; nil when nobody is known by it any more.
    func sender(ofMessage userID: String?) -> (user: Users.User, address: PeerAddress)? {
        guard let userID, let peer = Connection(userID: userID)?.peer else { return nil }
        return state.withLock { $0.users[peer.credential] }.map { ($0, peer.address) }
    }

    /// Keeps a peer out for a minute.
    func ban(_ connection: Connection) {
        let ban = Ban(connection.peer)
        let now = MonotonicClock().now
        state.withLock { state in
            state.banned = state.banned.filter { $0.value > now }
            if state.banned.count >= Self.mostBans, let oldest = state.banned.min(by: { $0.value < $1.value })?.key {
                state.banned[oldest] = nil
            }
            state.banned[ban] = now.advanced(by: Self.banTime)
        }
    }

    /// Whether a peer may connect; on the ZAP handler's thread, which reads `/proc` here.
    func decide(_ question: ZAPQuestion) -> ZAPVerdict {
        guard let door = Door(domain: question.domain) else { return refuse(question, "no such endpoint") }
        let peer: Connection.Peer
        switch question.mechanism {
        case .curve(let key):
            // Empty when it has gone already.
            guard let address = question.remoteAddress else { return refuse(question, "its address can't be told") }
            peer = .remote(key: key, address: address)
        case .null:
            guard let process = question.localPeer else { return refuse(question, "it has no key") }
            peer = .local(uid: process.uid, pid: process.pid)
        case .other: return refuse(question, "CURVE alone is spoken here")
        }
        let (user, end) = state.withLock { ($0.users[peer.credential], $0.banned[Ban(peer)]) }
        guard let user else { return refuse(question, "it is no user") }
        if let end, end > MonotonicClock().now { return refuse(question, "it flooded a socket a moment ago") }
        if let reason = Self.reason(against: user, at: door) { return refuse(question, "\(user.name) \(reason)") }
        if case .local(_, let pid) = peer {
            switch Ancestry.of(pid, from: ownPID) {
            case .doesNot: break
            case .descends: return refuse(question, "it descends from the daemon: workers do not command themselves")
            case .gone: return refuse(question, "its process can't be seen")
            }
        }
        let number = state.withLock { state in
            state.lastConnection += 1
            return state.lastConnection
        }
        return .accept(userID: Connection(number: number, peer).userID)
    }

    /// Nil: that user may come in by that door.
    private static func reason(against user: Users.User, at door: Door) -> String? {
        let name: String?
        switch door {
        case .commands: return nil
        case .control: return user.audience == nil ? nil : "is of an audience"
        case .events: name = nil
        case .audience(let audience): name = audience
        }
        guard user.roles.contains(.observe) else { return "does not have the role observe" }
        guard let audience = user.audience, audience.name != name else { return nil }
        return "is of the audience \(audience.name)"
    }

    private func refuse(_ question: ZAPQuestion, _ reason: String) -> ZAPVerdict {
        let second = MonotonicClock().now.nanoseconds / 1_000_000_000
        guard state.withLock({ $0.complaints.admits(0, second: Int64(clamping: second)) }) else { return .refuse }
        log.warning("a peer was not let in", ["to": question.domain, "from": question.address, "reason": reason])
        return .refuse
    }
}
