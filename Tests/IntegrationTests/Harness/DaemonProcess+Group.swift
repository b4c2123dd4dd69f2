import TestSupport
import JSONRPC

extension DaemonProcess {
    /// A daemon with one group, `main`, and these settings of it in TOML.
    convenience init(
        _ command: [String], workers: Int = 1, daemon: String = "", group settings: String,
        in directory: TemporaryDirectory
    ) throws {
        var options = Options()
        options.directory = directory
        let words = command.map { JSON.string($0).text }.joined(separator: ", ")
        options.configuration = """
            \(daemon)
            [[group]]
            name = "main"
            command = [\(words)]
            workers = \(workers)
            codex_home = "\(directory.file("codex"))"
            \(settings)
            """
        try self.init([], options)
    }
}

extension DaemonProcess {
    /// A daemon whose processes are the only ones of its user, so that they alone count.
    ///
    /// - Parameter processes: how many it may have, threads included.
    static func ofAnotherUser(
        _ command: [String], workers: Int, processes: Int, in directory: TemporaryDirectory
    ) throws -> DaemonProcess {
        var options = Options()
        options.directory = directory
        options.workers = workers
        options.user = (54_321, processes)
        return try DaemonProcess(command, options)
    }
}

extension JSON {
    fileprivate var text: String { String(decoding: serialized(), as: UTF8.self) }
}
