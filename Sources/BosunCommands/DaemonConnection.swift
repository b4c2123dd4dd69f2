import BusProtocol
import BosunClient
import Glibc
import JSONRPC

/// A sub-command's client of the daemon.
struct DaemonConnection {
    /// What this program calls itself. For the audit trail only: nobody is believed by it.
    static var clientName: String { "bosun, uid \(getuid())" }

    private let client: CommandClient

    /// - Parameter isOperators: for what the daemon takes on its control socket, where it waits behind nobody's work; who may
    ///   not open that one goes where everybody does.
    init(
        _ arguments: ParsedArguments, _ surroundings: Surroundings, isOperators: Bool = false
    ) throws(CommandFailure) {
        let endpoints = try surroundings.endpoints(arguments)
        client = try CommandFailure.wrapping { () throws(ClientError) in
            let control = endpoints.control.map { String($0.dropFirst("ipc://".count)) }
            let isOpen = isOperators && control.map { access($0, W_OK) == 0 } ?? false
            return try CommandClient(endpoints, at: isOpen ? .control : .commands)
        }
    }

    /// Asks the daemon itself, which answers at once.
    func call(_ method: String, _ params: JSON = [:]) throws(CommandFailure) -> CommandResult {
        try call(method, params, meta: [:], timeout: .seconds(5))
    }

    func call(_ method: String, _ params: JSON, meta: JSON, timeout: Duration) throws(CommandFailure) -> CommandResult {
        var meta = meta
        meta["client"] = .string(Self.clientName)
        return try CommandFailure.wrapping { () throws(ClientError) in
            try client.call(method, params: params, meta: meta, timeout: timeout)
        }
    }
}
