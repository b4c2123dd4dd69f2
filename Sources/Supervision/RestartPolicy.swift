/// When a worker that has ended is started again.
package struct RestartPolicy: Sendable, Hashable {
    /// After OTP's restart types.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Always, but for an operator's stop.
        case permanent
        /// Unless it ended by itself with exit code 0.
        case transient
        /// Never.
        case temporary
    }

    package var kind = Kind.permanent
    /// So many failures in a row, and it is parked: not started again until somebody says so. Nil: tries never end.
    package var parkAfter: Int?
    /// So many failures in a row are told as a crash loop. Tries go on.
    package var crashLoop = 5

    package init() {}
}
