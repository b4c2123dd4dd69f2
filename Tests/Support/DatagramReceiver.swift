import EventLoop
import Glibc

/// A service manager's end: a datagram socket with a path, or, beginning with `@`, an abstract name.
package final class DatagramReceiver: Sendable {
    package let address: String
    private let socket: FileDescriptor

    package init(_ address: String) throws {
        self.address = address
        let raw = Glibc.socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try check("socket", raw)
        socket = FileDescriptor(owning: raw)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: address.utf8.prefix($0.count - 1)) }
        if address.hasPrefix("@") { name.sun_path.0 = 0 }
        let length = socklen_t(2 + address.utf8.count)
        let code = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(raw, $0, length) }
        }
        try check("bind \(address)", code)
    }

    /// The next message; waits for it.
    package func next() throws -> String {
        var wanted = pollfd(fd: socket.rawValue, events: Int16(POLLIN), revents: 0)
        var count: CInt
        repeat { count = poll(&wanted, 1, 20_000) } while count < 0 && errno == EINTR
        guard count == 1, let message = waiting() else { throw TestFailure("no message came") }
        return message
    }

    /// A message that has come already.
    package func waiting() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(socket.rawValue, &buffer, buffer.count, CInt(MSG_DONTWAIT))
        return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }
}
