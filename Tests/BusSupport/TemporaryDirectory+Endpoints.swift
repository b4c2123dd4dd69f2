package import BusProtocol
package import TestSupport

extension TemporaryDirectory {
    /// The sockets of a daemon whose run directory it is.
    package var endpoints: Endpoints { Endpoints(runDirectory: path) }
    package var sockets: SocketPaths { SocketPaths(runDirectory: path) }
}
