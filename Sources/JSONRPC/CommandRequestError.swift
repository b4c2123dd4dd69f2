/// Why a consumer's request is answered with an error at once.
package struct CommandRequestError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable, CaseIterable {
        case notJSON
        case notAnObject
        case batch
        case duplicateKey
        case wrongVersion
        case noID
        case wrongID
        case wrongMethod
        case wrongMeta
        case wrongParams
    }

    package let code: Code
    /// The request's id as it was written, when one could be read; else the answer's id is null.
    package let id: [UInt8]?
    /// What is wrong with the text, when it is not JSON.
    package let cause: JSONError?

    /// JSON-RPC's number for it.
    package var rpcCode: Int {
        switch code {
        case .notJSON: cause?.code == .outOfMemory ? -32603 : -32700
        case .wrongParams: -32602
        default: -32600
        }
    }

    package var description: String {
        switch code {
        case .notJSON: cause.map { "not JSON: \($0)" } ?? "not JSON"
        case .notAnObject: "the request is not an object"
        case .batch: "batches are not taken"
        case .duplicateKey: "a key occurs twice"
        case .wrongVersion: "jsonrpc is not \"2.0\""
        case .noID: "a request needs an id: notifications are not taken"
        case .wrongID: "the id is neither a string nor a number, or has more than 256 bytes"
        case .wrongMethod: "the method is missing or not a string"
        case .wrongMeta: "meta is not an object"
        case .wrongParams: "params is not an object"
        }
    }
}
