import Bus
import Synchronization

/// A journal that stores when the test says so.
final class ManualJournal: EventJournal {
    private let state = Mutex<(events: [DurableEvent], accepts: Bool)>(([], true))

    var events: [DurableEvent] { state.withLock { $0.events } }

    func accept(_ accepts: Bool) { state.withLock { $0.accepts = accepts } }

    func append(_ event: DurableEvent) -> Bool {
        state.withLock {
            if $0.accepts { $0.events.append(event) }
            return $0.accepts
        }
    }
}
