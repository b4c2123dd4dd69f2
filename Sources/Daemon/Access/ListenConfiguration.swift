/// The `[listen]`: where the daemon is reached over tcp, always with CURVE.
package struct ListenConfiguration: Sendable, Equatable {
    /// `tcp://ADDRESS:PORT`; nil: not over tcp.
    package var events: String?
    package var commands: String?
    /// The name of the daemon's own key.
    package var key: String

    package init(events: String? = nil, commands: String? = nil, key: String) {
        self.events = events
        self.commands = commands
        self.key = key
    }

    /// Its settings.
    enum Key: String, CaseIterable {
        case events
        case commands
        case curve
    }
}
