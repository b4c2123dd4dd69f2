import ChildProcess
import CodexConversation
import Diagnostics
import EventLoop
import Glibc
import JSONRPC

// A worker whose output another loop reads: what comes from there, in its order.
extension Worker {
    /// Whether its output is open, and read on its own loop.
    var isReadingHere: Bool { process?.stdout?.rawValue != nil }

    /// Hands its output to its reader loop.
    func readElsewhere(on readers: ReaderLoops) {
        guard let descriptor = process?.stdout.take() else { return }
        output = OutputReader(descriptor, of: identity.number, limit: spec.limits.line, on: readers) {
            [weak self] reader, content in
            self?.assumeIsolated { $0.take(content, of: reader) }  // on the loop: readers hand over there
        }
    }

    private func take(_ content: OutputReader.Content, of reader: OutputReader) {
        // What was on its way when the output was closed is nobody's word any more.
        guard output === reader else { return }
        switch content {
        case .lines(let batch, let readAt): take(batch, readAt)
        case .ended(let dropped): endOutput(dropping: dropped)
        case .failed(let error): recycle(error)
        case .unwatchable(let error):
            environment.log.error("a worker can't be watched", ["worker": identity.name, "reason": "\(error)"])
            process?.signalGroup(SIGKILL)
            closeOutput()
        case .drained: break
        }
        switch content {
        case .lines: break
        case .ended, .failed, .unwatchable, .drained: finishExit()
        }
    }

    private func take(_ batch: LineBatch, _ readAt: UInt64) {
        guard let scanner = environment.readers?.scanner else { return }
        machine.heard(at: now)
        let context = LineContext(
            generation: machine.generation, readAt: readAt, scanner: scanner)
        batch.forEach { line, outcome in
            // As of lines that are read here: what comes after the process's end is somebody else's.
            guard machine.pid != nil, output != nil else { return }
            switch outcome {
            case .success(let envelope): take(line, envelope, context)
            case .failure(let error): takeGarbage(line, error, context)
            }
        }
    }
}
