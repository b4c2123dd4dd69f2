/// Whether a peer is let in.
package enum ZAPVerdict: Sendable, Equatable {
    /// Each of its messages bears this as `User-Id`; at most 255 bytes.
    case accept(userID: String)
    case refuse
}
