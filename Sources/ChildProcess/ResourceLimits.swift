private import CLinux
private import Glibc
private import Synchronization

/// The daemon's limit of open descriptors, and the one that workers get back.
package enum ResourceLimits {
    private static let softAtStart = Mutex<UInt64?>(nil)

    /// Raises this process's soft limit to the hard one and gives the new one; call it once, at the start.
    ///
    /// The value from before is kept for the workers: a program that uses select(2) breaks above 1024.
    @discardableResult
    package static func raiseDescriptorLimit() throws(SpawnError) -> UInt64 {
        var soft: UInt64 = 0
        var hard: UInt64 = 0
        guard clinux_descriptor_limit(&soft, &hard) == 0, clinux_set_descriptor_limit(hard) == 0 else {
            throw SpawnError(.limitsUnavailable, errno: errno)
        }
        softAtStart.withLock { $0 = $0 ?? soft }
        return hard
    }

    /// The hard limit: no program that is started here may open more.
    package static func hardDescriptorLimit() throws(SpawnError) -> UInt64 {
        var soft: UInt64 = 0
        var hard: UInt64 = 0
        guard clinux_descriptor_limit(&soft, &hard) == 0 else { throw SpawnError(.limitsUnavailable, errno: errno) }
        return hard
    }

    /// The soft limit before it was raised; nil when it was not.
    package static var descriptorLimitAtStart: UInt64? { softAtStart.withLock { $0 } }
}
