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

    /// Nil for what `userID` does not make. Called for each message: it looks at bytes, since characters cost ten times as
    /// much.
    init?(userID: String) {
        let words = userID.utf8.split(separator: UInt8(ascii: " "))
        guard words.count >= 3, let number = UInt64(Substring(words[0])) else { return nil }
        if words[1].elementsEqual("uid".utf8) {
            guard words.count == 4, let uid = UInt32(Substring(words[2])), let pid = CInt(Substring(words[3])) else {
                return nil
            }
            self.init(number: number, credential: .uid(uid), pid: pid)
        } else if words[1].elementsEqual("key".utf8) {
            self.init(number: number, credential: .key(String(Substring(words[2]))))
        } else {
            return nil
        }
    }
}
