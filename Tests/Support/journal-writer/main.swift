import Diagnostics
import EventLoop
import Glibc
import Journal

// Writes threads into a journal as fast as it takes them, and prints a thread's number once it is said to be on disk.
//
// usage: journal-writer PATH            until it is killed
//        journal-writer PATH --limit    with RLIMIT_FSIZE: until the journal refuses; then the limit is lifted, and it goes
//                                       on until the journal works again

alarm(120)
signal(SIGXFSZ, SIG_IGN)
let path = CommandLine.arguments[1]
let isLimited = CommandLine.arguments.contains("--limit")
let loop = try EventLoop(name: "loop")
let (journal, contents) = try Journal.open(
    path, on: loop, log: Log(), limits: Journal.Limits(firstPause: .milliseconds(5), lastPause: .milliseconds(20)))

func say(_ text: String) {
    var bytes = Array("\(text)\n".utf8)
    _ = write(STDOUT_FILENO, &bytes, bytes.count)
}

func limitFiles(to size: rlim_t) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(1), &limit)
    limit.rlim_cur = size
    setrlimit(__rlimit_resource_t(1), &limit)
}

func thread(_ number: Int) -> JournalEntry {
    .thread(
        ThreadRecord(
            id: "t\(number)", codexHome: "/home", worker: "main-1", cwd: String(repeating: "x", count: 1_000),
            turn: "u\(number)"))
}

say("opened \(contents.threads.count)")
if isLimited { limitFiles(to: 200_000) }
var number = 0
while !isLimited || journal.counters.failures < 3 {
    number += 1
    let written = number
    journal.write([thread(number)]) { say("\(written)") }
    if number % 64 == 0 { usleep(1_000) }
}
say("refuses \(journal.counters.failures) \(journal.counters.problem ?? "")")
limitFiles(to: .max)
while journal.counters.problem != nil { usleep(1_000) }
journal.close(within: .seconds(60))
say("written \(number) \(journal.counters.dropped) \(journal.counters.waiting)")
