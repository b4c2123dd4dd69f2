/// The words of one simple command, as a POSIX shell would read them. Nil for anything that a shell would do more with.
///
/// It takes less than a shell does, never more: no operators, redirections, subshells, expansions, globs, comments,
/// assignments, control characters or line breaks, quoted or not.
package struct ShellWords: Sendable, Hashable {
    package let words: [String]

    /// The longest text that is looked at.
    private static let longest = 64 << 10

    package init?(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count <= Self.longest else { return nil }
        var words: [String] = []
        var word: String.UnicodeScalarView?
        /// Whether the word has begun with something that was not quoted.
        var isBare = false
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            guard !Self.isControl(scalar) else { return nil }
            switch scalar {
            case " ":
                if let word { words.append(String(word)) }
                word = nil
            case "'":
                guard let end = scalars[index...].firstIndex(of: "'") else { return nil }
                guard !scalars[index..<end].contains(where: Self.isControl) else { return nil }
                word = (word ?? .init()) + scalars[index..<end]
                index = end + 1
            case "\"":
                guard let (content, next) = Self.doublyQuoted(scalars, from: index) else { return nil }
                word = (word ?? .init()) + content
                index = next
            case "\\":
                guard index < scalars.count, !Self.isControl(scalars[index]) else { return nil }
                word = (word ?? .init()) + [scalars[index]]
                index += 1
            default:
                if word == nil { isBare = true }
                guard Self.isPlain(scalar, atStart: word == nil) else { return nil }
                // What stands before a command as NAME=value is no word of it.
                if scalar == "=", words.isEmpty, isBare { return nil }
                word = (word ?? .init()) + [scalar]
            }
            if word == nil { isBare = false }
        }
        if let word { words.append(String(word)) }
        guard let first = words.first, !first.isEmpty else { return nil }
        self.words = words
    }

    /// From behind the opening quote; what a shell would replace there is refused.
    private static func doublyQuoted(
        _ scalars: [Unicode.Scalar], from start: Int
    ) -> (content: [Unicode.Scalar], next: Int)? {
        var content: [Unicode.Scalar] = []
        var index = start
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case "\"": return (content, index)
            case "$", "`", "!": return nil
            case "\\":
                guard index < scalars.count else { return nil }
                let escaped = scalars[index]
                guard !isControl(escaped) else { return nil }
                if !["$", "`", "\"", "\\"].contains(escaped) { content.append("\\") }
                content.append(escaped)
                index += 1
            case _ where isControl(scalar): return nil
            default: content.append(scalar)
            }
        }
        return nil
    }

    /// Control characters, line and paragraph ends, and what hides or turns text.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    /// What stands for itself without quotes, in every shell.
    private static func isPlain(_ scalar: Unicode.Scalar, atStart: Bool) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ",", ":", "@", "+": true
        // zsh replaces =word by the program's path, and %1 is a job.
        case "=", "%": !atStart
        default: false
        }
    }
}
