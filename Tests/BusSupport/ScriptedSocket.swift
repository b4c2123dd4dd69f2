import Glibc
import Synchronization
package import ZeroMQ

/// The other side of a client: a bound socket on a thread of its own, which does with each message what a test says.
package final class ScriptedSocket: Sendable {
    /// What a script does with a message. False: it closes the socket.
    package typealias Script = @Sendable (_ message: consuming Multipart, _ socket: borrowing Socket) throws -> Bool

    private let state: State

    /// What the thread and the owner share.
    private final class State: Sendable {
        let isStopped = Atomic(false)
        let isBound = Atomic(false)
        let hasEnded = Atomic(false)
        let failure = Mutex<String?>(nil)
    }

    package struct Failure: Error {
        package let message: String
    }

    /// Binds before it returns.
    package init(_ kind: SocketKind, at path: String, _ script: @escaping Script) throws {
        state = State()
        let work = Work { [state] in
            do {
                let socket = try Socket(kind, in: Context())
                if kind == .xpub { try socket.set(.sendHighWaterMark, 0) }
                if kind == .xpub { try socket.set(.receiveHighWaterMark, 0) }
                try socket.bind(ipc: path, mode: 0o600)
                state.isBound.store(true, ordering: .releasing)
                while !state.isStopped.load(ordering: .acquiring) {
                    guard let message = try socket.receiveMultipart(limit: 8, timeout: .milliseconds(20)) else {
                        continue
                    }
                    guard try script(message, socket) else { break }
                }
            } catch {
                state.failure.withLock { $0 = "\(error)" }
            }
            state.hasEnded.store(true, ordering: .releasing)
        }
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(work).toOpaque())
        guard code == 0 else { throw Failure(message: "pthread_create: \(code)") }
        pthread_detach(thread)
        while !state.isBound.load(ordering: .acquiring) {
            if state.hasEnded.load(ordering: .acquiring) { throw Failure(message: failure ?? "ended") }
            usleep(1_000)
        }
    }

    /// Ends the thread and waits until its socket is closed.
    deinit {
        state.isStopped.store(true, ordering: .releasing)
        while !state.hasEnded.load(ordering: .acquiring) { usleep(1_000) }
    }

    /// What the script threw.
    package var failure: String? { state.failure.withLock { $0 } }

    private final class Work {
        let body: () -> Void

        init(_ body: @escaping () -> Void) {
            self.body = body
        }
    }
}
