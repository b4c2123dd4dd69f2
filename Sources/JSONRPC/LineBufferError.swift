/// Why a worker's bytes can no longer be split into lines.
package struct LineBufferError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable {
        case lineTooLong
        case outOfMemory
    }

    package let code: Code
    /// How many bytes of the line had come.
    package let bytes: Int

    package var description: String { "\(code) after \(bytes) bytes" }
}
