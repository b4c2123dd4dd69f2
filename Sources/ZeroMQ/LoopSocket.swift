package import EventLoop

/// A socket on an event loop: it gives every message that comes to a handler, on the loop's thread.
///
/// `ZMQ_FD` becomes readable once for what changed, and a send can consume that as well as a receive. So a socket that
/// was used is asked for messages before the loop waits again, and so is one whose descriptor was readable, which it
/// stays until then. A receive that gives nothing has taken in all that libzmq had to tell: what comes after it makes the
/// descriptor readable, and until then, or until it is used, the socket need not be asked, at a system call a turn. A
/// preparation of somebody else that uses this socket must say that it worked.
///
/// `@unchecked Sendable`: it is touched on the loop's thread only (each entry checks it), but for `init`, which nobody
/// else can see yet, and `deinit`, which sends what it holds to the loop.
package final class LoopSocket: @unchecked Sendable {
    private let loop: EventLoop
    private var owner: Owner?
    private var attachment: Attachment?
    /// Whether there may be messages that the descriptor does not tell of.
    private var mayHaveMessages = true

    /// Takes the socket; `start` joins it to the loop. From any thread.
    package init(_ socket: consuming sending Socket, on loop: EventLoop) {
        self.loop = loop
        owner = Owner(socket)
    }

    deinit {
        guard let attachment else { return }
        // The socket is closed after its descriptor has left the loop.
        loop.execute { [unowned loop, owner] in
            attachment.end(on: loop)
            _ = owner
        }
    }

    /// Calls `onMessage` for each message that comes, until `close`.
    ///
    /// At most `messagesPerTurn`, and not much more than `bytesPerTurn`, are handled before the loop looks at others; of a message at most `frameLimit` frames
    /// are kept. An error of a receive goes to `onFailure`; the socket goes on unless that closes it.
    package func start(
        messagesPerTurn: Int = 64, bytesPerTurn: Int = 1 << 20, frameLimit: Int = 16,
        onFailure: @escaping (ZeroMQError) -> Void,
        onMessage: @escaping (consuming Multipart) -> Void
    ) throws(ZeroMQError) {
        loop.preconditionOnLoop()
        guard let owner, attachment == nil else { return }
        let descriptor = try owner.socket.fileDescriptor
        let registration: Registration
        do {
            registration = try loop.watch(descriptor, for: .read) { [weak self] _ in self?.mayHaveMessages = true }
        } catch {
            throw ZeroMQError(.watchFailed, errno: error.errno, context: "\(owner.socket.kind)")
        }
        let preparation = loop.prepare { [weak self] in
            guard let self else { return false }
            do throws(ZeroMQError) {
                return try self.handle(messagesPerTurn, bytesPerTurn, frameLimit, onMessage)
            } catch {
                onFailure(error)
                return true
            }
        }
        attachment = Attachment(registration: registration, preparation: preparation)
    }

    /// Leaves the loop and closes the socket, also from within a handler. What it has not sent is dropped unless it
    /// lingers.
    package func close() {
        loop.preconditionOnLoop()
        attachment?.end(on: loop)
        attachment = nil
        owner = nil
    }

    package var isClosed: Bool {
        loop.preconditionOnLoop()
        return owner == nil
    }

    /// Lends the socket for sending and options; nil when it is closed. `close` in `body` takes effect after it.
    package func withSocket<R: ~Copyable, E>(_ body: (borrowing Socket) throws(E) -> R) throws(E) -> R? {
        loop.preconditionOnLoop()
        guard let owner else { return nil }
        mayHaveMessages = true
        return try body(owner.socket)
    }

    /// Sends a message of three frames: another reference to `first`, one of `size` bytes that `initialize` fills, and a
    /// copy of `third`. Nil when the socket is closed.
    ///
    /// What is sent for each event has a call of its own: through `withSocket` it would cost as much as another frame.
    package func send(
        copyOf first: borrowing Message, size: Int, initializing initialize: (UnsafeMutableRawBufferPointer) -> Void,
        copying third: UnsafeRawBufferPointer
    ) throws(ZeroMQError) -> SendResult? {
        loop.preconditionOnLoop()
        guard let owner else { return nil }
        mayHaveMessages = true
        let result = try owner.socket.send(copyOf: first, more: true)
        guard result == .sent else { return result }
        try owner.socket.send(size: size, more: true, initializing: initialize)
        return try owner.socket.send(copying: third)
    }

    /// True when there was something to do.
    private func handle(
        _ limit: Int, _ byteLimit: Int, _ frameLimit: Int, _ onMessage: (consuming Multipart) -> Void
    ) throws(ZeroMQError) -> Bool {
        guard mayHaveMessages else { return false }
        var bytes = 0
        for count in 0..<limit where bytes < byteLimit {
            // The handler may have closed the socket.
            guard let owner else { return true }
            guard let message = try owner.socket.receiveMultipart(limit: frameLimit) else {
                mayHaveMessages = false
                return count > 0
            }
            bytes += message.byteCount
            onMessage(message)
        }
        return true
    }
}

/// The one owner of the socket; a class so that `close` can happen while the socket is lent.
///
/// `@unchecked Sendable`: see `LoopSocket`; it goes to another thread only to be dropped there.
private final class Owner: @unchecked Sendable {
    let socket: Socket

    init(_ socket: consuming Socket) {
        self.socket = socket
    }
}

private struct Attachment: Sendable {
    let registration: Registration
    let preparation: PreparationID

    func end(on loop: EventLoop) {
        loop.unwatch(registration)
        loop.endPreparation(preparation)
    }
}
