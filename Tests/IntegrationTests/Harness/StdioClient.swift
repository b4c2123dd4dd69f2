import Foundation
import Glibc
import JSONRPC
import TestSupport

/// A program that speaks codex's protocol on its standard input and output, and whoever started it.
final class StdioClient {
    private let process = Process()
    private let input = Pipe()
    private let outputFile: String
    private let errorFile: String
    private var lastID: Int64 = 0

    /// - Parameter isRead: False: nobody reads what it writes.
    init(_ words: [String], in directory: TemporaryDirectory, isRead: Bool = true) throws {
        var number = 1
        while access(directory.file("stdio\(number)"), F_OK) == 0 { number += 1 }
        outputFile = directory.file("stdio\(number)")
        errorFile = directory.file("stdio\(number).errors")
        for file in [outputFile, errorFile] {
            guard FileManager.default.createFile(atPath: file, contents: nil) else { throw TestFailure(file) }
        }
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": directory.path]
        process.currentDirectoryURL = URL(filePath: directory.path)
        process.standardInput = input
        let unread = Pipe()
        process.standardOutput = isRead ? FileHandle(forWritingAtPath: outputFile) : unread
        process.standardError = FileHandle(forWritingAtPath: errorFile)
        // Else whatever is started later would hold its input open.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try process.run()
        try unread.fileHandleForReading.close()
    }

    deinit {
        try? input.fileHandleForWriting.close()
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }

    /// What it has written, whole lines.
    var lines: [String] {
        let text = String(decoding: FileManager.default.contents(atPath: outputFile) ?? Data(), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    var messages: [JSON] { lines.compactMap { try? JSON(parsing: $0) } }
    var errors: String { String(decoding: FileManager.default.contents(atPath: errorFile) ?? Data(), as: UTF8.self) }

    func say(_ message: JSON) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(message.serialized() + [UInt8(ascii: "\n")]))
    }

    /// Asks for something; `reply(to:)` waits for the answer.
    func ask(_ method: String, _ params: JSON = [:]) throws -> Int64 {
        lastID += 1
        try say(["id": .integer(lastID), "method": .string(method), "params": params])
        return lastID
    }

    func reply(to id: Int64) throws -> JSON {
        try eventually("the reply to \(id)") {
            messages.first { $0["id"]?.intValue == id && $0["method"] == nil }
        }
    }

    func result(_ method: String, _ params: JSON = [:]) throws -> JSON {
        let reply = try reply(to: ask(method, params))
        guard let result = reply["result"] else { throw TestFailure("\(method): \(reply)") }
        return result
    }

    func initialize() throws {
        _ = try result("initialize", ["clientInfo": ["name": "test", "version": "1"]])
        try say(["method": "initialized"])
    }

    /// The client ends its input, and waits.
    func end() throws -> Int32 {
        try input.fileHandleForWriting.close()
        return try waitForEnd()
    }

    func waitForEnd() throws -> Int32 {
        try eventually("it ends") { process.isRunning ? Optional.none : process.terminationStatus }
    }
}
