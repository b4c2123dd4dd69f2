package import BusProtocol

/// An `[audiences.NAME]`: a part of the events with an endpoint of its own.
package struct AudienceConfiguration: Sendable, Equatable {
    package var audience: Audience
    /// `tcp://ADDRESS:PORT`, besides `RUN_DIR/audience-NAME.sock`; nil: not over tcp.
    package var events: String?

    package init(_ audience: Audience, events: String? = nil) {
        self.audience = audience
        self.events = events
    }

    /// Its settings.
    enum Key: String, CaseIterable {
        case groups
        case threads
        case kinds
        case events
    }
}
