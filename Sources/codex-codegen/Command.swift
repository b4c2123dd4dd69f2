private import Foundation

/// Another program, run to its end.
enum Command {
    /// Its standard output. Throws `commandFailed` when it can't be started or says that it failed.
    static func run(_ program: String, _ arguments: [String]) throws(CodegenError) -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = output
        let line = ([program] + arguments).joined(separator: " ")
        let data: Data?
        do {
            try process.run()
            data = try output.fileHandleForReading.readToEnd()
        } catch {
            throw CodegenError(.commandFailed, "\(line): \(error)")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CodegenError(.commandFailed, "\(line): exit code \(process.terminationStatus)")
        }
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
