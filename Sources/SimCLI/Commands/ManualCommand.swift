internal import ArgumentParser
internal import Simulator

/// Prints the manual page, made of the same texts as the help.
struct ManualCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "manual", abstract: HelpMessage.manual.shown,
            discussion: HelpMessage.manualHowTo.shown + "\n\n  greenalu manual | man -l -")
    }

    @OptionGroup var messages: MessageOptions

    func run() throws {
        guard let tree = CommandTree.ofProgram() else { throw CommandOutcome(status: .defect) }
        try OutputStreams.write(ManualPage(tree: tree, language: messages.language).text)
    }
}
