package import JSONRPC

/// A worker's request to its client.
package struct ServerRequest: Sendable {
    package let worker: UInt64
    package let id: RequestID
    package let method: String
    package let threadID: String?
    package let itemID: String?
    package let params: JSON

    package init(worker: UInt64, id: RequestID, method: String, threadID: String?, itemID: String?, params: JSON) {
        self.worker = worker
        self.id = id
        self.method = method
        self.threadID = threadID
        self.itemID = itemID
        self.params = params
    }
}
