internal import ArgumentParser
internal import Simulator

enum ShellName: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var shell: CompletionShell {
        switch self {
        case .bash: .bash
        case .zsh: .zsh
        case .fish: .fish
        }
    }
}

/// Prints the script by which a shell completes the command line.
struct CompletionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "completion", abstract: HelpMessage.completion.shown,
            discussion: HelpMessage.completionHowTo.shown
                + "\n\n  source <(greenalu completion bash)")
    }

    @Argument(help: HelpMessage.shell.help())
    var shell: ShellName

    @OptionGroup var messages: MessageOptions

    func run() throws {
        try OutputStreams.write(Greenalu.completionScript(for: shell.shell) + "\n")
    }
}
