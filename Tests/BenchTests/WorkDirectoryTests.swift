import Foundation
import Testing

@testable import Bench

/// Where a run's files are.
@Suite struct WorkDirectoryTests {
    private func parent(of directory: borrowing WorkDirectory) -> String {
        String(directory.path.dropLast("/bosun-bench-XXXXXX".count))
    }

    @Test func itIsWhereTheEnvironmentWantsIt() throws {
        let outer = try WorkDirectory(in: nil)
        let path = outer.path
        let inner = try WorkDirectory(in: "\(path)/")
        #expect(parent(of: inner) == path)
        #expect(FileManager.default.fileExists(atPath: inner.path))
    }

    /// A socket's path has 107 bytes at most; a relative one would be another one for the daemon.
    @Test(arguments: [nil, "", "/", "relative", "/\(String(repeating: "x", count: 60))"])
    func elseItIsInTmp(_ wish: String?) throws {
        let directory = try WorkDirectory(in: wish)
        #expect(parent(of: directory) == "/tmp")
    }

    @Test func aParentThatIsNotThereIsAnError() {
        #expect(throws: BenchError.self) { _ = try WorkDirectory(in: "/tmp/bosun-bench-is-not-there") }
    }

    @Test func itIsGoneWithItsOwner() throws {
        var path = ""
        do {
            let directory = try WorkDirectory()
            path = directory.path
            _ = try directory.write("text", to: "file")
        }
        #expect(!path.isEmpty && !FileManager.default.fileExists(atPath: path))
    }
}
