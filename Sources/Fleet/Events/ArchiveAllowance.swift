import EventLoop

/// How often each user may ask for what went by: so many at once, and as many again as time gives back.
struct ArchiveAllowance: Sendable {
    /// Requests of a user that are taken without a pause, and what each second gives back of them.
    static let burst = 500
    static let perSecond = 100

    private static let interval = Duration.seconds(1) / perSecond
    /// Users that are remembered before those with a whole allowance are forgotten: they are as if never seen.
    private static let forgetAbove = 1_000

    /// When each user's allowance is whole again.
    private var wholeAt: [String: MonotonicInstant] = [:]

    var userCount: Int { wholeAt.count }

    /// Takes one request off the user's allowance; false when there is none left.
    mutating func take(by user: String, at now: MonotonicInstant) -> Bool {
        let whole = max(wholeAt[user] ?? now, now)
        guard now.duration(to: whole) <= Self.interval * (Self.burst - 1) else { return false }
        wholeAt[user] = whole.advanced(by: Self.interval)
        if wholeAt.count > Self.forgetAbove { wholeAt = wholeAt.filter { $0.value > now } }
        return true
    }
}
