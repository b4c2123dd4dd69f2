// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What a client tells codex.
public indirect enum ClientNotification: MethodUnion {
    /// `initialized`.
    case initialized(Presence<InitializedParams> = .absent)
    /// A method that the schema lacks, its params as they came.
    case unknown(method: String, params: JSONValue?)

    public init(method: String, params: JSONValue?) throws(CodexProtocolError) {
        switch method {
        case "initialized": self = .initialized(try readParams(params, of: method))
        default: self = .unknown(method: method, params: params)
        }
    }

    public var method: String {
        switch self {
        case .initialized: "initialized"
        case .unknown(let method, _): method
        }
    }

    public var params: JSONValue? {
        switch self {
        case .initialized(let params): params.json
        case .unknown(_, let params): params
        }
    }
}
