import Glibc
import StubModel

func fail(_ reason: String, status: CInt) -> Never {
    _ = "stub-model: \(reason)\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(status)
}

do throws(StubModelError) {
    let options = try StubModelOptions(parsing: Array(CommandLine.arguments.dropFirst()))
    guard !options.showsHelp else {
        print(StubModelOptions.usage)
        exit(EXIT_SUCCESS)
    }
    // Blocked before the first thread starts, so that no thread but this one, in sigwait, takes them.
    var endings = sigset_t()
    sigemptyset(&endings)
    for signal in [SIGTERM, SIGINT] { sigaddset(&endings, signal) }
    pthread_sigmask(SIG_BLOCK, &endings, nil)
    signal(SIGPIPE, SIG_IGN)

    let model = try StubModel(port: options.port)
    if let path = options.portFile { try model.writePort(to: path) }
    print("listening on \(model.baseURL)")
    fflush(nil)
    if options.endsWithInput { endWithInput() }
    var taken: CInt = 0
    sigwait(&endings, &taken)
    model.stop()
} catch {
    fail(error.description, status: error.code == .usage ? EX_USAGE : EXIT_FAILURE)
}

/// A thread that reads standard input to its end and then ends the process as a signal would.
func endWithInput() {
    var thread = pthread_t()
    let code = pthread_create(
        &thread, nil,
        { _ in
            var byte: UInt8 = 0
            while true {
                let count = read(STDIN_FILENO, &byte, 1)
                if count == 0 || count < 0 && errno != EINTR { break }
            }
            kill(getpid(), SIGTERM)
            return nil
        }, nil)
    guard code == 0 else {
        fail("can't watch standard input: \(String(cString: strerror(code)))", status: EXIT_FAILURE)
    }
}
