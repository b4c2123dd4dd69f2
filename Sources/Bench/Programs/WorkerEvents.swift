import BosunClient
import BusProtocol
import EventLoop
import JSONRPC

/// What becomes of a daemon's workers, as its events tell.
final class WorkerEvents {
    /// Something that happened to a worker, and when this side had it.
    struct Entry {
        let name: String
        let worker: UInt64
        let generation: UInt32
        let body: JSON
        let at: MonotonicInstant
    }

    private let subscriber: EventSubscriber
    private let interruption: Interruption
    private let clock = MonotonicClock()

    /// Returns once nothing can be missed.
    init(_ endpoints: Endpoints, _ interruption: Interruption) throws(BenchError) {
        self.interruption = interruption
        subscriber = try BenchError.wrapping { () throws(ClientError) in
            let subscriber = try EventSubscriber(endpoints, receiveHighWaterMark: 0)
            try subscriber.subscribe("\(EventKind.worker.rawValue).")
            _ = try subscriber.join(timeout: .seconds(30))
            return subscriber
        }
    }

    /// The next one, or nil when none comes in time.
    func next(within limit: Duration) throws(BenchError) -> Entry? {
        let deadline = clock.now.advanced(by: limit)
        while true {
            let left = max(.zero, min(.milliseconds(100), clock.now.duration(to: deadline)))
            let arrival = try BenchError.wrapping { () throws(ClientError) in try subscriber.next(timeout: left) }
            let now = clock.now
            try interruption.wait(atMost: .zero)
            switch arrival {
            case .event(let event):
                guard let body = try? JSON(parsing: event.body) else {
                    throw BenchError(.wrongAnswer, "\(event.topic): a body that is no JSON")
                }
                return Entry(
                    name: event.topic.method, worker: event.header.worker, generation: event.header.generation,
                    body: body, at: now)
            case .rejoined: throw BenchError(.wrongAnswer, "the daemon was lost")
            case nil: guard now < deadline else { return nil }
            }
        }
    }

    /// The next one that `isWanted`; what comes before it is dropped.
    func await(
        _ what: String, within limit: Duration, _ isWanted: (Entry) throws(BenchError) -> Bool
    ) throws(BenchError) -> Entry {
        let deadline = clock.now.advanced(by: limit)
        while let entry = try next(within: max(.zero, clock.now.duration(to: deadline))) {
            if try isWanted(entry) { return entry }
        }
        throw BenchError(.timedOut, "\(what) did not come within \(limit)")
    }
}

extension BenchError {
    static func wrapping<Value: ~Copyable>(_ body: () throws(ClientError) -> Value) throws(BenchError) -> Value {
        do throws(ClientError) { return try body() } catch { throw BenchError(.systemRefused, "\(error)") }
    }
}
