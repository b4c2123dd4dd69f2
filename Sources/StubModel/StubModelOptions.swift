/// stub-model's command line.
package struct StubModelOptions: Equatable, Sendable {
    package var port: UInt16 = 0
    package var portFile: String?
    package var endsWithInput = false
    package var showsHelp = false

    package static let usage = """
        usage: stub-model [--port N] [--port-file PATH] [--until-eof]
          --port N          serve on 127.0.0.1 port N; 0, the default, lets the system choose
          --port-file PATH  write the port there once it serves
          --until-eof       end when standard input does
        """

    /// `arguments` without the program's name.
    package init(parsing arguments: [String]) throws(StubModelError) {
        var rest = arguments[...]
        func value(of flag: String, _ rest: inout ArraySlice<String>) throws(StubModelError) -> String {
            guard let value = rest.popFirst() else { throw StubModelError(.usage, "\(flag) needs a value") }
            return value
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--port":
                let text = try value(of: argument, &rest)
                guard let port = UInt16(text) else {
                    throw StubModelError(.usage, "--port \(text) is not a number from 0 to 65535")
                }
                self.port = port
            case "--port-file": portFile = try value(of: argument, &rest)
            case "--until-eof": endsWithInput = true
            case "--help", "-h": showsHelp = true
            default: throw StubModelError(.usage, "unknown argument \(argument); see stub-model --help")
            }
        }
    }
}
