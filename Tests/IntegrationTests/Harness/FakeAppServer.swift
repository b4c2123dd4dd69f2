import TestSupport
import JSONRPC

/// The command of workers that misbehave as they are told; `Tests/Support/fake-app-server` has the words.
enum FakeAppServer {
    static var command: [String] { [Executable.fakeAppServer] }

    /// - Parameter lives: the steps that a worker performs at the start of each life; the last entry is for all later ones.
    static func command(
        lives: [[JSON]] = [], recordingIn record: String? = nil, in directory: TemporaryDirectory
    ) throws -> [String] {
        var command = command
        if !lives.isEmpty {
            let script = JSON.array(lives.map { .array($0) })
            command += ["--script", try directory.write("script.json", script.serialized())]
        }
        if let record { command += ["--record", record] }
        return command
    }
}
