private import Glibc

/// What libzmq asks the ZAP handler (RFC 27) of a peer that wants to connect.
package struct ZAPQuestion: Sendable, Equatable {
    package enum Mechanism: Sendable, Equatable {
        case null
        /// The peer has proved that it has this key, in Z85.
        case curve(key: String)
        case other
    }

    /// A peer on this machine, as the kernel knows who opened the connection.
    package struct LocalPeer: Sendable, Equatable {
        package let uid: UInt32
        /// 0 when it is in another pid namespace.
        package let pid: CInt

        package init(uid: UInt32, pid: CInt) {
            self.uid = uid
            self.pid = pid
        }
    }

    /// The endpoint's `zapDomain`.
    package let domain: String
    /// An IP address; of ipc `localhost:<uid>:<gid>:<pid>` (measured with libzmq 4.3.4).
    package let address: String
    package let mechanism: Mechanism

    package init(domain: String, address: String, mechanism: Mechanism) {
        self.domain = domain
        self.address = address
        self.mechanism = mechanism
    }

    /// Nil for a peer that did not come by ipc.
    package var localPeer: LocalPeer? {
        let parts = address.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "localhost", let uid = UInt32(parts[1]), let pid = CInt(parts[3]) else {
            return nil
        }
        return LocalPeer(uid: uid, pid: pid)
    }

    /// The IP address of a peer that came by tcp; nil for what is none. Of a link-local one with its zone (`fe80::1%eth0`).
    package var remoteAddress: String? {
        let parts = address.utf8.split(separator: UInt8(ascii: "%"), maxSplits: 1, omittingEmptySubsequences: false)
        // An interface's name is what the machine's root likes; a line of a log stays one line of words.
        if parts.count == 2, !(1...15 ~= parts[1].count && parts[1].allSatisfy { 0x21...0x7E ~= $0 }) { return nil }
        guard let host = parts.first.map({ String(Substring($0)) }), !host.utf8.contains(0) else { return nil }
        var four = in_addr()
        var six = in6_addr()
        let isAddress = parts.count == 1 && inet_pton(AF_INET, host, &four) == 1 || inet_pton(AF_INET6, host, &six) == 1
        return isAddress ? address : nil
    }

    /// The frames behind the request's id; nil when they are not those of RFC 27.
    init?(_ message: borrowing Multipart) {
        guard message.count >= 6, message.discarded == 0, message[0].text == "1.0" else { return nil }
        let mechanism: Mechanism
        switch message[5].text {
        case "NULL": mechanism = .null
        case "CURVE":
            guard message.count == 7, let key = message[6].withUnsafeBytes({ CurveKeys.z85(of: $0) }) else {
                return nil
            }
            mechanism = .curve(key: key)
        default: mechanism = .other
        }
        self.init(domain: message[2].text, address: message[3].text, mechanism: mechanism)
    }
}
