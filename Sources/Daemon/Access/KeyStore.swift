import EventLoop
import Glibc
import ZeroMQ

/// The CURVE keys that users and the daemon have, in a directory below the state's: of each key a file `NAME.public`, or
/// `NAME.revoked`, and a file `NAME.secret` until that is handed to its owner.
package struct KeyStore: Sendable {
    package struct Key: Sendable, Equatable {
        package let name: String
        /// In Z85.
        package let publicKey: String
        package let isRevoked: Bool
        /// Where its secret half still lies, if it does.
        package let secretFile: String?
    }

    package let directory: String

    package init(stateDirectory: String) {
        directory = "\(stateDirectory)/keys"
    }

    /// Makes a pair; its secret goes to a file of mode 0600 and nowhere else. Throws when the name was given before, also
    /// to a key that is revoked.
    package func make(_ name: String) throws(DaemonError) -> Key {
        if let fault = SettingRules.fault(inKeyName: name) { throw DaemonError(.keyRefused, fault) }
        try Directories.make(directory, mode: 0o700)
        guard access(file(name, .revoked), F_OK) != 0 else {
            throw DaemonError(.keyRefused, "\(name) was revoked: give the new key another name")
        }
        let keys: CurveKeys
        do throws(ZeroMQError) { keys = try CurveKeys() } catch {
            throw DaemonError(.systemRefused, "\(error)")
        }
        // The public half first: it claims the name.
        try write(keys.publicKey, to: file(name, .public), mode: 0o644)
        try write(keys.secretKey, to: file(name, .secret), mode: 0o600)
        return Key(name: name, publicKey: keys.publicKey, isRevoked: false, secretFile: file(name, .secret))
    }

    /// All keys, in the order of their names. A file that holds no key is left out.
    package func list() throws(DaemonError) -> [Key] {
        guard Directories.exists(directory) else { return [] }
        guard let handle = opendir(directory) else { throw DaemonError(.keyRefused, directory, errno: errno) }
        defer { closedir(handle) }
        var keys: [Key] = []
        while let entry = readdir(handle) {
            let file = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            let parts = file.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let half = Half(rawValue: String(parts[1])), half != .secret else { continue }
            let name = String(parts[0])
            guard let key = try read(self.file(name, half)) else { continue }
            let secret = self.file(name, .secret)
            keys.append(
                Key(
                    name: name, publicKey: key, isRevoked: half == .revoked,
                    secretFile: access(secret, F_OK) == 0 ? secret : nil))
        }
        return keys.sorted { $0.name < $1.name }
    }

    /// The keys that are good, by name.
    package func publicKeys() throws(DaemonError) -> [String: String] {
        let keys = try list()
        // A key that is revoked under any name is.
        let revoked = Set(keys.filter(\.isRevoked).map(\.publicKey))
        let good = keys.filter { !revoked.contains($0.publicKey) }
        return Dictionary(good.map { ($0.name, $0.publicKey) }) { first, _ in first }
    }

    /// Takes a key out of use for good.
    package func revoke(_ name: String) throws(DaemonError) {
        if let fault = SettingRules.fault(inKeyName: name) { throw DaemonError(.keyRefused, fault) }
        guard rename(file(name, .public), file(name, .revoked)) == 0 else {
            guard errno == ENOENT else { throw DaemonError(.keyRefused, file(name, .public), errno: errno) }
            let isRevoked = access(file(name, .revoked), F_OK) == 0
            throw DaemonError(.keyRefused, isRevoked ? "\(name) is revoked already" : "there is no key \(name)")
        }
        unlink(file(name, .secret))
    }

    /// The pair whose secret half lies here; for the daemon's own key.
    func pair(_ name: String) throws(DaemonError) -> CurveKeys {
        let path = file(name, .secret)
        guard access(file(name, .revoked), F_OK) != 0 else { throw DaemonError(.keyRefused, "\(name) is revoked") }
        guard let secret = try read(path) else {
            throw DaemonError(.keyRefused, "there is no \(path): bosun keys new \(name) makes it")
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw DaemonError(.keyRefused, path, errno: errno) }
        guard status.st_mode & 0o077 == 0 else {
            throw DaemonError(.keyRefused, "\(path) can be read by others: its mode has to be 0600")
        }
        do throws(ZeroMQError) { return try CurveKeys(secretKey: secret) } catch {
            throw DaemonError(.keyRefused, "\(path) holds no key")
        }
    }

    // MARK: Files

    private enum Half: String {
        case `public`
        case revoked
        case secret
    }

    private func file(_ name: String, _ half: Half) -> String { "\(directory)/\(name).\(half.rawValue)" }

    /// The 40 characters of a key; nil when the file is not there or holds something else.
    private func read(_ path: String) throws(DaemonError) -> String? {
        let raw = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard raw >= 0 else {
            guard errno == ENOENT else { throw DaemonError(.keyRefused, path, errno: errno) }
            return nil
        }
        let file = FileDescriptor(owning: raw)
        var bytes = [UInt8](repeating: 0, count: 64)
        guard case .bytes(let count) = bytes.withUnsafeMutableBytes({ file.read(into: $0) }) else { return nil }
        let line = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
        return line.count == 40 ? String(decoding: line, as: UTF8.self) : nil
    }

    /// Makes a file that is not there yet.
    private func write(_ key: String, to path: String, mode: mode_t) throws(DaemonError) {
        let raw = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard raw >= 0 else {
            if errno == EEXIST { throw DaemonError(.keyRefused, "\(path) is there already") }
            throw DaemonError(.keyRefused, path, errno: errno)
        }
        let file = FileDescriptor(owning: raw)
        let bytes = Array("\(key)\n".utf8)
        guard Glibc.write(file.rawValue, bytes, bytes.count) == bytes.count, fsync(file.rawValue) == 0 else {
            throw DaemonError(.keyRefused, path, errno: errno)
        }
    }
}
