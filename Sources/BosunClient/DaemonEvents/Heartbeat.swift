import JSONRPC

/// What the daemon says each second.
public struct Heartbeat: Sendable, Hashable {
    public let epoch: UInt64
    /// Its own place in the order of all.
    public let seq: UInt64
    /// When it was made, in milliseconds since 1970.
    public let unixMilliseconds: UInt64
    /// The daemon's version.
    public let version: String
    /// How many events of each kind there have been in the epoch, over all scopes.
    public let last: KindCounts
    public let openApprovals: Int
    /// Since the last heartbeat events were published that are not on the daemon's disk.
    public let isLagging: Bool

    init?(_ body: JSON) {
        guard let epoch = body["epoch"]?.unsignedValue, let seq = body["seq"]?.unsignedValue,
            let now = body["nowMs"]?.unsignedValue, let version = body["bosun"]?.stringValue,
            let last = body["last"].flatMap({ KindCounts($0) }), let open = body["openApprovals"]?.intValue,
            let isLagging = body["lagging"]?.boolValue
        else { return nil }
        self.epoch = epoch
        self.seq = seq
        unixMilliseconds = now
        self.version = version
        self.last = last
        openApprovals = Int(clamping: open)
        self.isLagging = isLagging
    }
}
