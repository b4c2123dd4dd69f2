import Bench
import Glibc

func fail(_ reason: String, status: CInt) -> Never {
    _ = "bosun-bench: \(reason)\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(status)
}

do throws(BenchError) {
    let options = try BenchOptions(parsing: Array(CommandLine.arguments.dropFirst()))
    guard !options.showsHelp else {
        print(BenchOptions.usage)
        exit(EXIT_SUCCESS)
    }
    var bench = try Bench(options)
    try bench.run()
} catch {
    fail(error.description, status: error.code == .usage ? EX_USAGE : EXIT_FAILURE)
}
