package import JSONRPC

/// A server request's name at the daemon: for others an opaque word.
///
/// It is made of all that tells the request from every other one, so an old answer can't reach a new request: ids start
/// at 0 with each worker's process.
package struct ApprovalID: Sendable, Hashable, CustomStringConvertible {
    package let epoch: UInt64
    package let worker: UInt64
    package let generation: UInt32
    package let request: RequestID

    package init(epoch: UInt64, worker: UInt64, generation: UInt32, request: RequestID) {
        self.epoch = epoch
        self.worker = worker
        self.generation = generation
        self.request = request
    }

    package var description: String {
        let request =
            switch request {
            case .number(let number): "n\(number)"
            case .string(let string): "s" + string.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            }
        return "\(String(epoch, radix: 36)).\(worker).\(generation).\(request)"
    }
}
