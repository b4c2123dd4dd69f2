import Foundation
import Glibc

/// A run of the built `bosun`.
final class Program {
    let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let complaints = Pipe()

    init(_ arguments: [String], input text: String = "", environment: [String: String] = [:]) throws {
        // Tests and executables are built into the same directory.
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "bosun")
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(environment) { $1 }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = complaints
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
    }

    /// The next line of its output, without its end; nil when there is none any more.
    func line() throws -> String? {
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }

    func closeOutput() throws {
        try output.fileHandleForReading.close()
    }

    func status() -> CInt {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    func complaint() throws -> String {
        String(decoding: try complaints.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    }

    /// Waits for its end.
    func finish() throws -> (status: CInt, output: String, complaint: String) {
        let output = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try complaint()
        return (status(), String(decoding: output, as: UTF8.self), complaint)
    }
}
