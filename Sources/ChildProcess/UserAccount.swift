private import Glibc

/// A user of the system, with all that becoming one takes: no name is looked up in a child.
package struct UserAccount: Sendable, Hashable {
    package let name: String
    package let uid: UInt32
    package let gid: UInt32
    /// All of its groups, `gid` among them.
    package let groups: [UInt32]
    /// Its home directory, which need not exist.
    package let home: String
    package let shell: String

    package init(name: String, uid: UInt32, gid: UInt32, groups: [UInt32], home: String, shell: String = "/bin/sh") {
        self.name = name
        self.uid = uid
        self.gid = gid
        self.groups = groups
        self.home = home
        self.shell = shell
    }

    /// Looks the user up where the system keeps its users, which may be a file or a server. Throws `userUnknown`.
    package init(named name: String) throws(SpawnError) {
        var size = 1 << 10
        while true {
            var code: CInt = 0
            let found = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer -> UserAccount? in
                var entry = passwd()
                var found: UnsafeMutablePointer<passwd>?
                guard let start = buffer.baseAddress else { return nil }
                code = getpwnam_r(name, &entry, start, buffer.count, &found)
                return found == nil ? nil : UserAccount(name: name, entry)
            }
            if let found {
                self = found
                return
            }
            guard code == ERANGE, size < 1 << 20 else {
                // Some sources say "not found" by one of these (getpwnam_r(3)).
                let isMissing = [0, ENOENT, ESRCH, EBADF, EPERM].contains(code)
                throw SpawnError(.userUnknown, errno: isMissing ? 0 : code, path: name)
            }
            size *= 2
        }
    }

    private init(name: String, _ entry: passwd) {
        let home = entry.pw_dir.map { String(cString: $0) } ?? ""
        let shell = entry.pw_shell.map { String(cString: $0) } ?? ""
        self.init(
            name: name, uid: entry.pw_uid, gid: entry.pw_gid, groups: Self.groups(of: name, primary: entry.pw_gid),
            home: home.isEmpty ? "/" : home, shell: shell.isEmpty ? "/bin/sh" : shell)
    }

    /// The variables by which programs know their user.
    package var environment: [String: String] {
        ["HOME": home, "USER": name, "LOGNAME": name, "SHELL": shell]
    }

    private static func groups(of name: String, primary: gid_t) -> [gid_t] {
        var count: CInt = 64
        while true {
            let capacity = count
            var isComplete = false
            let groups = [gid_t](unsafeUninitializedCapacity: Int(capacity)) { buffer, filled in
                isComplete = getgrouplist(name, primary, buffer.baseAddress, &count) >= 0
                filled = isComplete ? Int(count) : 0
            }
            if isComplete { return groups }
            // It has told how many there are; the list may grow meanwhile.
            count = max(count, 2 * capacity)
        }
    }
}
