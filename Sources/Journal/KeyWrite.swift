/// What came of writing a key down before its command is carried out.
package enum KeyWrite: Sendable, Hashable {
    /// It is on disk, and outlives a power loss.
    case written
    /// It stands there already: an earlier daemon's.
    case known(KeyRecord)
    /// It is not written, and will not be.
    case refused(String)
}
