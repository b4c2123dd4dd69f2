import Foundation
import Glibc
import TestSupport

/// `bosun` as a user of the machine's that is not the tests' own. They have to run as root for that.
struct Outsider {
    static let uid: uid_t = 54_322

    let daemon: DaemonProcess

    /// Lets every user of the machine open the sockets: what keeps them out then is the daemon.
    init(_ daemon: DaemonProcess) throws {
        self.daemon = daemon
        try eventually("the sockets are there") { access("\(daemon.runDirectory)/control.sock", F_OK) == 0 }
        for path in [daemon.directory.path, daemon.runDirectory] { chmod(path, 0o755) }
        for name in ["events", "commands", "control"] { chmod("\(daemon.runDirectory)/\(name).sock", 0o666) }
    }

    /// Runs it to its end; gives its exit status and all that it said.
    func bosun(_ arguments: [String], as uid: uid_t = Self.uid) throws -> (ending: Child.Ending, text: String) {
        let output = daemon.directory.file("outsider-\(UInt32.random(in: 0...UInt32.max))")
        let child = try Child(
            "/usr/bin/setpriv",
            ["--reuid=\(uid)", "--regid=\(uid)", "--clear-groups", Executable.bosun] + arguments
                + ["--run-dir", daemon.runDirectory],
            environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"], output: output)
        let ending = try child.waitForEnd()
        return (ending, String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self))
    }
}
