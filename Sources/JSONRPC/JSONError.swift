internal import CSimdJSON

/// Why a text is not the JSON that was asked for.
public struct JSONError: Error, Equatable, CustomStringConvertible {
    public enum Code: Sendable {
        /// Not exactly one JSON value: nothing at all, a broken one, or more behind it.
        case invalid
        /// Bytes that are not UTF-8 or, where values are read, an escaped lone surrogate.
        case invalidUTF8
        /// Not a number of JSON or, where values are read, one beyond a double's range.
        case invalidNumber
        case tooDeep
        case tooLarge
        case notAnObject
        /// A key that would be read occurs twice, so that two readers could take different values.
        case duplicateKey
        /// An `id` that is neither a string nor an integer of 64 bits.
        case invalidID
        /// A `method` that is no string.
        case invalidMethod
        /// An object whose members make it no request, response, error or notification, or two of them.
        case unknownShape
        case outOfMemory
    }

    public let code: Code

    init(_ code: Code) {
        self.code = code
    }

    /// The facade's word for it; nil is success.
    init?(_ code: csimdjson_code) {
        switch code {
        case CSIMDJSON_OK: return nil
        case CSIMDJSON_INVALID_UTF8: self.code = .invalidUTF8
        case CSIMDJSON_INVALID_NUMBER: self.code = .invalidNumber
        case CSIMDJSON_TOO_DEEP: self.code = .tooDeep
        case CSIMDJSON_TOO_LARGE: self.code = .tooLarge
        case CSIMDJSON_NOT_OBJECT: self.code = .notAnObject
        case CSIMDJSON_DUPLICATE_KEY: self.code = .duplicateKey
        case CSIMDJSON_NO_MEMORY: self.code = .outOfMemory
        default: self.code = .invalid
        }
    }

    public var description: String {
        switch code {
        case .invalid: "not one valid JSON value"
        case .invalidUTF8: "not valid UTF-8"
        case .invalidNumber: "a number that is invalid or out of range"
        case .tooDeep: "nested too deeply"
        case .tooLarge: "too large"
        case .notAnObject: "not a JSON object"
        case .duplicateKey: "a key occurs twice"
        case .invalidID: "the id is neither a string nor a 64-bit integer"
        case .invalidMethod: "the method is not a string"
        case .unknownShape: "neither request, response, error nor notification"
        case .outOfMemory: "out of memory"
        }
    }
}
