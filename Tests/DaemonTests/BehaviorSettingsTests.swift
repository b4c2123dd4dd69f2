import Supervision
import ChildProcess
import Fleet
import Testing

@testable import Daemon

@Suite struct BehaviorSettingsTests {
    private static func behavior(_ text: String) throws -> GroupBehavior {
        try #require(try ConfigurationFile("[[group]]\nname = 'a'\n\(text)").groups?.first).behavior
    }

    private static let settings: [(String, @Sendable (inout GroupBehavior) -> Void)] = [
        ("restart = 'transient'", { $0.restart.kind = .transient }),
        ("park_after = 9", { $0.restart.parkAfter = 9 }),
        ("crash_loop = 7", { $0.restart.crashLoop = 7 }),
        ("backoff_base = '250 ms'", { $0.timing.backoff.base = .milliseconds(250) }),
        ("backoff_cap = '2m'", { $0.timing.backoff.cap = .seconds(120) }),
        ("backoff_after_stable = '1ms'", { $0.timing.backoff.afterStableLife = .milliseconds(1) }),
        ("backoff_jitter = 0", { $0.timing.backoff.jitter = 0 }),
        ("backoff_jitter = 0.5", { $0.timing.backoff.jitter = 0.5 }),
        ("stable = '1h'", { $0.timing.stable = .seconds(3_600) }),
        ("start_timeout = '5s'", { $0.timing.start = .seconds(5) }),
        ("drain = 'interrupt'", { $0.policy.drain = .interrupt }),
        ("drain_timeout = '1s'", { $0.timing.drain = .seconds(1) }),
        ("stop_eof = '1s'", { $0.timing.stop.endOfFile = .seconds(1) }),
        ("stop_term = '2s'", { $0.timing.stop.terminate = .seconds(2) }),
        ("liveness_silence = '2s'", { $0.timing.liveness?.silence = .seconds(2) }),
        ("liveness_silence = 'off'", { $0.timing.liveness = nil }),
        ("liveness_answer = '3s'", { $0.timing.liveness?.answer = .seconds(3) }),
        ("liveness_misses = 1", { $0.timing.liveness?.misses = 1 }),
        ("turn_stall = 'off'", { $0.policy.turnStall = nil }),
        ("turn_stall = '1m'", { $0.policy.turnStall = .seconds(60) }),
        ("recycle_stalled = true", { $0.policy.recyclesStalled = true }),
        ("approval_deadline = '1s'", { $0.policy.approvalDeadline = .seconds(1) }),
        ("request_deadline = '2s'", { $0.policy.requestDeadline = .seconds(2) }),
        ("window = 127", { $0.bounds.window = 127 }),
        ("queue = 0", { $0.bounds.queue = 0 }),
        ("idle_threads = 'off'", { $0.policy.idleThread = nil }),
        ("retry_interrupted = true", { $0.policy.retriesInterrupted = true }),
        ("line_limit = '1 MiB'", { $0.bounds.line = 1 << 20 }),
        ("garbage_limit = 0", { $0.bounds.garbage = 0 }),
    ]

    /// Each setting reaches what obeys it, and nothing else changes.
    @Test(arguments: settings)
    func aSettingReachesWhatObeysIt(_ text: String, _ change: @Sendable (inout GroupBehavior) -> Void) throws {
        var expected = GroupBehavior()
        change(&expected)
        #expect(expected != GroupBehavior())
        #expect(try Self.behavior(text) == expected)
    }

    @Test(arguments: [
        ("restart = 'always'", #"3:11: one of "permanent", "transient", "temporary" is wanted here, not "always""#),
        ("stable = 120", "3:10: a string is wanted here, not an integer"),
        ("stable = '120'", #"3:10: "120" is no time: write it as "10s" (ms, s, m, h)"#),
        ("stable = '1.5s'", #"3:10: "1.5s" is no time: write it as "10s" (ms, s, m, h)"#),
        ("stable = '-1s'", #"3:10: "-1s" is no time: write it as "10s" (ms, s, m, h)"#),
        (
            "stable = '99999999999999999999s'",
            #"3:10: "99999999999999999999s" is no time: write it as "10s" (ms, s, m, h)"#
        ),
        (
            "stable = '9223372036854775807h'",
            #"3:10: "9223372036854775807h" is no time: write it as "10s" (ms, s, m, h)"#
        ),
        ("stable = '0s'", "3:10: a time is from 1ms to 168h here"),
        ("stable = '169h'", "3:10: a time is from 1ms to 168h here"),
        ("stable = 'off'", #"3:10: "off" is no time: write it as "10s" (ms, s, m, h)"#),
        ("backoff_jitter = 1.01", "3:18: 1.01 is not in 0…1"),
        ("backoff_jitter = nan", "3:18: nan is not in 0…1"),
        ("backoff_jitter = 'x'", "3:18: a number from 0 to 1 is wanted here, not a string"),
        ("recycle_stalled = 1", "3:19: true or false is wanted here, not an integer"),
        ("window = 128", "3:10: 128 is not in 1…127"),
        ("backoff_base = '2m'", "3:1: backoff_base contradicts: backoff_base is more than backoff_cap"),
        ("backoff_cap = '1ms'", "3:1: backoff_cap contradicts: backoff_base is more than backoff_cap"),
        (
            "restart = 'temporary'\npark_after = 3",
            "4:1: park_after has no effect: a temporary worker is never started again"
        ),
        ("park_after = 3\ncrash_loop = 3", "4:1: crash_loop has no effect: park_after comes no later"),
        (
            "liveness_silence = 'off'\nliveness_misses = 2",
            "4:1: liveness_misses has no effect: liveness_silence is off"
        ),
        ("turn_stall = 'off'\nrecycle_stalled = true", "4:1: recycle_stalled has no effect: turn_stall is off"),
        ("stop_eof = '15s'", "3:1: stop_eof and stop_term together are not less than stop_timeout, the daemon's own"),
    ])
    func whatCanHaveNoEffectIsRefused(_ text: String, _ problem: String) {
        do throws(ConfigurationError) {
            _ = try ConfigurationFile("[[group]]\nname = 'a'\n\(text)")
            Issue.record("it was taken")
        } catch {
            #expect(error.description == "f:\(problem)")
        }
    }

    @Test func theDaemonsStopLeavesEachLadderItsTime() {
        do throws(ConfigurationError) {
            _ = try ConfigurationFile("stop_timeout = '15s'\n[[group]]\nname = 'a'")
            Issue.record("it was taken")
        } catch {
            #expect(error.description.hasPrefix("f:1:1: stop_eof and stop_term together"))
        }
    }

    @Test func theGroupOfAFileWithoutAnyHasALadderToo() {
        #expect(throws: ConfigurationError.self) { _ = try ConfigurationFile("stop_timeout = '15s'") }
        #expect(throws: Never.self) { _ = try ConfigurationFile("stop_timeout = '16s'") }
    }
}
