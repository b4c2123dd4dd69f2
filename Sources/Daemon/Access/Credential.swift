/// By what a peer is known: the kernel's word for its uid, or the key that it has proved to have.
enum Credential: Hashable, Sendable {
    case uid(UInt32)
    /// In Z85.
    case key(String)
}

/// One connection of a peer's, as libzmq gives it back with each of its messages (`User-Id`).
struct Connection: Hashable, Sendable {
    /// Tells it from every other one of this daemon's life.
    let number: UInt64
    let credential: Credential
    /// Of a local peer.
    let pid: CInt?

    init(number: UInt64, credential: Credential, pid: CInt? = nil) {
        self.number = number
        self.credential = credential
        self.pid = pid
    }

    /// Words between spaces, which Z85 does not have.
    var userID: String {
        switch credential {
        case .uid(let uid): "\(number) uid \(uid) \(pid ?? 0)"
        case .key(let key): "\(number) key \(key)"
        }
    }

    /// Nil for what `userID` does not make.
    init?(userID: String) {
        let words = userID.split(separator: " ")
        guard words.count >= 3, let number = UInt64(words[0]) else { return nil }
        switch words[1] {
        case "uid":
            guard words.count == 4, let uid = UInt32(words[2]), let pid = CInt(words[3]) else { return nil }
            self.init(number: number, credential: .uid(uid), pid: pid)
        case "key": self.init(number: number, credential: .key(String(words[2])))
        default: return nil
        }
    }
}
