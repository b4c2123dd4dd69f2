package import Supervision

extension Worker {
    /// Does what was decided of it.
    package func perform(_ operation: WorkerOperation) {
        switch operation {
        case .start: start()
        case .stop: stop()
        case .restart: restart()
        case .drain(then: .stop): drain(then: .stay)
        case .drain(then: .start): drain(then: .start)
        case .drained: drained()
        case .unpark: unpark()
        case .recycle(let cause, let reason): recycle(cause, reason: reason)
        }
    }
}
