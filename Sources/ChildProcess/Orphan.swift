/// A process that an earlier life has left behind, and what became of it.
package struct Orphan: Sendable, Hashable {
    package enum End: Sendable, Hashable {
        /// Its input had ended, and that was enough.
        case byItself
        case sigterm
        case sigkill
        /// It is there still: it can't be signaled, or hangs in the kernel.
        case none
    }

    package let identity: ProcessIdentity
    /// As it calls itself.
    package let name: String
    package let end: End
}
