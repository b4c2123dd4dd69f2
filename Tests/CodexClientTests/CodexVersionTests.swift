@testable import CodexClient
import Testing

@Suite struct CodexVersionTests {
    @Test(arguments: ["0.163.0", "1.2.3-alpha.10", "10.0.0-rc1"])
    func aVersionReadsAsItIsWritten(text: String) { #expect(CodexVersion(text)?.description == text) }

    @Test(arguments: ["", "1", "1.2", "1.2.3.4", "1.2.x", "1.2.", "-1.2.3", "+1.2.3", "1.2.3-", "v1.2.3", "1.2.٣"])
    func whatIsNoVersionIsNone(text: String) { #expect(CodexVersion(text) == nil) }

    @Test func versionsAreOrdered() {
        let texts = [
            "0.99.9", "0.133.0", "0.163.0-alpha.9", "0.163.0-alpha.10", "0.163.0-beta", "0.163.0-beta.1", "0.163.0",
            "1.0.0",
        ]
        let versions = texts.compactMap { CodexVersion($0) }
        #expect(versions.count == texts.count)
        #expect(versions.shuffled().sorted() == versions)
    }

    @Test(arguments: [
        ("bosun/0.163.0 (Debian 12.0.0; x86_64) unknown (bosun; 1.0.0)", "bosun", "0.163.0"),
        ("a/b 9.9.9/0.133.0 (x)", "a/b 9.9.9", "0.133.0"),
        ("other/0.149.0", "bosun", "0.149.0"),
        ("1.0.0/0.149.0-alpha.1 x", "1.0.0", "0.149.0-alpha.1"),
    ])
    func theUserAgentNamesIt(agent: String, client: String, version: String) {
        #expect(CodexVersion(userAgent: agent, clientName: client)?.description == version)
    }

    @Test(arguments: ["", "codex", "bosun/", "bosun/x 0.163.0", "0.163.0"])
    func aUserAgentWithoutOneIsNone(agent: String) {
        #expect(CodexVersion(userAgent: agent, clientName: "bosun") == nil)
        #expect(throws: CodexClientError.self) { try VersionGuard().check(userAgent: agent, clientName: "bosun") }
    }

    @Test func theBoundsAreTheOldestAndTheFirstThatIsTooNew() throws {
        let bounds = VersionGuard(minimum: CodexVersion(0, 133, 0), upTo: CodexVersion(0, 164, 0))
        func code(_ version: String) -> CodexClientError.Code? {
            do throws(CodexClientError) {
                _ = try bounds.check(userAgent: "x/\(version)", clientName: "x")
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code("0.132.9") == .incompatibleVersion && code("0.133.0-alpha.1") == .incompatibleVersion)
        #expect(code("0.133.0") == nil && code("0.163.99") == nil)
        #expect(code("0.164.0") == .incompatibleVersion)
        #expect(try VersionGuard.off.check(userAgent: nil, clientName: "x") == nil)
    }
}
