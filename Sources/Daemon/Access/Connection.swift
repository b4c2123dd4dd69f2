import BusProtocol

/// One connection of a peer's, as libzmq gives it back with each of its messages (`User-Id`).
struct Connection: Hashable, Sendable {
    /// Who connected, and from where.
    enum Peer: Hashable, Sendable {
        case local(uid: UInt32, pid: CInt)
        /// The key in Z85, the address without a space.
        case remote(key: String, address: String)

        var credential: Credential {
            switch self {
            case .local(let uid, _): .uid(uid)
            case .remote(let key, _): .key(key)
            }
        }

        var address: PeerAddress {
            switch self {
            case .local(let uid, let pid): .local(uid: uid, pid: pid)
            case .remote(_, let address): .remote(address)
            }
        }
    }

    /// Tells it from every other one of this daemon's life.
    let number: UInt64
    let peer: Peer

    init(number: UInt64, _ peer: Peer) {
        self.number = number
        self.peer = peer
    }

    /// Words between spaces, which neither Z85 nor an IP address has.
    var userID: String {
        switch peer {
        case .local(let uid, let pid): "\(number) uid \(uid) \(pid)"
        case .remote(let key, let address): "\(number) key \(key) \(address)"
        }
    }

    /// Nil for what `userID` does not make. Called for each message: it looks at bytes, since characters cost ten times as
    /// much.
    init?(userID: String) {
        let words = userID.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 4, let number = UInt64(Substring(words[0])) else { return nil }
        if words[1].elementsEqual("uid".utf8) {
            guard let uid = UInt32(Substring(words[2])), let pid = CInt(Substring(words[3])) else { return nil }
            self.init(number: number, .local(uid: uid, pid: pid))
        } else if words[1].elementsEqual("key".utf8), !words[2].isEmpty, !words[3].isEmpty {
            self.init(
                number: number, .remote(key: String(Substring(words[2])), address: String(Substring(words[3]))))
        } else {
            return nil
        }
    }
}
