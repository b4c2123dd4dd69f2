/// How long a log ahead may grow: when what is in it is to be carried over into the file, and by whom.
struct AheadBound {
    enum Step: Equatable {
        case nothing
        /// Somebody else is to begin.
        case begin
        /// The writer itself is to see to it that all is carried over: then its next transaction begins the log anew.
        case finish
    }

    /// Bytes after which somebody else begins.
    var begin = 4 << 20
    /// Bytes from which on the writer does not go on without it.
    var finish = 32 << 20

    private var begunAt = 0
    private var finishAt: Int?

    init(begin: Int = 4 << 20, finish: Int = 32 << 20) {
        self.begin = begin
        self.finish = finish
    }

    /// What to do with a log of so many bytes; after `finish` that did not help it is tried again so much later.
    mutating func step(_ bytes: Int) -> Step {
        if bytes < begunAt {
            // It has begun anew.
            begunAt = 0
            finishAt = nil
        }
        if bytes >= finishAt ?? finish {
            begunAt = bytes
            finishAt = bytes + begin
            return .finish
        }
        guard bytes - begunAt >= begin else { return .nothing }
        begunAt = bytes
        return .begin
    }
}
