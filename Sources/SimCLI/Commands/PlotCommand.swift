public import ArgumentParser
public import Reporting
internal import Simulator

/// Draws one figure of a run.
struct PlotCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plot", abstract: PlotMessage.help.shown,
            discussion: PlotMessage.helpDiscussion.shown)
    }

    @OptionGroup var runArgument: RunArgument

    @Option(
        help: PlotMessage.helpFigure.help("name"),
        completion: .list(FigureName.allCases.map(\.rawValue)))
    var figure: String

    @Option(
        name: .customLong("out"), help: PlotMessage.helpOut.help("file"),
        completion: .file(extensions: ["svg"]))
    var output: String?

    @Option(help: PlotMessage.helpCompare.help("run"), completion: CompletionLists.scenarios)
    var compare: String?

    @Option(
        name: .customLong("ensemble"), help: PlotMessage.helpEnsemble.help("dir"),
        completion: .directory)
    var ensembleFolder: String?

    @Option(help: PlotMessage.helpYear.help())
    var year: Int?

    @Option(help: PlotMessage.helpPalette.help())
    var palette: FigurePalette = .automatic

    @Flag(name: .customLong("narrow"), help: PlotMessage.helpNarrow.help())
    var isNarrow = false

    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        for path in [output, ensembleFolder, compare] where path?.isEmpty == true {
            throw ValidationError(CommandMessage.emptyPath.shown)
        }
        if FigureName(rawValue: figure) == nil {
            let names = FigureName.allCases.map(\.rawValue)
            throw ValidationError(
                Message(
                    PlotMessage.unknownFigure,
                    verbatim: [
                        "value": figure,
                        "nearest": Spelling.nearest(to: figure, among: names) ?? names[0],
                        "list": names.joined(separator: ", "),
                    ]
                ).rendered(in: CommandLanguage.current))
        }
        if dataOptions.format == .csv {
            throw ValidationError(PlotMessage.noTable.shown)
        }
        if let output {
            // A picture under another ending would be taken for another kind of file.
            if !output.lowercased().hasSuffix(".svg") || output.count == ".svg".count {
                throw ValidationError(
                    Message(PlotMessage.overInput, verbatim: ["path": output])
                        .rendered(in: CommandLanguage.current))
            }
        }
    }

    func run() throws {
        guard let name = FigureName(rawValue: figure) else { return }
        let session = try Session(dataOptions)
        if let output { try session.files.checkReplaceable(at: output) }
        let record = try session.record(of: runArgument.run)
        let base = try compare.map(session.record)
        try checkYear(record, session)
        let bands = try ensembleFolder.map {
            try session.ensembleBands(of: $0, for: record.outcome.inputs)
        }
        var options = FigureOptions(language: session.language, year: year)
        options.palette = palette
        options.width = isNarrow ? .narrow : .wide
        let drawing = FigureDrawing(
            FigureSource(record, base: base, bands: bands), options: options)
        if let figure = drawing.figure(name) {
            if let output {
                try session.files.replaceFile(at: output, with: Array(figure.svg.utf8))
                session.say(Message(PlotMessage.written, verbatim: ["path": output]))
            } else {
                try OutputStreams.write(
                    session.format == .json ? Self.document(figure).rendered : figure.svg)
            }
        } else {
            session.complain(
                Message(PlotMessage.nothingToDraw, verbatim: ["figure": name.rawValue]))
        }
        try CommandOutcome.throwUnlessSolved(record.plan?.status)
    }

    /// The figure with its words, for programs that show it in a page of their own.
    private static func document(_ figure: Figure) -> JSONValue {
        .object([
            ("schema", .integer(1)), ("command", .text("plot")),
            ("figure", .text(figure.name.rawValue)), ("title", .text(figure.title)),
            ("summary", .text(figure.summary)), ("svg", .text(figure.svg)),
        ])
    }

    /// Refuses a year that the run has not decided.
    private func checkYear(_ record: RunRecord, _ session: Session) throws {
        let horizon = record.outcome.inputs.horizon
        let last = record.plan?.firstUndecidedYear.map { horizon.year(at: $0) - 1 }
        if let year, !(horizon.baseYear...(last ?? horizon.lastYear)).contains(year) {
            try session.refuse(
                Message(
                    PlotMessage.yearOutside,
                    verbatim: [
                        "year": "\(year)", "first": "\(horizon.baseYear)",
                        "last": "\(last ?? horizon.lastYear)",
                    ]))
        }
    }
}

extension FigurePalette: ExpressibleByArgument {}
