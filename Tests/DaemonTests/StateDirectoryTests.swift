import Daemon
import Foundation
import TestSupport
import Testing

/// The epochs of a state, one after the other.
@Suite struct StateDirectoryTests {
    /// A daemon may be killed at any place: who is told of the epoch knows of it before the directory does.
    @Test func anEpochIsToldBeforeItBegins() throws {
        let directory = try TemporaryDirectory()
        func epochThere() throws -> String? {
            FileManager.default.contents(atPath: "\(directory.path)/epoch").map { String(decoding: $0, as: UTF8.self) }
        }
        var told: [[UInt64]] = []
        var there: [String?] = []
        for time in [7, 7, 20] as [UInt64] {
            let state = try StateDirectory(directory.path, unixMicroseconds: time) { epoch, last in
                told.append([epoch, last])
                there.append(try? epochThere())
            }
            #expect(told.last == [state.epoch, state.lastEpoch])
        }
        #expect(told == [[7, 0], [8, 7], [20, 8]])
        #expect(there == [nil, "7\n", "8\n"])
        #expect(try epochThere() == "20\n")
    }
}
