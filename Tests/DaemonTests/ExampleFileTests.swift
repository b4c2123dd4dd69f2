import Journal
import ChildProcess
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
        #expect(Set(members.map(\.key)) == Set(ConfigurationFile.Key.allCases.map(\.rawValue)))
        guard case .array(let groups)? = members.first(where: { $0.key == "group" })?.value.content,
            case .table(let group)? = groups.first?.content
        else { throw TestFailure("no group") }
        // A user that is not there would be refused, so it stands there as a comment.
        let text = String(decoding: try TextFile.read(path), as: UTF8.self)
        #expect(text.contains("\n# user = "))
        #expect(text.contains("\n# park_after = "))
        #expect(Set(group.map(\.key) + ["user", "park_after"]) == Set(ConfigurationFile.groupKeys))
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
        #expect(file.concurrentStarts == made.concurrentStarts)
        #expect(file.stopTimeout == made.stopTimeout)
        #expect(file.eventsAge == made.events.retention.age)
        #expect(file.eventsSize == made.events.retention.bytes)
        #expect(file.deltasSize == made.events.deltas)
    }
}
