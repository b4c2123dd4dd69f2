private import Glibc

/// The time of day: for stamps that people and other machines read, never for timers.
package enum WallClock {
    /// Nanoseconds since 1970.
    package static var unixNanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// Milliseconds since 1970.
    package static var unixMilliseconds: Int64 { Int64(unixNanoseconds / 1_000_000) }
}
