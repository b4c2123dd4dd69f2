import Foundation
import Glibc
import StubModel
import Testing

@Suite(.timeLimit(.minutes(10))) struct ExecutableTests {
    /// A running stub-model; its input is a pipe of the test's.
    private struct Program {
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        let complaints = Pipe()

        init(_ arguments: [String]) throws {
            // Tests and executables are built into the same directory.
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
                .deletingLastPathComponent().appending(path: "stub-model")
            process.arguments = arguments
            process.standardInput = input
            process.standardOutput = output
            process.standardError = complaints
            try process.run()
        }

        /// The port that its first line names.
        func port() throws -> UInt16 {
            var line: [UInt8] = []
            while line.last != UInt8(ascii: "\n"), let byte = try output.fileHandleForReading.read(upToCount: 1)?.first
            {
                line.append(byte)
            }
            let text = String(decoding: line, as: UTF8.self)
            let prefix = "listening on http://127.0.0.1:"
            try #require(text.hasPrefix(prefix) && text.hasSuffix("/v1\n"))
            return try #require(UInt16(text.dropFirst(prefix.count).dropLast("/v1\n".count)))
        }

        func status() -> CInt {
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        }
    }

    @Test(arguments: [SIGTERM, SIGINT]) func aSignalEndsItInTheMiddleOfAnAnswer(_ signal: CInt) throws {
        let program = try Program([])
        let connection = try Connection(port: try program.port())
        connection.send(HTTPClient.post(HTTPClient.body("[[stub deltas=2 delay-ms=600000]]")))
        #expect(connection.waitForReply(containing: "event: response.output_text.delta"))
        kill(program.process.processIdentifier, signal)
        #expect(program.status() == 0)
    }

    @Test func theEndOfItsInputEndsItWhenAsked() async throws {
        let program = try Program(["--until-eof"])
        #expect(try await HTTPClient(port: try program.port()).ask("Hello?").status == 200)
        try program.input.fileHandleForWriting.close()
        #expect(program.status() == 0)
    }

    @Test func thePortIsWrittenToItsFile() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = directory.appending(path: "port")
        let program = try Program(["--port-file", file.path, "--until-eof"])
        let port = try program.port()
        #expect(try String(contentsOf: file, encoding: .utf8) == "\(port)\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["port"])
        try program.input.fileHandleForWriting.close()
        #expect(program.status() == 0)
    }

    @Test func whatItCannotDoIsOneLine() throws {
        let taken = try StubModel()
        for (arguments, status) in [
            (["--nope"], EX_USAGE), (["--port", "\(taken.port)"], EXIT_FAILURE),
            (["--port-file", "/dev/null/port"], EXIT_FAILURE),
        ] {
            let program = try Program(arguments)
            #expect(program.status() == status)
            let complaint = try program.complaints.fileHandleForReading.readToEnd() ?? Data()
            #expect(complaint.filter { $0 == UInt8(ascii: "\n") }.count == 1)
            #expect(complaint.starts(with: Data("stub-model: ".utf8)))
        }
    }
}
