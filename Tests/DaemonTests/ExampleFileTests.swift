import Journal
import ChildProcess
import Fleet
import TestSupport
import Testing

@testable import Daemon

/// `deploy/bosun.toml` stays true.
@Suite struct ExampleFileTests {
    private let path: String = {
        let directories = #filePath.split(separator: "/").dropLast(3)
        return "/" + directories.joined(separator: "/") + "/deploy/bosun.toml"
    }()

    @Test func itIsAConfiguration() throws {
        let file = try ConfigurationFile.load(path)
        let made = try Configuration.merging(file, CommandLineSettings(), environment: [:], isRoot: false)
        #expect(made.groups.map(\.name) == [GroupConfiguration.defaultName])
    }

    @Test func everySettingStandsInIt() throws {
        let members = try TOMLDocument(TextFile.read(path), file: path).members
        guard case .array(let groups)? = members.first(where: { $0.key == "group" })?.value.content,
            case .table(let group)? = groups.first?.content
        else { throw TestFailure("no group") }
        // A user that is not there would be refused, so it stands there as a comment.
        let text = String(decoding: try TextFile.read(path), as: UTF8.self)
        #expect(text.contains("\n# user = "))
        #expect(text.contains("\n# park_after = "))
        // Who is let in is nobody's default.
        let commented = ["users", "listen", "audiences"]
        #expect(Set(members.map(\.key) + commented) == Set(ConfigurationFile.Key.allCases.map(\.rawValue)))
        #expect(commented.allSatisfy { text.contains("\n# [\($0)") })
        for key in UserConfiguration.Key.allCases { #expect(text.contains("\n# \(key.rawValue) = "), "\(key)") }
        for key in AudienceConfiguration.Key.allCases { #expect(text.contains("\n# \(key.rawValue) = "), "\(key)") }
        for key in ListenConfiguration.Key.allCases { #expect(text.contains("\n# \(key.rawValue) = "), "\(key)") }
        #expect(Set(group.map(\.key) + ["user", "park_after", "approvals"]) == Set(ConfigurationFile.groupKeys))
    }

    /// The rules stand there as comments, since there are none by default.
    @Test func itsRulesAreRules() throws {
        let lines = String(decoding: try TextFile.read(path), as: UTF8.self).split(separator: "\n")
        let first = try #require(lines.firstIndex { $0 == "# [[group.approvals]]" })
        let rules = lines[first...].map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
        let file = try ConfigurationFile("[[group]]\nname = 'a'\n" + rules)
        let group = try #require(file.groups?.first)
        #expect(group.behavior.policy.approvals.rules.count == 5)
        #expect(
            group.behavior.policy.approvals.rules.last?.outcome
                == .ask(ApprovalTerms(users: ["ann", "bob", "cyd"], quorum: 2, fourEyes: true)))
        let said = rules.matches(of: #/(?m)^(\w+) = /#).map { String($0.output.1) }
        #expect(Set(said).union(["read", "network"]) == Set(ApprovalRuleKey.allCases.map(\.rawValue)))
    }

    @Test func theDefaultsThatItNamesAreTheDefaults() throws {
        let file = try ConfigurationFile.load(path)
        let made = try Configuration.merging(nil, CommandLineSettings(), environment: [:], isRoot: true)
        #expect(file.runDirectory == made.runDirectory)
        #expect(file.stateDirectory == made.stateDirectory)
        #expect(file.eventsHighWaterMark == made.eventsHighWaterMark)
        let group = try #require(file.groups?.first)
        #expect(group.command == made.groups.first?.command)
        #expect(group.stdio == made.groups.first?.stdio)
        #expect(group.behavior == made.groups.first?.behavior)
        #expect(file.loops == made.loops)
        #expect(file.concurrentStarts == made.concurrentStarts)
        #expect(file.stopTimeout == made.stopTimeout)
        #expect(file.eventsAge == made.events.retention.age)
        #expect(file.eventsSize == made.events.retention.bytes)
        #expect(file.deltasSize == made.events.deltas)
    }
}
