import Glibc
import JSONRPC

// An app-server that misbehaves as it is told. `Script` has the words for it.
//
// usage: fake-app-server [--script FILE] [--record DIRECTORY] [--version VERSION]
//   --script FILE       a JSON array: the steps of each life of a worker at its start; the last entry is for all later ones
//   --record DIRECTORY  what it reads goes, byte for byte, into DIRECTORY/<worker>.<life>
//   --version VERSION   what it says it is; by default 0.0.0

var script: JSON = [[]]
var scriptPath: String?
var recordDirectory: String?
var version = "0.0.0"
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
    switch argument {
    case "--script": scriptPath = arguments.popFirst()
    case "--record": recordDirectory = arguments.popFirst()
    case "--version": version = arguments.popFirst() ?? version
    default: break  // such as `app-server`
    }
}

// Whatever a test forgets: it does not outlive it by much.
alarm(300)
signal(SIGPIPE, SIG_IGN)
signal(SIGTERM) { _ in _exit(0) }

let worker = Files.workerName()
let life = Files.nextLife(of: worker, in: scriptPath ?? recordDirectory)
if let scriptPath { script = Files.json(scriptPath) ?? script }
let lives = script.arrayValue ?? []
let fake = Fake(
    worker: worker, life: life, version: version,
    record: recordDirectory.flatMap { Files.openRecord("\($0)/\(worker).\(life)") })
fake.perform(lives.isEmpty ? [] : lives[min(life, lives.count) - 1])
fake.serve()
