/// What a peer asks to be let into: the ZAP domain of an endpoint.
enum Door: Hashable, Sendable {
    case events
    case commands
    case control
    /// The events of that audience.
    case audience(String)

    private static let audiencePrefix = "audience "

    var domain: String {
        switch self {
        case .events: "events"
        case .commands: "commands"
        case .control: "control"
        case .audience(let name): Self.audiencePrefix + name
        }
    }

    init?(domain: String) {
        switch domain {
        case "events": self = .events
        case "commands": self = .commands
        case "control": self = .control
        default:
            guard domain.hasPrefix(Self.audiencePrefix) else { return nil }
            self = .audience(String(domain.dropFirst(Self.audiencePrefix.count)))
        }
    }
}
