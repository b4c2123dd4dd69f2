import BosunCommands
import ChildProcess
import Glibc

// A reader that closes its pipe shows as EPIPE, which ends the program quietly.
signal(SIGPIPE, SIG_IGN)
let environment = ProcessEnvironment.current
let words = Array(CommandLine.arguments.dropFirst())
do throws(CommandFailure) {
    let output = Output(descriptor: STDOUT_FILENO, environment: environment)
    try BosunTool.run(words, Surroundings(environment: environment, output: output))
} catch {
    if let complaint = BosunTool.complaint(error, about: words) {
        // Where nobody reads complaints there is nowhere left to say so: the exit code still does.
        try? Output(descriptor: STDERR_FILENO, terminal: nil).line(complaint)
    }
    exit(error.exitCode)
}
