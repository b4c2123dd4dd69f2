import Glibc

/// One entry as text: `2026-11-20T23:11:24.123Z info  message  name=value`.
struct LogLine {
    let level: LogLevel
    let message: String
    let context: KeyValuePairs<String, String>
    /// Wall clock.
    let time: timespec

    static func now() -> timespec {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time
    }

    var bytes: [UInt8] {
        var text = "\(stamp) \(level.name) \(Self.oneLine(message))"
        for (name, value) in context { text += " \(name)=\(Self.quoted(value))" }
        return Array(text.utf8) + [UInt8(ascii: "\n")]
    }

    private var stamp: String {
        var seconds = time.tv_sec
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func digits(_ value: Int, _ count: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let date =
            "\(digits(Int(parts.tm_year) + 1900, 4))-\(digits(Int(parts.tm_mon) + 1, 2))-\(digits(Int(parts.tm_mday), 2))"
        let clock = "\(digits(Int(parts.tm_hour), 2)):\(digits(Int(parts.tm_min), 2)):\(digits(Int(parts.tm_sec), 2))"
        return "\(date)T\(clock).\(digits(time.tv_nsec / 1_000_000, 3))Z"
    }

    /// Quoted where a reader could not tell where the value ends.
    private static func quoted(_ value: String) -> String {
        let plain = value.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=")
        }
        guard !plain || value.isEmpty else { return value }
        return "\"\(oneLine(value).replacing("\"", with: "\\\""))\""
    }

    /// What a worker or client said must not look like lines of its own, nor steer the terminal.
    private static func oneLine(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": safe += "\\n"
            case "\r": safe += "\\r"
            case "\t": safe += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                safe += "\\u{\(String(scalar.value, radix: 16))}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
