/// What a peer asks to be let into: the ZAP domain of an endpoint.
enum Door: String, Sendable, CaseIterable {
    case events
    case commands
    case control
}
