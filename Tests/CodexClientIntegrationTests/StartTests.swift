import CodexClient
import CodexProtocol
import Glibc
import Synchronization
import TestSupport
import Testing

extension RealCodex {
    @Suite struct StartTests {
        @Test func startGivesAClientThatIsReady() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.start(home.options())
            #expect(await client.initializeResponse?.codexHome == home.path)
            #expect(await client.version?.description.hasPrefix("0.") == true)
            #expect(await client.isRunning)
            #expect(kill(try #require(await client.processID), 0) == 0)
            let exit = try await client.shutdown()
            #expect(exit.code == 0 && exit.reason == .endOfInput)
            #expect(await client.isRunning == false)
            #expect(await client.processID == nil)
            #expect(try await client.shutdown() == exit)
            let late = try await failure { _ = try await client.startThread() }
            #expect(late.code == .notRunning && late.mayHaveBeenTaken == false)
        }

        @Test func theOptionsReachCodex() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.start(
                home.options { options in
                    options.clientInfo = ClientInfo(name: "a/b 1.0.0", title: .value("A"), version: "2.0.0")
                    options.capabilities = InitializeCapabilities(experimentalApi: true)
                    options.analyticsDefaultEnabled = true
                    options.configuration = ["model=\"gpt-5.1\""]
                    options.environment["BOSUN_TEST"] = "of the client"
                })
            #expect(await client.initializeResponse?.userAgent.hasPrefix("a/b 1.0.0/") == true)
            #expect(await client.version != nil)
            // Only with `experimentalApi`.
            #expect(try await client.request(method: "server/diagnostics", params: [:])["process"] != nil)
            let thread = try await client.startThread()
            #expect(thread.model == "gpt-5.1")
            #expect(thread.cwd == home.workspace)
            let pid = try #require(await client.processID)
            #expect(try processFile(pid, "environ").contains("BOSUN_TEST=of the client"))
            #expect(try processFile(pid, "cmdline").contains("--analytics-default-enabled"))
            try await client.shutdown()
        }

        @Test func spawnLeavesTheHandshakeToTheCaller() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.spawn(home.options())
            let early = try await failure { _ = try await client.startThread() }
            #expect(early.code == .refused && early.refusal?.code == -32600)
            #expect(early.refusal?.message == "Not initialized")
            let params = InitializeParams(clientInfo: ClientInfo(name: "by-hand", version: "1"))
            #expect(try await client.initialize(params).userAgent.hasPrefix("by-hand/"))
            _ = try await client.startThread()
            let again = try await failure { _ = try await client.initialize() }
            #expect(again.refusal?.message == "Already initialized")
            try await client.shutdown()
        }

        @Test func aVersionThatIsTooOldOrTooNewIsRefusedAndCodexEnded() async throws {
            let home = try CodexHome()
            let pids = Mutex<[String]>([])
            let old = try await failure {
                _ = try await CodexClient.connect(
                    home.options { options in
                        options.versionGuard = VersionGuard(minimum: CodexVersion(99, 0, 0))
                        options.mirror = { _, line in pids.withLock { $0.append(line) } }
                    })
            }
            #expect(old.code == .incompatibleVersion && old.context.contains("99.0.0 is the oldest allowed"))
            #expect(old.shutdownFailure == nil)
            // It was told of no `initialized`.
            #expect(pids.withLock { $0.contains { $0.contains("\"initialized\"") } } == false)
            let new = try await failure {
                _ = try await CodexClient.connect(
                    home.options { $0.versionGuard = VersionGuard(minimum: nil, upTo: CodexVersion(0, 100, 0)) })
            }
            #expect(new.code == .incompatibleVersion)
        }

        @Test func droppedItKillsCodex() async throws {
            let home = try CodexHome()
            var client: CodexClient? = try await CodexClient.start(home.options())
            let pid = try #require(await client?.processID)
            client = nil
            try await eventually { kill(pid, 0) != 0 }
        }

        @Test func shutdownInTheMiddleOfATurnEndsWhoWaits() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(home.options())
            let session = try await client.startSession(cwd: home.workspace)
            let stream = try await session.stream("Say much. [[stub deltas=100000 delay-ms=20]]")
            var iterator = stream.makeAsyncIterator()
            while let event = try await iterator.next() { if case .text = event { break } }
            #expect(try await client.shutdown().code == 0)
            let error = try await failure { while try await iterator.next() != nil {} }
            #expect(error.code == .processEnded && error.exit?.code == 0)
        }

        private func processFile(_ pid: Int32, _ name: String) throws -> [String] {
            let file = open("/proc/\(pid)/\(name)", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { throw TestFailure("/proc/\(pid)/\(name)") }
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(file, &bytes, bytes.count)
            return bytes.prefix(max(0, count)).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}

/// One after the other: each takes a codex, and the machine may have few processors.
@Suite(.serialized) struct RealCodex {}
