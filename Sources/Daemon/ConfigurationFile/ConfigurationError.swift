/// What is wrong with the configuration, all of it.
package struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        /// There is no such file, or the system does not let it be read.
        case unreadable
        case tooLarge
        /// Not TOML 1.0: nothing behind the first fault was read.
        case invalidSyntax
        /// Settings that are unknown, of the wrong type, out of range, contradictory or without effect.
        case refusedSettings
        /// Flags of the command line that are, or that contradict the file.
        case refusedFlags
        /// Neither set nor to be had from the environment.
        case noStateDirectory
        case outOfMemory
    }

    /// One thing that is wrong.
    package struct Problem: Sendable, Equatable, CustomStringConvertible {
        /// Nil when it is in no file.
        package let file: String?
        /// Nil when it is about the whole file.
        package let position: SourcePosition?
        package let message: String

        package init(file: String? = nil, position: SourcePosition? = nil, _ message: String) {
            self.file = file
            self.position = position
            self.message = message
        }

        /// `file:line:column: message`, always one line.
        package var description: String {
            let place = [file, position?.description].compactMap { $0 }.joined(separator: ":")
            return (place.isEmpty ? message : "\(place): \(message)").escapingControls
        }
    }

    package let code: Code
    /// In the order of their positions; at most `mostProblems`.
    package let problems: [Problem]
    /// How many more there are.
    package let omitted: Int

    package static let mostProblems = 20

    init(_ code: Code, _ problems: [Problem]) {
        self.code = code
        let origin = SourcePosition(line: 0, column: 0)
        let sorted = problems.sorted { ($0.position ?? origin) < ($1.position ?? origin) }
        self.problems = Array(sorted.prefix(Self.mostProblems))
        omitted = sorted.count - self.problems.count
    }

    /// One line for each problem, and one for those left out.
    package var description: String {
        let lines = problems.map(\.description) + (omitted > 0 ? ["and \(omitted) more"] : [])
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// In quotes, cut when it is long: it comes from outside.
    var quotedBriefly: String {
        let most = 80
        return unicodeScalars.count > most ? "\"\(String(unicodeScalars.prefix(most)))…\"" : "\"\(self)\""
    }

    /// With control characters made visible, so that it stays on its line and moves no terminal's cursor.
    var escapingControls: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format: result += scalar.escaped(asASCII: true)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
