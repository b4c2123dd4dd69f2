extension SwiftWriter {
    /// One of the four unions over methods.
    enum MethodUnion: String {
        case clientRequest = "ClientRequest"
        case serverRequest = "ServerRequest"
        case serverNotification = "ServerNotification"
        case clientNotification = "ClientNotification"

        var summary: String {
            switch self {
            case .clientRequest: "A request that a client makes of codex."
            case .serverRequest: "A request that codex makes of its client."
            case .serverNotification: "What codex tells its client."
            case .clientNotification: "What a client tells codex."
            }
        }
    }

    func writeUnion(_ union: MethodUnion, of methods: [Method], to text: inout SourceText) {
        let names = Naming.caseNames(of: methods.map(\.name))
        let known = Array(zip(names, methods))
        text.line()
        text.line("/// \(union.summary)")
        text.block("public indirect enum \(union.rawValue): MethodUnion") { text in
            for (name, method) in known {
                text.line("/// `\(method.name)`.\(stability(of: method))")
                text.line("case \(name)(\(payload(of: method)))")
            }
            text.line("/// A method that the schema lacks, its params as they came.")
            text.line("case unknown(method: String, params: JSONValue?)")
            text.line()
            text.block("public init(method: String, params: JSONValue?) throws(CodexProtocolError)") { text in
                let read = known.map { name, method in
                    (SourceText.quoted(method.name), "self = .\(name)(try readParams(params, of: method))")
                }
                text.choice("method", read + [("default", "self = .unknown(method: method, params: params)")])
            }
            text.line()
            text.block("public var method: String") { text in
                let written = known.map { (".\($0)", SourceText.quoted($1.name)) }
                text.choice("self", written + [(".unknown(let method, _)", "method")])
            }
            text.line()
            text.block("public var params: JSONValue?") { text in
                let written = names.map { (".\($0)(let params)", "params.json") }
                text.choice("self", written + [(".unknown(_, let params)", "params")])
            }
            guard union == .clientRequest || union == .serverRequest else { return }
            text.line()
            text.line("/// The type of what is answered; nil when the method is unknown.")
            text.block("public var responseType: (any JSONCodable.Type)?") { text in
                let written = known.map {
                    (".\($0)", "\($1.response.map { swift(.named($0), in: "") } ?? "JSONValue").self")
                }
                text.choice("self", written + [(".unknown", "nil")])
            }
        }
    }

    private func payload(of method: Method) -> String {
        let params = swift(.named(method.params), in: "")
        return method.paramsRequired ? params : "Presence<\(params)> = .absent"
    }
}
