import Testing

/// A command that writes, as the fault loops run it.
///
/// In its words `OUT` stands for the folder that is watched, `IN` for one with inputs, `DATA` for the
/// tables.
struct WritingCommand: Sendable, CustomTestStringConvertible {
    /// The command with the option under test, as it is known to the list of all of them.
    let name: String
    let words: [String]
    /// What a run before it wrote to the same place; nil where nothing can be replaced.
    let earlier: [String]?
    /// Names that a failure may leave in the watched folder.
    var mayLeave: Set<String> = []

    var testDescription: String { words.joined(separator: " ") }

    init(
        _ name: String, _ words: String, earlier: String?, mayLeave: Set<String> = []
    ) {
        func split(_ text: String) -> [String] {
            text.split(separator: " ").map(String.init)
        }
        self.name = name
        self.words = split(words)
        self.earlier = earlier.map(split)
        self.mayLeave = mayLeave
    }

    /// Inputs that are made once.
    static let preparations: [[String]] = [
        "plan no-moves --data DATA --out IN/run", "run no-moves --data DATA --out IN/projection",
        "plan no-moves --data DATA --export-model IN/model.mps",
        "ensemble no-moves --data DATA --draws 2 --plan none --threads 1 --shard 1/2 --out IN/parts",
        "ensemble no-moves --data DATA --draws 2 --plan none --threads 1 --shard 2/2 --out IN/parts",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let small = "no-moves --data DATA --draws 2 --threads 1"
    private static let other = "--set horizon.last_year=2026"

    static let all: [WritingCommand] = plans + studies + ensembles + presentations + records

    private static let plans: [WritingCommand] = [
        WritingCommand(
            "plan --out", "plan no-moves --data DATA --out OUT/result",
            earlier: "plan no-moves --data DATA --out OUT/result \(other)"),
        WritingCommand(
            "plan --export-model", "plan no-moves --data DATA --export-model OUT/model.mps",
            earlier: "plan no-moves --data DATA --export-model OUT/model.mps \(other)"),
        // Two outputs, of which each is old or new whole.
        WritingCommand(
            "plan --out",
            "plan no-moves --data DATA --out OUT/result --export-model OUT/model.mps",
            earlier:
                "plan no-moves --data DATA --out OUT/result --export-model OUT/model.mps \(other)"
        ),
        WritingCommand(
            "plan --out", "plan --data DATA --futures 2 --threads 1 --out OUT/result",
            earlier: "plan --data DATA --out OUT/result \(other)"),
        WritingCommand(
            "run --out", "run no-moves --data DATA --out OUT/result",
            earlier: "run no-moves --data DATA --out OUT/result \(other)"),
        WritingCommand(
            "solve --out", "solve IN/model.mps --out OUT/solution.csv",
            earlier: "solve IN/model.mps --tolerance 1e-4 --out OUT/solution.csv"),
    ]

    private static let studies: [WritingCommand] = [
        WritingCommand(
            "compare --out",
            "compare no-moves policies-as-issued --without-plan --data DATA --out OUT/result",
            earlier: "compare no-moves dry-yunnan --without-plan --data DATA --out OUT/result"),
        WritingCommand(
            "compare --out",
            "compare no-moves dry-yunnan --without-plan --attribute --threads 1 --data DATA --out OUT/result",
            earlier: "compare no-moves dry-yunnan --without-plan --data DATA --out OUT/result"),
        WritingCommand(
            "sweep --out",
            "sweep no-moves --vary carbon.price=100,200 --without-plan --threads 1 --data DATA --out OUT/result",
            earlier:
                "sweep no-moves --vary carbon.price=50 --without-plan --threads 1 --data DATA --out OUT/result"
        ),
        WritingCommand(
            "seek --out",
            "seek no-moves --target shortfall[2027]=0 --vary carbon_price --threads 1 --data DATA --out OUT/result",
            earlier: "run no-moves --data DATA --out OUT/result"),
        WritingCommand(
            "alternatives --out",
            "alternatives --threads 1 --set horizon.last_year=2025 --data DATA --out OUT/result",
            earlier: "run no-moves --data DATA --out OUT/result"),
        WritingCommand(
            "pareto --out", "pareto --points 2 --threads 1 --data DATA --out OUT/result",
            earlier: "run no-moves --data DATA --out OUT/result"),
        WritingCommand(
            "sensitivity --out", "sensitivity \(small) --plan none --all-draws --out OUT/result",
            earlier: "run no-moves --data DATA --out OUT/result"),
    ]

    private static let ensembles: [WritingCommand] = [
        WritingCommand(
            "ensemble --out", "ensemble \(small) --all-draws --out OUT/result",
            earlier: "ensemble \(small) --plan none --out OUT/result"),
        WritingCommand(
            "ensemble --out", "ensemble \(small) --plan none --shard 1/2 --out OUT/parts",
            earlier: nil, mayLeave: ["parts/"]),
        WritingCommand(
            "merge --out", "merge IN/parts --threads 1 --all-draws --out OUT/result",
            earlier: "run no-moves --data DATA --out OUT/result"),
        WritingCommand(
            "generate-runs --out",
            "generate-runs \(small) --plan none --kind parallel --shards 2 --out OUT/result",
            earlier:
                "generate-runs \(small) --plan none --kind sbatch --shards 2 --out OUT/result"),
    ]

    private static let presentations: [WritingCommand] = [
        WritingCommand(
            "export --out", "export no-moves --data DATA --out OUT/result",
            earlier: "export IN/run --format datapackage --data DATA --out OUT/result"),
        WritingCommand(
            "export --out", "export IN/run --format datapackage --data DATA --out OUT/result",
            earlier: "export no-moves --data DATA --out OUT/result"),
        WritingCommand(
            "plot --out", "plot no-moves --figure shares --data DATA --out OUT/figure.svg",
            earlier: "plot no-moves --figure cost --data DATA --out OUT/figure.svg"),
        WritingCommand(
            "report --out", "report IN/run --data DATA --out OUT/report.html",
            earlier: "report policies-as-issued --data DATA --out OUT/report.html"),
    ]

    private static let records: [WritingCommand] = [
        WritingCommand(
            "scenario new <file>", "scenario new OUT/mine.yaml --from no-moves --data DATA",
            earlier: nil),
        WritingCommand("scenario new --all", "scenario new --all OUT/mine", earlier: nil),
        WritingCommand(
            "record --folder", "record no-moves --name mine --folder OUT/references --data DATA",
            earlier: "record dry-yunnan --name mine --folder OUT/references --data DATA"),
        WritingCommand(
            "reproduce --out", "reproduce IN/run --data DATA --out OUT/result",
            earlier: "reproduce IN/projection --data DATA --out OUT/result"),
    ]
}
