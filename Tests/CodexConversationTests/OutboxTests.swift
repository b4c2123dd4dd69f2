import CodexConversation
import EventLoop
import Glibc
import Testing

@Suite struct OutboxTests {
    /// A pipe whose reader does not read: it takes 64 KiB, then the rest waits, and goes out in order later.
    @Test func whatAPipeDoesNotTakeWaits() throws {
        var ends: [CInt] = [0, 0]
        #expect(pipe(&ends) == 0)
        for end in ends { #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0) }
        let reader = FileDescriptor(owning: ends[0])
        let writer = FileDescriptor(owning: ends[1])

        var outbox = Outbox()
        let lines = (0..<40).map { [UInt8](repeating: UInt8($0), count: 10_000) }
        for line in lines { outbox.append(line) }
        #expect(outbox.flush(to: writer) == .wouldBlock)
        #expect(outbox.written > 0 && outbox.pending > 0)
        #expect(outbox.endOffset == 400_000)

        var seen: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while seen.count < 400_000 {
            if case .bytes(let count) = buffer.withUnsafeMutableBytes({ reader.read(into: $0) }) {
                seen += buffer[..<count]
            }
            _ = outbox.flush(to: writer)
        }
        #expect(seen == lines.flatMap(\.self))
        #expect(outbox.isEmpty && outbox.pending == 0 && outbox.written == 400_000)
    }

    @Test func aReaderThatHasGoneIsAnError() {
        signal(SIGPIPE, SIG_IGN)
        var ends: [CInt] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        let writer = FileDescriptor(owning: ends[1])
        var outbox = Outbox()
        outbox.append([1, 2, 3])
        #expect(outbox.flush(to: writer) == .failed(errno: EPIPE))
        #expect(outbox.pending == 3)
    }
}
