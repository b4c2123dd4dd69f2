extension JSON {
    /// How deep what is parsed here may be nested.
    public static let maximumDepth = 256

    /// Reads one JSON value. Duplicate keys at any depth are an error; so are numbers beyond a double's range.
    public init(parsing bytes: [UInt8], maximumDepth: Int = JSON.maximumDepth) throws(JSONError) {
        let builder = JSONBuilder()
        let parser = Parser(maximumDepth: maximumDepth)
        var failure: JSONError?
        bytes.withUnsafeBytes { bytes in
            do throws(JSONError) { try parser.walk(bytes, builder) } catch { failure = error }
        }
        if let failure { throw failure }
        guard let value = builder.value else { throw JSONError(.invalid) }
        self = value
    }

    /// Reads one JSON value from text.
    public init(parsing text: String) throws(JSONError) { try self.init(parsing: [UInt8](text.utf8)) }

    /// The value's text, without white space and always on one line.
    public func serialized() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(Self.usualLength)
        append(to: &output)
        return output
    }

    /// Few values are longer: to grow up to it step by step would be several copies.
    private static let usualLength = 256

    /// Adds what `serialized` gives.
    package func append(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
        case .integer(let integer): output.append(contentsOf: String(integer).utf8)
        case .unsigned(let unsigned): output.append(contentsOf: String(unsigned).utf8)
        case .number(let number): output.append(contentsOf: (number.isFinite ? "\(number)" : "null").utf8)
        case .string(let string): Self.append(string, to: &output)
        case .raw(let bytes): Self.append(raw: bytes, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                element.append(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.append(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.append(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// In valid JSON a line break is white space. In anything else it must not end the line either.
    private static func append(raw bytes: [UInt8], to output: inout [UInt8]) {
        let start = output.count
        output.append(contentsOf: bytes)
        for index in start..<output.count
        where output[index] == UInt8(ascii: "\n") || output[index] == UInt8(ascii: "\r") {
            output[index] = UInt8(ascii: " ")
        }
    }

    private static func append(_ string: String, to output: inout [UInt8]) {
        var string = string
        output.append(UInt8(ascii: "\""))
        string.withUTF8 { bytes in
            var plain = 0
            for index in bytes.indices {
                let byte = bytes[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<index]))
                escape(byte, to: &output)
                plain = index + 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain...]))
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): output.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): output.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): output.append(UInt8(ascii: "t"))
        case 0..<0x20:
            output.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u00".utf8)
            output.append(contentsOf: String(byte, radix: 16).utf8)
        default: output.append(byte)
        }
    }
}

extension JSON: CustomStringConvertible {
    /// Its JSON text.
    public var description: String { String(decoding: serialized(), as: UTF8.self) }
}
