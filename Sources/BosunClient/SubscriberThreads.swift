import Glibc
import JSONRPC
import Synchronization

/// The threads of this process's subscribers, which have to end before it does: at its end libraries take down what
/// they would still be using (simdjson its implementations), and the process would be aborted.
enum SubscriberThreads {
    private static let running = Atomic(0)
    private static let isEnding = Atomic(false)
    /// Milliseconds that the process's end waits at most; a thread that hears of it needs 100.
    private static let patience = 2_000

    /// Whether the process ends.
    static var haveToEnd: Bool { isEnding.load(ordering: .sequentiallyConsistent) }

    static func begin() {
        _ = atExit
        running.add(1, ordering: .sequentiallyConsistent)
    }

    static func end() { running.subtract(1, ordering: .sequentiallyConsistent) }

    private static let atExit: Void = {
        // What is registered last is run first: simdjson has to have registered its own.
        _ = JSON.raw(Array("0".utf8)).intValue
        atexit {
            SubscriberThreads.isEnding.store(true, ordering: .sequentiallyConsistent)
            for _ in 0..<SubscriberThreads.patience
            where SubscriberThreads.running.load(ordering: .sequentiallyConsistent) > 0 { usleep(1_000) }
        }
    }()
}
