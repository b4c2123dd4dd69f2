import TestSupport
import Foundation
import Glibc
import Testing

/// A running `bosun serve` in a directory of its own; ended, and looked after, with its last owner.
final class DaemonProcess {
    struct Options {
        var workers = 1
        var codexHome: String?
        /// A configuration file's text with the groups, which then stand there only.
        var configuration: String?
        /// One that is there already, instead.
        var configurationFile: String?
        /// What the daemon finds in its environment besides.
        var environment: [String: String] = [:]
        /// Descriptors that the daemon does not get at all.
        var closedDescriptors: [CInt] = []
        /// A directory of another daemon's, for the same run and state directories.
        var directory: TemporaryDirectory?
        var runDirectory: String?
        /// A user that has nothing else on the machine, and how many processes it may have; the directory becomes its own.
        var user: (uid: uid_t, processes: Int)?
        /// What its state directory lies on.
        var disk: SmallDisk?
        /// What must live as long as the daemon.
        var companions: [AnyObject] = []
        /// Checked when the test ends it: exit status 0 and no process left.
        var endsCleanly = true
    }

    let directory: TemporaryDirectory
    let runDirectory: String
    let stateDirectory: String
    private let child: Child
    private let logFile: String
    private let options: Options
    private var isStopped = false

    /// Starts the daemon; `command` is what its workers run.
    init(_ command: [String], _ options: Options = Options()) throws {
        self.options = options
        directory = try options.directory ?? TemporaryDirectory()
        runDirectory = options.runDirectory ?? directory.file("run")
        stateDirectory = directory.file("state")
        var number = 1
        while access(directory.file("log\(number)"), F_OK) == 0 { number += 1 }
        logFile = directory.file("log\(number)")
        var arguments = ["serve", "--run-dir", runDirectory, "--state-dir", stateDirectory]
        if let file = options.configurationFile {
            arguments += ["--config", file]
        } else if let configuration = options.configuration {
            arguments += ["--config", try directory.write("bosun.toml", configuration)]
        } else {
            let home = options.codexHome ?? directory.file("codex")
            arguments += ["--workers", "\(options.workers)", "--codex-home", home, "--"] + command
        }
        var program = Executable.bosun
        if let (uid, processes) = options.user {
            chown(directory.path, uid, uid)
            arguments =
                ["--nproc=\(processes)", "setpriv", "--reuid=\(uid)", "--regid=\(uid)", "--clear-groups", program]
                + arguments
            program = "/usr/bin/prlimit"
        }
        if let disk = options.disk {
            arguments = ["--target=\(disk.namespace)", "--mount", program] + arguments
            program = "/usr/bin/nsenter"
        }
        child = try Child(
            program, arguments,
            environment: [
                "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": directory.directory("home"), "LANG": "C.UTF-8",
            ].merging(options.environment) { $1 },
            output: logFile, closed: options.closedDescriptors)
        let logFile = logFile
        DaemonLogs.add(logFile) { Self.end(of: logFile) }
    }

    deinit {
        if !isStopped {
            do {
                let ending = try stop()
                if options.endsCleanly, ending != .exited(0) { Issue.record("the daemon ended with \(ending)") }
            } catch {
                Issue.record(error)
            }
        }
        DaemonLogs.end(logFile)
    }

    var pid: pid_t { child.pid }
    var eventsEndpoint: String { "ipc://\(runDirectory)/events.sock" }
    var commandsEndpoint: String { "ipc://\(runDirectory)/commands.sock" }
    var log: String { String(decoding: FileManager.default.contents(atPath: logFile) ?? Data(), as: UTF8.self) }

    /// How it ended, or nil while it runs.
    var ending: Child.Ending? { child.poll() }

    func send(_ signal: CInt) { child.send(signal) }

    func waitForEnd() throws -> Child.Ending {
        defer { isStopped = true }
        return try child.waitForEnd()
    }

    /// Ends it by a signal, and sees that none of its workers, nor what they started, is left.
    @discardableResult
    func stop(_ signal: CInt = SIGTERM) throws -> Child.Ending {
        isStopped = true
        child.send(signal)
        let ending: Child.Ending
        do {
            ending = try child.waitForEnd()
        } catch {
            child.send(SIGKILL)
            throw error
        }
        if options.endsCleanly {
            try eventually("no process of the daemon's is left", within: .seconds(5)) { processes().isEmpty }
        }
        return ending
    }

    /// Ends it as a crash would.
    func kill() throws {
        isStopped = true
        child.send(SIGKILL)
        _ = try child.waitForEnd()
    }

    /// Its workers and what they started, by the mark in their environment.
    func processes() -> Set<pid_t> {
        let state = options.disk?.outside ?? stateDirectory
        guard let id = FileManager.default.contents(atPath: "\(state)/id") else { return [] }
        let mark = String(decoding: id, as: UTF8.self).prefix { !$0.isNewline }
        return mark.isEmpty ? [] : ProcFS.processes(carrying: "BOSUN_WORKER=\(mark).")
    }

    private static func end(of file: String) -> String {
        String(decoding: (FileManager.default.contents(atPath: file) ?? Data()).suffix(8_192), as: UTF8.self)
    }
}
