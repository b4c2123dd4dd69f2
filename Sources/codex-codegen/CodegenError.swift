/// Why nothing was generated or checked.
struct CodegenError: Error, CustomStringConvertible {
    enum Code {
        case usage
        case commandFailed
        case noVersion
        case schemaNotUnderstood
        case fileFailed
    }

    let code: Code
    let context: String

    init(_ code: Code, _ context: String) {
        self.code = code
        self.context = context
    }

    var description: String { "\(code): \(context)" }
}
