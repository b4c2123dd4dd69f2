import CLinux

extension OrphanSearch.Candidate {
    /// As the kernel tells of it.
    init(_ process: clinux_process, mark: WorkerMark?) {
        let name = withUnsafeBytes(of: process.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        self.init(
            identity: ProcessIdentity(pid: process.pid, started: process.started), parent: process.parent,
            group: process.group, name: name, mark: mark)
    }
}
