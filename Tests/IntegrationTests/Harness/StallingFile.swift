import EventLoop
import Glibc
import Synchronization
import TestSupport

/// A file of which every read waits while it is held, as on a disk that hangs.
///
/// fanotify asks its listener for leave; since Linux 6.13 only for files that are opened after this was made. Only root may
/// do that. When this goes, or its process, all reads go on.
final class StallingFile {
    private typealias Initialize = @convention(c) (UInt32, UInt32) -> CInt
    private typealias Mark = @convention(c) (CInt, UInt32, UInt64, CInt, UnsafePointer<CChar>) -> CInt

    /// What the thread that answers shares with the test.
    private final class Gate: Sendable {
        struct State {
            var isHeld = false
            var isOver = false
            /// The descriptors of reads that wait, each to be answered with.
            var waiting: [CInt] = []
        }

        let listener: CInt
        let state = Mutex(State())

        init(listener: CInt) { self.listener = listener }

        deinit { close(listener) }

        func run() {
            var bytes = [UInt8](repeating: 0, count: 4_096)
            while !state.withLock({ $0.isOver }) {
                var wanted = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
                guard poll(&wanted, 1, 20) > 0 else { continue }
                let count = read(listener, &bytes, bytes.count)
                var offset = 0
                // Each 24 bytes: size, version and mask, then the descriptor.
                while offset + 24 <= count {
                    let (size, descriptor) = bytes.withUnsafeBytes {
                        (
                            $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self),
                            $0.loadUnaligned(fromByteOffset: offset + 16, as: CInt.self)
                        )
                    }
                    state.withLock { state in
                        if state.isHeld { state.waiting.append(descriptor) } else { allow(descriptor) }
                    }
                    offset += Int(size)
                }
            }
        }

        func allow(_ descriptor: CInt) {
            var response = (descriptor, UInt32(1))
            _ = withUnsafeBytes(of: &response) { write(listener, $0.baseAddress, $0.count) }
            close(descriptor)
        }
    }

    private let gate: Gate

    static var isPossible: Bool { HeldFile.isPossible }

    init(_ path: String) throws {
        guard let initialize = dlsym(nil, "fanotify_init"), let mark = dlsym(nil, "fanotify_mark") else {
            throw TestFailure("no fanotify")
        }
        // Close on exec, before the content is there.
        let listener = unsafeBitCast(initialize, to: Initialize.self)(0x4 | 0x1, UInt32(O_RDONLY | O_CLOEXEC))
        guard listener >= 0 else { throw TestFailure("no fanotify: \(errno)") }
        gate = Gate(listener: listener)
        // To add a mark, for leave to read.
        guard unsafeBitCast(mark, to: Mark.self)(listener, 0x1, 0x2_0000, AT_FDCWD, path) == 0 else {
            throw TestFailure("\(path) can't be held: \(errno)")
        }
        try BackgroundThread.start("gate") { [gate] in gate.run() }
    }

    deinit {
        release()
        gate.state.withLock { $0.isOver = true }
    }

    /// From here on reads wait.
    func hold() { gate.state.withLock { $0.isHeld = true } }

    /// How many wait.
    var waiting: Int { gate.state.withLock { $0.waiting.count } }

    func release() {
        gate.state.withLock { state in
            state.isHeld = false
            for descriptor in state.waiting { gate.allow(descriptor) }
            state.waiting = []
        }
    }
}
