/// By what a peer is known: the kernel's word for its uid, or the key that it has proved to have.
enum Credential: Hashable, Sendable {
    case uid(UInt32)
    /// In Z85.
    case key(String)
}
