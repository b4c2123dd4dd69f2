import Glibc
import TestSupport

/// A small disk of a test's own, in a mount namespace of its own: nothing of it is left when this goes.
///
/// Only root may do that.
final class SmallDisk {
    private let holder: Child
    private let path: String
    private let output: String

    /// Whether this machine lets anybody mount one.
    static let isPossible: Bool = {
        guard let directory = try? TemporaryDirectory() else { return false }
        let child = try? Child(
            "/usr/bin/unshare", ["--mount", "/usr/bin/mount", "-t", "tmpfs", "tmpfs", directory.path],
            environment: [:], output: "/dev/null")
        return (try? child?.waitForEnd()) == .exited(0)
    }()

    /// Mounts it at `path`, a directory of `directory`.
    init(_ path: String, mebibytes: Int, in directory: TemporaryDirectory) throws {
        self.path = path
        let output = directory.file("disk")
        self.output = output
        let script = """
            mount --make-rprivate / && mount -t tmpfs -o size=\(mebibytes)m,mode=700 tmpfs '\(path)' && echo mounted \
            && exec sleep 3600
            """
        holder = try Child(
            "/usr/bin/unshare", ["--mount", "/bin/sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"],
            output: output)
        try eventually("the disk is mounted") { [holder] in
            if let ending = holder.poll() { throw TestFailure("no disk: \(ending)") }
            return String(decoding: directory.read("disk") ?? [], as: UTF8.self).contains("mounted")
        }
    }

    /// Whose mounts these are.
    var namespace: pid_t { holder.pid }

    /// Where it can be seen from outside.
    var outside: String { "/proc/\(holder.pid)/root\(path)" }

    /// Takes all the room that is left.
    func fill() throws {
        let file = open("\(outside)/filler", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw TestFailure("no filler: \(errno)") }
        defer { close(file) }
        let bytes = [UInt8](repeating: 0, count: 65_536)
        var count = bytes.count
        while count > 0 {
            if write(file, bytes, count) <= 0 { count /= 2 }
        }
    }

    func makeRoom() throws {
        guard unlink("\(outside)/filler") == 0 else { throw TestFailure("no filler: \(errno)") }
    }

    /// Mounts it, or a file of it, otherwise.
    func mount(_ arguments: String...) throws {
        let child = try Child(
            "/usr/bin/nsenter", ["--target=\(holder.pid)", "--mount", "/usr/bin/mount"] + arguments, environment: [:],
            output: output)
        guard try child.waitForEnd() == .exited(0) else { throw TestFailure("mount \(arguments)") }
    }
}
