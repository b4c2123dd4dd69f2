@testable import Daemon

extension ConfigurationFile {
    init(_ text: String) throws(ConfigurationError) {
        try self.init(parsing: Array(text.utf8), file: "f")
    }

    /// Why the text is refused; nil when it is not.
    static func refusal(of text: String) -> ConfigurationError? { refusal(of: Array(text.utf8)) }

    static func refusal(of text: [UInt8]) -> ConfigurationError? {
        do throws(ConfigurationError) {
            _ = try ConfigurationFile(parsing: text, file: "f")
            return nil
        } catch {
            return error
        }
    }
}
