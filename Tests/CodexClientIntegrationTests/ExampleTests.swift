import ChildProcess
import CodexClient
import Glibc
import Synchronization
import TestSupport
import Testing

extension RealCodex {
    @Suite struct ExampleTests {
        @Test func theExampleAsksAndPrintsTheAnswer() async throws {
            let home = try CodexHome()
            let codex = try home.options()
            let bin = codex.executable.split(separator: "/").dropLast().joined(separator: "/")
            let lines = Mutex<[String]>([])
            var options = StdioTransport.Options(
                command: Command(
                    "/bin/sh", arguments: ["-c", "echo y | \"$0\" \"$1\"", try example(), home.making("example")],
                    environment: [
                        "PATH": "/\(bin):/usr/bin:/bin", "HOME": home.workspace, "CODEX_HOME": home.path,
                        "LANG": "C.UTF-8",
                    ], workingDirectory: home.workspace))
            options.mirror = { line in lines.withLock { $0.append(String(decoding: line.bytes, as: UTF8.self)) } }
            let transport = StdioTransport(options, on: try SharedLoop.shared()) { _ in }
            try await transport.start()
            let end = await transport.awaitEnd(within: .seconds(120))
            #expect(end?.status == .exited(code: 0))
            let printed = lines.withLock { $0.joined(separator: "\n") }
            #expect(printed.hasPrefix("codex wants: /bin/bash -lc 'touch \(home.file("example"))'\n"))
            #expect(printed.contains("That came to") && printed.hasSuffix("\ncompleted"))
            #expect(home.has("example"))
        }

        /// Beside the tests' own program.
        private func example() throws -> String {
            var path = [CChar](repeating: 0, count: 4096)
            let count = readlink("/proc/self/exe", &path, path.count - 1)
            let words = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
            let candidates = [String(decoding: words, as: UTF8.self)] + CommandLine.arguments
            for candidate in candidates where candidate.hasPrefix("/") {
                let directory = candidate.split(separator: "/").dropLast().joined(separator: "/")
                if access("/\(directory)/codex-example", X_OK) == 0 { return "/\(directory)/codex-example" }
            }
            throw TestFailure("no codex-example beside \(candidates)")
        }
    }
}
