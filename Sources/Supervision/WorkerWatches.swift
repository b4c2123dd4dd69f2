import EventLoop

/// The loop's registrations for a worker's descriptors.
struct WorkerWatches {
    var exit: Registration?
    var stdout: Registration?
    var stderr: Registration?
    /// Only while something waits to be written: a worker that closed its stdin would report an error for ever.
    var stdin: Registration?
}
