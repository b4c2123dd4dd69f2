import BusProtocol
import JSONRPC

extension PeerAddress {
    /// As the ledger has it: `{"uid":…,"pid":…}` or `{"address":…}`.
    var json: JSON {
        switch self {
        case .local(let uid, let pid): ["uid": .integer(Int64(uid)), "pid": .integer(Int64(pid))]
        case .remote(let address): ["address": .string(address)]
        }
    }
}
