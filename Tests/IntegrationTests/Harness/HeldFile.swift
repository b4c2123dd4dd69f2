import TestSupport
import Glibc

/// A file that nobody can open: who tries waits, as on a file system that hangs, until this goes.
///
/// fanotify asks its listener for leave, and nobody answers here. Only root may do that.
final class HeldFile {
    private typealias Initialize = @convention(c) (UInt32, UInt32) -> CInt
    private typealias Mark = @convention(c) (CInt, UInt32, UInt64, CInt, UnsafePointer<CChar>) -> CInt

    private static let classContent: UInt32 = 0x4
    private static let closeOnExec: UInt32 = 0x1
    private static let markAdd: UInt32 = 0x1
    private static let openPermission: UInt64 = 0x1_0000

    private let listener: CInt

    /// Whether this machine lets anybody hold a file.
    static let isPossible: Bool = {
        let listener = listen()
        if listener >= 0 { close(listener) }
        return listener >= 0
    }()

    init(_ path: String) throws {
        listener = Self.listen()
        guard listener >= 0, let symbol = dlsym(nil, "fanotify_mark") else { throw TestFailure("no fanotify") }
        let mark = unsafeBitCast(symbol, to: Mark.self)
        guard mark(listener, Self.markAdd, Self.openPermission, AT_FDCWD, path) == 0 else {
            close(listener)
            throw TestFailure("\(path) can't be held: \(errno)")
        }
    }

    deinit { close(listener) }

    /// Whether somebody waits for it.
    var isWaitedFor: Bool {
        var wanted = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 0) > 0
    }

    private static func listen() -> CInt {
        guard let symbol = dlsym(nil, "fanotify_init") else { return -1 }
        return unsafeBitCast(symbol, to: Initialize.self)(classContent | closeOnExec, UInt32(O_RDONLY))
    }
}
