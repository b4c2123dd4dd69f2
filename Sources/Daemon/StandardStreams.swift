import Glibc

/// The descriptors 0 to 2.
enum StandardStreams {
    /// Opens /dev/null where one is closed: the next socket would get its number, and be written the log into.
    static func fill() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest free number is this one.
            _ = open("/dev/null", O_RDWR)
        }
    }
}
