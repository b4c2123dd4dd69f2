/// What one stub takes on at most.
package struct StubModelLimits: Sendable {
    /// Bytes of one request's body; a longer one is answered with 413.
    package var bodyBytes: Int
    /// Connections at a time; more are closed at once.
    package var connections: Int

    package init(bodyBytes: Int = 64 << 20, connections: Int = 256) {
        self.bodyBytes = bodyBytes
        self.connections = connections
    }
}
