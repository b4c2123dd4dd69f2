/// A CODEX_HOME: which threads are stored in it, and which process may write each.
final class SimulatedHome {
    let path: String
    var rollouts: Set<String> = []
    /// The pid of the process that holds a thread's lock.
    var writers: [String: Int32] = [:]
    private var lastThread = 0

    init(path: String) { self.path = path }

    func nextThread() -> String {
        lastThread += 1
        return "\(path.dropFirst())-thread-\(lastThread)"
    }
}
