private import ChildProcess

/// What a setting's value may be, whether a file or a flag says it. Each gives the reason against a value, or nil.
enum SettingRules {
    static let workers = 1...GroupConfiguration.largestGroup
    /// ZMQ_SNDHWM is an int.
    static let eventsHighWaterMark = 0...Int(Int32.max)
    static let longestGroupName = 48
    /// A worker alone takes some dozens; above the hard limit the start is refused.
    static let descriptors = 64...(1 << 30)
    static let oomScores = -1_000...1_000
    static let memoryLimits = (1 << 20)...(1 << 50)

    static let counts = 1...1_000_000
    static let misses = 1...100
    static let quorums = 1...100
    /// Codex loses replies when more than 128 are in flight (measured on 0.163.0). One is for asking whether it lives.
    static let windows = 1...127
    static let queues = 0...100_000
    static let lineLimits = (64 << 10)...(1 << 30)
    static let garbageLimits = 0...1_000_000_000
    static let loops = 1...Configuration.mostLoops
    static let concurrentStarts = 1...1_000
    /// A week: what is longer was mistyped.
    static let durations = Duration.milliseconds(1)...Duration.seconds(604_800)

    static let eventSizes = (1 << 20)...(1 << 40)
    static let deltaSizes = 0...(1 << 36)
    /// From a minute to ten years.
    static let eventAges = Duration.seconds(60)...Duration.seconds(87_600 * 3_600)

    static func fault(in duration: Duration, _ range: ClosedRange<Duration> = durations) -> String? {
        guard !range.contains(duration) else { return nil }
        return "a time is from \(text(range.lowerBound)) to \(text(range.upperBound)) here"
    }

    private static func text(_ duration: Duration) -> String {
        switch duration.components.seconds {
        case 3_600...: "\(duration.components.seconds / 3_600)h"
        case 1...: "\(duration.components.seconds)s"
        default: "1ms"
        }
    }

    static func fault(inGroupName name: String) -> String? {
        let isAllowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard !isAllowed || !(1...longestGroupName).contains(name.utf8.count) else { return nil }
        return "a group's name has 1 to \(longestGroupName) of A-Z a-z 0-9 _ -, not \(name.quotedBriefly)"
    }

    static func fault(in value: Int, _ range: ClosedRange<Int>) -> String? {
        range.contains(value) ? nil : "\(value) is not in \(range.lowerBound)…\(range.upperBound)"
    }

    static func fault(inPath path: String) -> String? {
        if path.isEmpty { return "the path is empty" }
        // A shell would have replaced it; a directory of that name is meant by nobody.
        if path == "~" || path.hasPrefix("~/") { return "~ is not expanded: write the whole path" }
        return fault(inText: path)
    }

    /// A text that C is told.
    static func fault(inText text: String) -> String? {
        text.utf8.contains(0) ? "a NUL would cut it off" : nil
    }

    /// The program's name comes first, then its arguments, which may be empty.
    static func fault(inWord word: String, at index: Int) -> String? {
        index == 0 && word.isEmpty ? "the program's name is empty" : fault(inText: word)
    }

    static func fault(inVariable name: String) -> String? {
        switch name {
        case "": "a variable's name is empty"
        case "CLAUDECODE": "workers never get CLAUDECODE: it would tell tools that another agent runs them"
        case "BOSUN_WORKER": "BOSUN_WORKER is the daemon's own mark on each worker"
        case "CODEX_HOME": "CODEX_HOME is what codex_home (--codex-home) sets"
        case _ where ProcessEnvironment.serviceManagers.contains(name):
            "\(name) is the service manager's word to the daemon: workers never get it"
        case _ where name.utf8.contains(UInt8(ascii: "=")):
            "a variable's name has no =: \(name.quotedBriefly)"
        default: fault(inText: name)
        }
    }
}
