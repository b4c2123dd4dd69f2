package import ChildProcess
package import JSONRPC

/// How a process ended, and what of its output was lost.
package struct ProcessEnd: Sendable, Equatable {
    package let status: ExitStatus
    /// The step of the stop that ended it; `byItself` when none had begun.
    package let endedBy: StopLadder.EndedBy
    /// Bytes of a last line that was not finished.
    package let droppedBytes: Int
    /// Its output could not be split into lines any more, which is why it was stopped.
    package let failure: LineBufferError?
}
