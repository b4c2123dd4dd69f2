import Foundation
import LineFuzz
import Testing

/// What the fuzzer begins with, without a fuzzer.
@Suite struct SeedTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    @Test func hostileLinesBreakNothing() throws {
        let readers = LineReaders()
        for seed in Seeds.hostile { try readers.check(seed) }
        // And what is left of one must not be taken for the next one's.
        try readers.check(Array(Seeds.hostile.joined(separator: [UInt8(ascii: "\n")])))
    }

    /// Of one version: the fuzzer takes them all.
    @Test func recordedLinesBreakNothing() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: Self.fixtures.path)
            .filter { $0.hasPrefix("codex-0.163.0/") && $0.hasSuffix(".jsonl") }
        #expect(names.count > 5)
        let readers = LineReaders()
        for name in names {
            let seeds = try Seeds.recorded([UInt8](Data(contentsOf: Self.fixtures.appending(path: name))))
            #expect(seeds.count > 10, "\(name)")
            for seed in seeds { try readers.check(seed) }
        }
    }
}
