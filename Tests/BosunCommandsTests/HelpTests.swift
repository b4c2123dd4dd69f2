import BusProtocol
import Fleet
import Testing

@testable import BosunCommands

@Suite struct HelpTests {
    /// Help and parser are made from one table; this holds the table to being complete.
    @Test func everyCommandExplainsAllThatItTakes() {
        for command in BosunTool.commands {
            let syntax = command.syntax
            let help = syntax.helpText
            #expect(help.hasPrefix("\(syntax.usage)\n\n\(syntax.summary)\n"))
            for option in syntax.options { #expect(help.contains("\n  --\(option.name)"), "\(syntax.name)") }
            for operand in syntax.operands { #expect(help.contains("\n  \(operand.name)"), "\(syntax.name)") }
            #expect(Set(syntax.options.map(\.name)).count == syntax.options.count)
            // The parser reads operands in order: behind one that may be missing no other can be required.
            let required = syntax.operands.prefix { $0.count == .required }.count
            #expect(syntax.operands.dropFirst(required).allSatisfy { $0.count != .required })
            #expect(syntax.operands.dropLast().allSatisfy { $0.count != .any })
            #expect(help.split(separator: "\n").allSatisfy { $0.count <= 120 }, "\(syntax.name)")
            #expect(HelpCommand.overview.contains("\n  \(syntax.name) "))
        }
    }

    @Test func clientsShareTheirOptions() {
        for command in BosunTool.commands where !["serve", "check", "keys", "help"].contains(command.syntax.name) {
            #expect(CommandOption.ofClients.allSatisfy { command.syntax.options.contains($0) })
        }
    }

    /// What can be called is told from the table that dispatches it.
    @Test func eachMethodIsExplained() {
        let listed = Set(MethodText.overview.split(separator: "\n").compactMap { $0.split(separator: " ").first })
        for entry in MethodTable.entries {
            let text = MethodText.text(of: entry)
            #expect(text.hasPrefix("\(entry.name)\n\n\(entry.summary)"))
            #expect(text.contains(entry.role.map { "Role: \($0.rawValue)." } ?? "nobody may call it"))
            for param in entry.params { #expect(text.contains("\n  \(param.name)"), "\(entry.name)") }
            #expect(listed.contains(entry.name[...]) == (entry.role != nil), "\(entry.name)")
        }
    }
}
