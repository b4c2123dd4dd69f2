/// A turn that runs in a simulated codex.
final class SimulatedTurn {
    let id: String
    var stepsLeft: Int
    /// A subagent's: the thread that started it waits for its end.
    let parent: String?
    var isOver = false

    init(id: String, steps: Int, parent: String? = nil) {
        self.id = id
        stepsLeft = steps
        self.parent = parent
    }
}
