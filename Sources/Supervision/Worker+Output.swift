import ChildProcess
import CodexConversation
import Diagnostics
import EventLoop
import JSONRPC

extension Worker {
    /// Reads a few buffers and leaves the rest for the next turn: other workers have their turn between.
    func readOutput() {
        // A buffer that is not full was all there is: to be told so by another read would cost a system call for each
        // answer, and what comes meanwhile, the end, too, makes the descriptor ready again.
        for _ in 0..<4 { guard readOnce() == ReadBuffer.capacity else { return } }
    }

    /// Reads one buffer and takes its lines. Gives how many bytes that were: 0 when there are none for now, or never.
    func readOnce() -> Int {
        let reader = environment.reader
        let transfer = reader.buffer.withSpace { space in process?.stdout?.read(into: space) ?? .end }
        switch transfer {
        case .bytes(let count):
            machine.heard(at: now)
            let context = LineContext(
                generation: machine.generation, readAt: WallClock.unixNanoseconds, scanner: reader.scanner)
            do throws(LineBufferError) {
                try lines.append(count, of: reader.buffer) { line in take(line, context) }
            } catch {
                recycle(error)
                return 0
            }
            return isReadingHere ? count : 0
        case .wouldBlock:
            return 0
        case .end, .failed:
            endOutput()
            return 0
        }
    }

    private func endOutput() {
        guard isReadingHere else { return }
        endOutput(dropping: lines.pendingBytes)
    }

    func endOutput(dropping dropped: Int) {
        if dropped > 0 {
            environment.log.warning(
                "an unfinished line was dropped", ["worker": identity.name, "bytes": "\(dropped)"])
        }
        closeOutput()
        perform(machine.outputEnded())
    }

    private func take(_ line: borrowing Line, _ context: LineContext) {
        // What comes after the process's end is somebody else's, who holds its output open: not the worker's word.
        guard machine.pid != nil, isReadingHere else { return }
        do throws(JSONError) {
            take(line, try context.scanner.scan(line), context)
        } catch {
            takeGarbage(line, error, context)
        }
    }

    func take(_ line: borrowing Line, _ envelope: Envelope, _ context: LineContext) {
        switch envelope.shape {
        case .notification, .request: environment.observer.worker(identity, said: line, envelope, context)
        case .response, .error: takeAnswer(line, envelope, context)
        }
    }

    func takeGarbage(_ line: borrowing Line, _ error: JSONError, _ context: LineContext) {
        environment.observer.worker(identity, printedGarbage: line, error, context)
        guard garbage.exceeded(at: now) else { return }
        recycleUnheard(.garbage, reason: "too many of its lines are no messages")
    }

    func recycle(_ error: LineBufferError) {
        recycleUnheard(.lineTooLong, reason: "its output has a line that is too long: \(error)")
    }

    /// Nothing more is read of it: until it has ended it could go on for as long as it is given to end.
    private func recycleUnheard(_ cause: RecycleCause, reason: String) {
        closeOutput()
        perform(machine.recycle(cause, reason: reason) + machine.outputEnded())
    }

    /// Always drained: a worker whose stderr is full stands still.
    func readErrors() {
        let reader = environment.reader
        for _ in 0..<4 {
            let transfer = reader.buffer.withSpace { space in process?.stderr?.read(into: space) ?? .end }
            switch transfer {
            case .bytes(let count):
                let second = now.nanoseconds / 1_000_000_000
                let wanted = reader.buffer.withSpace { space in
                    stderrTail.append(UnsafeRawBufferPointer(rebasing: space[..<count]), second: second)
                }
                for line in wanted { environment.log.info("worker's stderr", ["worker": identity.name, "line": line]) }
            case .wouldBlock:
                return
            case .end, .failed:
                return closeErrors()
            }
        }
    }
}
