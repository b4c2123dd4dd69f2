import ChildProcess

// Settings that are about the operating system.
extension ConfigurationReader {
    mutating func user(_ value: TOMLValue) -> UserAccount? {
        guard let name = string(value),
            let name = checked(
                name, value.position, name.isEmpty ? "the user's name is empty" : SettingRules.fault(inText: name))
        else { return nil }
        do throws(SpawnError) {
            return try UserAccount(named: name)
        } catch {
            refuse(value.position, error.errno == 0 ? "there is no user \(name.quotedBriefly)" : error.description)
            return nil
        }
    }

    /// An integer, in bytes, or a text as "512 MiB".
    mutating func byteCount(_ value: TOMLValue, in range: ClosedRange<Int>) -> Int? {
        guard case .string(let text) = value.content else {
            guard case .integer = value.content else {
                refuseKind(value, "a number of bytes, or a text as \"2 GiB\",")
                return nil
            }
            return integer(value, in: range)
        }
        guard let count = ByteCount(text)?.bytes else {
            refuse(value.position, "\(text.quotedBriefly) is no size: write it as \"2 GiB\" (B, KiB, MiB, GiB, TiB)")
            return nil
        }
        return checked(count, value.position, SettingRules.fault(in: count, range))
    }
}
