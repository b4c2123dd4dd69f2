import Glibc

/// Where a sub-command writes what it was asked for, whole lines at a time.
package struct Output: Sendable {
    /// What the reader of the output is.
    package struct Terminal: Sendable, Hashable {
        package var columns: Int
        package var hasColour: Bool

        package init(columns: Int, hasColour: Bool) {
            self.columns = columns
            self.hasColour = hasColour
        }
    }

    private let descriptor: CInt
    /// Nil when nobody looks at it: then there is no colour and nothing is aligned or cut.
    package let terminal: Terminal?

    /// - Parameter terminal: Nil when it is none.
    package init(descriptor: CInt, terminal: Terminal?) {
        self.descriptor = descriptor
        self.terminal = terminal
    }

    /// What `descriptor` is, seen with the environment's NO_COLOR and TERM.
    package init(descriptor: CInt, environment: [String: String]) {
        guard isatty(descriptor) == 1 else {
            self.init(descriptor: descriptor, terminal: nil)
            return
        }
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let hasColour = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
        self.init(
            descriptor: descriptor,
            terminal: Terminal(columns: isKnown ? Int(size.ws_col) : 80, hasColour: hasColour))
    }

    func styled(_ text: String, _ style: Style) -> String {
        guard terminal?.hasColour == true, style != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
    }

    /// Writes the text and a newline.
    package func line(_ text: String) throws(CommandFailure) {
        var bytes = Array(text.utf8)
        bytes.append(UInt8(ascii: "\n"))
        try write(bytes)
    }

    private func write(_ bytes: [UInt8]) throws(CommandFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EINTR {
                // A reader that has stopped must not keep somebody from ending this.
                if Interruption.isRequested { throw CommandFailure(.readerGone, "interrupted") }
            } else if errno == EAGAIN {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wanted, 1, 1_000)
                if Interruption.isRequested { throw CommandFailure(.readerGone, "interrupted") }
            } else {
                let isGone = errno == EPIPE
                let message = "writing the output: \(String(cString: strerror(errno)))"
                throw CommandFailure(isGone ? .readerGone : .failed, message)
            }
        }
    }

    /// Whether the reader of a pipe has closed it, so that nothing written will be read.
    var isAbandoned: Bool {
        var state = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&state, 1, 0) > 0 && state.revents & Int16(POLLERR) != 0
    }
}
