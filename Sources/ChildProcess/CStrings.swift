/// A command's strings as the C side reads them: one behind the other, each ended by NUL.
struct CStrings {
    private var bytes: [UInt8] = []

    init(_ command: Command, candidates: [String]) {
        candidates.forEach { append($0) }
        if let directory = command.workingDirectory { append(directory) }
        append(command.executable)
        command.arguments.forEach { append($0) }
        for (name, value) in command.environment { append("\(name)=\(value)") }
    }

    private mutating func append(_ string: String) {
        bytes.append(contentsOf: string.utf8)
        bytes.append(0)
    }

    func withBytes(_ body: (UnsafePointer<CChar>?) -> Void) {
        bytes.withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress) }
    }
}
