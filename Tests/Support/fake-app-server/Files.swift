import Glibc
import JSONRPC

/// What the fake keeps in files.
enum Files {
    /// From `BOSUN_WORKER`, `<state id>.<epoch>.<worker>`.
    static func workerName() -> String {
        guard let variable = getenv("BOSUN_WORKER") else { return "nobody" }
        return String(cString: variable).split(separator: ".").last.map(String.init) ?? "nobody"
    }

    /// Counts a worker's lives, from 1, by the bytes of a file beside `path`.
    static func nextLife(of worker: String, in path: String?) -> Int {
        guard let path else { return 1 }
        let file = open("\(path).\(worker).lives", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { return 1 }
        defer { close(file) }
        _ = write(file, ".", 1)
        return Int(lseek(file, 0, SEEK_END))
    }

    static func openRecord(_ path: String) -> CInt? {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        return file < 0 ? nil : file
    }

    static func json(_ path: String) -> JSON? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(file, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
        return try? JSON(parsing: bytes)
    }
}
