/// How a published company case is computed: which values a scenario sets, and what is read off it.
struct CaseComputation: Sendable {
    enum Answer: Sendable {
        case computed(CaseRecipe)
        /// The model has nothing that answers it.
        case impossible(Message)
    }

    let identifier: String
    let answer: Answer
}

/// The scenario and the reading of a case.
struct CaseRecipe: Sendable {
    let measure: CaseMeasure
    let reading: CaseReading
    /// Identifiers of smelters and planned transfers that stand in one province.
    let blocks: [String]
    /// What the publisher's figure supposes where the tables say otherwise.
    var circumstances: [CaseSetting] = []
    /// What is different in the second run, from which the first is told apart.
    var change: [CaseSetting] = []
    /// What should be known when the figure is read.
    var remark: CaseMessage?
}

/// One `--set` of a case. `{year}` in a key stands for the year of the published figure.
enum CaseSetting: Sendable {
    case value(_ key: String, Double)
    /// The electricity of a smelter as in the tables, and so many kWh/t more.
    case electricity(of: String, raisedBy: Double)
    /// The same by what a row of `reported.csv` says, in kWh/t.
    case electricityOfCase(of: String, raisedBy: String)

    /// The setting as `key=value`.
    /// - Throws: ``CaseObstacle`` where the tables lack what it rests on.
    func written(year: Int, data: DataSet) throws(CaseObstacle) -> String {
        switch self {
        case .value(let key, let value):
            let parts = key.split(separator: "{", maxSplits: 1)
            guard parts.count == 2 else { return "\(key)=\(DecimalText.exact(value))" }
            return "\(parts[0])\(year)=\(DecimalText.exact(value))"
        case .electricity(let smelter, let rise):
            return try Self.raised(smelter, by: rise, data: data)
        case .electricityOfCase(let smelter, let other):
            let table = data[.reported]
            guard let row = table.row(key: [other]), table.text("unit", row) == "kWh/t",
                let rise = table.number("value", row)
            else {
                throw CaseObstacle(
                    Message(CaseMessage.missingFigure, verbatim: ["id": other, "unit": "kWh/t"]))
            }
            return try Self.raised(smelter, by: rise, data: data)
        }
    }

    private static func raised(
        _ smelter: String, by rise: Double, data: DataSet
    ) throws(CaseObstacle) -> String {
        let table = data[.smelters]
        guard let row = table.row(key: [smelter]),
            let electricity = table.number("electricity", row)
        else {
            throw CaseObstacle(
                Message(CaseMessage.missingBlocks, verbatim: ["names": smelter]))
        }
        let value = DecimalText.exported(electricity + rise)
        return "smelters.change.\(smelter).electricity=\(value)"
    }
}

/// Why a case cannot be computed from these tables.
struct CaseObstacle: Error {
    let message: Message

    init(_ message: Message) {
        self.message = message
    }
}
