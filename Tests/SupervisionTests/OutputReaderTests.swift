import Dispatch
import EventLoop
import Glibc
import JSONRPC
import Synchronization
import TestSupport
import Testing

@testable import Supervision

/// What one loop reads of a pipe and hands over to another.
@Suite struct OutputReaderTests {
    /// What has been handed over, in its order.
    private final class Taken: Sendable {
        private struct State {
            var lines: [String] = []
            var words: [String] = []
            var batches = 0
        }

        private let state = Mutex(State())

        func take(_ content: OutputReader.Content) {
            state.withLock { state in
                switch content {
                case .lines(let batch, _):
                    state.batches += 1
                    batch.forEach { line, _ in state.lines.append(String(decoding: line.copy, as: UTF8.self)) }
                case .ended(let dropped): state.words.append("ended after \(state.lines.count), dropped \(dropped)")
                case .failed(let error): state.words.append("failed: \(error.code) after \(state.lines.count)")
                case .unwatchable(let error): state.words.append("\(error)")
                case .drained: state.words.append("drained after \(state.lines.count)")
                }
            }
        }

        var lines: [String] { state.withLock { $0.lines } }
        var words: [String] { state.withLock { $0.words } }
        var batches: Int { state.withLock { $0.batches } }
    }

    /// A main loop, one reader loop, and a pipe that is read there.
    private final class Rig {
        let main: EventLoop
        let loops: ReaderLoops
        let taken = Taken()
        let reader: OutputReader
        private var input: FileDescriptor?
        /// Lets the main loop go on, which stands still until then.
        private let gate = DispatchSemaphore(value: 0)

        init(limit: Int = 1 << 20, isHeld: Bool = false) throws {
            var ends: [CInt] = [0, 0]
            signal(SIGPIPE, SIG_IGN)
            guard pipe(&ends) == 0 else { throw TestFailure("no pipe") }
            for end in ends {
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
            }
            input = FileDescriptor(owning: ends[1])
            main = try EventLoop(name: "main")
            loops = try ReaderLoops(1, besides: main)
            if isHeld { main.execute { [gate] in gate.wait() } }
            reader = OutputReader(FileDescriptor(owning: ends[0]), of: 1, limit: limit, on: loops) {
                [taken, main] _, content in
                main.preconditionOnLoop()
                taken.take(content)
            }
        }

        deinit {
            gate.signal()
            reader.close()
            loops.stop()
            main.stop()
        }

        func release() { gate.signal() }

        func closeInput() { input = nil }

        private func writeOnce(_ bytes: [UInt8]) -> FileDescriptor.Transfer {
            bytes.withUnsafeBytes { bytes in input?.write(bytes) ?? .end }
        }

        var isBroken: Bool { writeOnce([UInt8(ascii: "x")]) == .failed(errno: EPIPE) }

        /// Writes all of it, waiting for room.
        func write(_ text: String) throws {
            var rest = Array(text.utf8)
            while !rest.isEmpty {
                let written = writeOnce(rest)
                switch written {
                case .bytes(let count): rest.removeFirst(count)
                case .wouldBlock: usleep(100)
                case .end, .failed: throw TestFailure("\(written)")
                }
            }
        }

        /// Writes until nobody makes room any more, and gives how many lines; nil when there is always room.
        func writeUntilFull(most: Int) throws -> Int? {
            for number in 0..<most {
                guard try eventuallyFits(Array("\(Self.line(number))\n".utf8)) else { return number }
            }
            return nil
        }

        private func eventuallyFits(_ bytes: [UInt8]) throws -> Bool {
            while true {
                let pausesBefore = pauses
                switch writeOnce(bytes) {
                case .bytes(bytes.count): return true
                case .wouldBlock:
                    // Full for good once the reader has stopped, which it says.
                    if pausesBefore > 0 { return false }
                    usleep(100)
                case .bytes, .end, .failed: throw TestFailure("half a line")
                }
            }
        }

        var pauses: Int64 { ReaderLoops.counters(of: loops)["pauses"]?.intValue ?? 0 }
        var batches: Int64 { ReaderLoops.counters(of: loops)["batches"]?.intValue ?? 0 }

        /// A pipe takes a line up to PIPE_BUF whole or not at all.
        static func line(_ number: Int) -> String {
            #"{"method":"a/b","params":{"n":\#(number),"x":"\#(String(repeating: "x", count: 1_000))"}}"#
        }
    }

    private static func wait(_ what: String, _ body: () -> Bool) throws {
        let deadline = MonotonicClock().now.advanced(by: .seconds(60))
        while !body() {
            guard MonotonicClock().now < deadline else { throw TestFailure("in vain: \(what)") }
            usleep(1_000)
        }
    }

    @Test func whatWasWrittenBeforeADrainComesBeforeItsEnd() throws {
        let rig = try Rig()
        for number in 0..<5_000 { try rig.write(Rig.line(number) + "\n") }
        try rig.write("half")
        rig.reader.drain(reads: 64)
        try Self.wait("the drain's end") { !rig.taken.words.isEmpty }
        #expect(rig.taken.words == ["drained after 5000"])
        #expect(rig.taken.lines == (0..<5_000).map(Rig.line))
    }

    @Test func theEndOfFileIsToldOnceWithWhatIsDropped() throws {
        let rig = try Rig()
        let text = (0..<1_000).map { "\(Rig.line($0))\n" }.joined() + "half a line"
        try rig.write(text)
        rig.closeInput()
        try Self.wait("the end") { !rig.taken.words.isEmpty }
        rig.reader.drain(reads: 64)
        try Self.wait("the drain's end") { rig.taken.words.count == 2 }
        #expect(rig.taken.words == ["ended after 1000, dropped 11", "drained after 1000"])
    }

    /// Nobody takes anything: so many batches are held and the pipe fills up. Then all of it comes.
    @Test func aReaderStopsWhileItsBatchesAreNotTaken() throws {
        let rig = try Rig(isHeld: true)
        let full = try rig.writeUntilFull(most: 10_000)
        let count = try #require(full, "there is no bound")
        #expect(rig.batches == Int64(OutputReader.bound) && rig.taken.batches == 0 && rig.pauses == 1)
        // What its batches hold, and the pipe.
        #expect(count * 1_030 <= OutputReader.bound * ReadBuffer.capacity + (64 << 10))
        rig.release()
        for number in count..<count + 5_000 { try rig.write(Rig.line(number) + "\n") }
        try Self.wait("all lines") { rig.taken.lines.count == count + 5_000 }
        #expect(rig.taken.lines == (0..<count + 5_000).map(Rig.line))
    }

    /// It must not say that all has come before the reads that the bound held up.
    @Test func aDrainWaitsForTheBoundToo() throws {
        let rig = try Rig(isHeld: true)
        let count = try #require(try rig.writeUntilFull(most: 10_000))
        rig.reader.drain(reads: 64)
        #expect(rig.taken.words.isEmpty)
        rig.release()
        try Self.wait("the drain's end") { !rig.taken.words.isEmpty }
        #expect(rig.taken.words == ["drained after \(count)"])
    }

    /// Somebody else goes on writing: the drain ends all the same.
    @Test func aDrainReadsSoManyBuffersAtMost() throws {
        let rig = try Rig(isHeld: true)
        let count = try #require(try rig.writeUntilFull(most: 10_000))
        rig.reader.drain(reads: 0)
        rig.release()
        try Self.wait("the drain's end") { !rig.taken.words.isEmpty }
        #expect(rig.taken.words.first?.hasPrefix("drained after ") == true)
        try Self.wait("the rest, which is read on") { rig.taken.lines.count == count }
    }

    @Test func aLineThatIsTooLongEndsTheReading() throws {
        let rig = try Rig(limit: 10_000)
        try rig.write("{}\n" + String(repeating: "x", count: 10_001))
        try Self.wait("the failure") { !rig.taken.words.isEmpty }
        #expect(rig.taken.words == ["failed: lineTooLong after 1"])
        #expect(rig.taken.lines == ["{}"])
        try Self.wait("the pipe is closed") { rig.isBroken }
    }

    /// A limit that is raised holds for the lines that follow.
    @Test func itsLimitCanBeSet() throws {
        let rig = try Rig(limit: 10)
        rig.reader.set(limit: 100)
        // What is readable when the limit comes may be read before it is set.
        try rig.write("{}\n")
        try Self.wait("the limit is set") { rig.taken.lines == ["{}"] }
        let line = String(repeating: "x", count: 100)
        try rig.write("\(line)\n\(line)x\n")
        try Self.wait("the failure") { !rig.taken.words.isEmpty }
        #expect(rig.taken.lines == ["{}", line])
    }

    @Test func closedItReadsNothingMore() throws {
        let rig = try Rig(isHeld: true)
        _ = try rig.writeUntilFull(most: 10_000)
        rig.reader.close()
        rig.release()
        try Self.wait("the pipe is closed") { rig.isBroken }
        try Self.wait("what was held is passed on") { rig.taken.batches == OutputReader.bound }
        #expect(rig.taken.words == [])
    }

    @Test func aWorkerHasOneLoopForItsLifeAndTheyHaveAboutAsMany() throws {
        let main = try EventLoop(name: "main")
        let loops = try ReaderLoops(3, besides: main)
        defer {
            loops.stop()
            main.stop()
        }
        let chosen = (1...30 as ClosedRange<UInt64>).map { loops.member(for: $0).loop.name }
        #expect(chosen == (1...30 as ClosedRange<UInt64>).map { loops.member(for: $0).loop.name })
        #expect(Dictionary(grouping: chosen) { $0 }.values.map(\.count) == [10, 10, 10])
        #expect(ReaderLoops.counters(of: loops)["loops"] == 4)
        #expect(ReaderLoops.counters(of: nil)["loops"] == 1)
    }
}
