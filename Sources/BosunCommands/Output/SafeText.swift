/// Text made by workers and clients, for a terminal: nothing in it may steer the terminal or change what it seems to say.
enum SafeText {
    /// Control characters, those that turn or hide text, and line ends of any kind.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
        default: false
        }
    }

    /// One line in which such characters are written as `\n` or `\u{9b}`.
    static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": safe.append(contentsOf: "\\n".unicodeScalars)
            case "\r": safe.append(contentsOf: "\\r".unicodeScalars)
            case "\t": safe.append(contentsOf: "\\t".unicodeScalars)
            case _ where isUnsafe(scalar):
                safe.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// Valid JSON in which such characters are escaped: the same value, on one line.
    static func json(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        // ASCII is the ordinary case, and DEL the only such character that JSON lets stand there unescaped.
        guard bytes.contains(where: { $0 >= 0x7F || $0 < 0x20 }) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // Outside of strings, where alone it can be, a control character is white space.
            if scalar.value < 0x20 {
                safe.append(" ")
            } else if isUnsafe(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    safe.append(contentsOf: escape.unicodeScalars)
                }
            } else {
                safe.append(scalar)
            }
        }
        return String(safe)
    }
}
