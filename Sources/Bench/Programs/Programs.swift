import Foundation

/// Where the programs that take part are: all are built into one directory.
struct Programs {
    let bosun: String
    let floor: String
    let client: String
    let worker: String

    /// - Parameter bosun: nil for the one beside this program.
    init(bosun: String?) throws(BenchError) {
        let directory = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        func place(_ name: String) throws(BenchError) -> String {
            let path = directory.appending(path: name).path
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw BenchError(
                    .programUnavailable, "\(path) is missing: swift build -c release --product \(name)")
            }
            return path
        }
        if let bosun {
            self.bosun = URL(filePath: bosun).path
        } else {
            self.bosun = try place("bosun")
        }
        floor = try place("bench-floor")
        client = try place("bench-client")
        worker = try place("bench-worker")
    }
}
