/// Who ends what earlier lives have left behind. Called on the loop; never waits.
package protocol OrphanEnder: AnyObject, Sendable {
    /// Ends the processes of this state directory that are neither a worker's of now nor descend from one.
    ///
    /// - Parameter current: the pid of each worker that has a process.
    func endOrphans(current: [String: Int32])
}
