import BosunClient

extension Arrival? {
    /// An arrival is not compared: its body may be long.
    var isNothing: Bool {
        switch self {
        case nil: true
        case .some: false
        }
    }
}
