private import Glibc

extension StubModel {
    /// Writes the port and a newline to `path`, whole or not at all: who polls the file never reads half a number.
    package func writePort(to path: String) throws(StubModelError) {
        let draft = "\(path).\(getpid())"
        guard let file = fopen(draft, "we") else { throw Self.portFileError(path, errno) }
        let written = fputs("\(port)\n", file) >= 0
        guard fclose(file) == 0, written, rename(draft, path) == 0 else {
            let reason = errno
            unlink(draft)
            throw Self.portFileError(path, reason)
        }
    }

    private static func portFileError(_ path: String, _ reason: CInt) -> StubModelError {
        StubModelError(.portFileNotWritten, "can't write the port to \(path)", errno: reason)
    }
}
