import Foundation

/// How often a test does what chance may break: a few times each day, often when somebody asks for it.
package enum LongRun {
    /// `BOSUN_LONG_TESTS=1` in the environment of `swift test`.
    package static let isAsked = ProcessInfo.processInfo.environment["BOSUN_LONG_TESTS"] == "1"

    package static func rounds(_ usual: Int, long: Int) -> Int { isAsked ? long : usual }
}
