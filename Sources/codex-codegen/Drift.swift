/// One difference between the manifest and an installed codex.
struct Drift: Equatable {
    enum Change: String {
        case added = "+"
        case dropped = "-"
        case changed = "~"
    }

    let change: Change
    let place: String
    let detail: String
    /// Whether Bosun itself acts on it.
    var breaksBosun = false

    var line: String {
        "\(breaksBosun ? "!" : " ") \(change.rawValue) \(place)\(detail.isEmpty ? "" : ": \(detail)")"
    }
}
