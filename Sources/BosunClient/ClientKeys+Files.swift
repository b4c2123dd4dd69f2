public import BusProtocol
import Glibc
import ZeroMQ

extension ClientKeys {
    /// Reads the files that `bosun keys new` has written. Throws `unusableKey`.
    ///
    /// - Parameters:
    ///   - daemonFile: `NAME.public` of the daemon's key.
    ///   - secretFile: `NAME.secret` of the client's.
    public init(daemonFile: String, secretFile: String) throws(ClientError) {
        let secret = try Self.key(in: secretFile)
        self.init(daemon: try Self.key(in: daemonFile), secret: secret)
        do throws(ZeroMQError) { _ = try CurveKeys(secretKey: secret) } catch {
            throw ClientError(.unusableKey, "\(secretFile) holds no key")
        }
    }

    private static func key(in path: String) throws(ClientError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw ClientError(.unusableKey, "\(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw ClientError(.unusableKey, "\(path): \(String(cString: strerror(errno)))") }
        let line = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
        guard line.count == 40, line.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw ClientError(.unusableKey, "\(path) holds no key")
        }
        return String(decoding: line, as: UTF8.self)
    }
}
