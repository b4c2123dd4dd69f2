import BusProtocol

/// Counts what each connection subscribes to, so that one which asks for too much is cut before it costs the others
/// memory and time: a subscription takes 1.5 kB of libzmq's (4.3.4), an echo is a send.
struct SubscriptionGuard {
    enum Verdict: Equatable {
        case take
        /// It has been cut, and this was under way.
        case ignore
        /// It is to be cut.
        case excess(String)
    }

    static let subscriptionLimit = 10_000
    /// `~sync.` subscriptions that are echoed in a second.
    static let echoLimit = 10
    /// Beyond these what was counted longest ago is forgotten: nobody tells which connections have ended.
    private static let keptSubscriptions = 1_000_000
    private static let keptPeers = 65_536
    private static let keptCuts = 10_000

    fileprivate struct Peer {
        /// Hashes: enough to count each once, whatever order they come and go in.
        var topics: Set<Int> = []
        var second: Int64 = 0
        var echoes = 0
        var lastUse: UInt64 = 0
    }

    private var peers: [String: Peer] = [:]
    private var cut: Set<String> = []
    private var total = 0
    private var uses: UInt64 = 0

    /// Connections that are counted.
    var peerCount: Int { peers.count }

    /// - Parameters:
    ///   - message: as an XPUB gives it: 1 or 0, then the topic.
    ///   - peer: the connection's `User-Id`; nil when the end of one took its subscriptions back.
    ///   - second: any clock's whole seconds.
    mutating func take(_ message: [UInt8], from peer: String?, second: Int64) -> Verdict {
        guard let peer else { return .take }
        guard !cut.contains(peer) else { return .ignore }
        uses += 1
        var known = peers.removeValue(forKey: peer) ?? Peer()
        total -= known.topics.count
        known.lastUse = uses
        let topic = message.dropFirst()
        let verdict = known.take(topic, isSubscription: message.first == 1, second: second)
        if case .excess = verdict {
            if cut.count >= Self.keptCuts { cut.removeAll() }
            cut.insert(peer)
            return verdict
        }
        total += known.topics.count
        peers[peer] = known
        if total > Self.keptSubscriptions || peers.count > Self.keptPeers { forgetTheOldest() }
        return verdict
    }

    private mutating func forgetTheOldest() {
        let uses = peers.values.map(\.lastUse).sorted()
        let middle = uses[uses.count / 2]
        peers = peers.filter { $0.value.lastUse > middle }
        total = peers.values.reduce(0) { $0 + $1.topics.count }
    }
}

extension SubscriptionGuard.Peer {
    fileprivate mutating func take(
        _ topic: ArraySlice<UInt8>, isSubscription: Bool, second now: Int64
    ) -> SubscriptionGuard.Verdict {
        guard isSubscription else {
            topics.remove(topic.hashValue)
            return .take
        }
        topics.insert(topic.hashValue)
        guard topics.count <= SubscriptionGuard.subscriptionLimit else {
            return .excess("more than \(SubscriptionGuard.subscriptionLimit) subscriptions")
        }
        guard topic.starts(with: Topic.syncPrefix.utf8) else { return .take }
        if second != now { (second, echoes) = (now, 0) }
        echoes += 1
        return echoes <= SubscriptionGuard.echoLimit
            ? .take : .excess("more than \(SubscriptionGuard.echoLimit) sync echoes in a second")
    }
}
