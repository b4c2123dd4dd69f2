package import JSONRPC

/// A worker's request to its client.
package struct ServerRequest: Sendable {
    package let worker: UInt64
    /// How often the worker had been started when it asked.
    package let generation: UInt32
    package let id: RequestID
    package let method: String
    package let threadID: String?
    package let itemID: String?
    package let params: JSON

    package init(
        worker: UInt64, generation: UInt32, id: RequestID, method: String, threadID: String?, itemID: String?,
        params: JSON
    ) {
        self.worker = worker
        self.generation = generation
        self.id = id
        self.method = method
        self.threadID = threadID
        self.itemID = itemID
        self.params = params
    }
}
