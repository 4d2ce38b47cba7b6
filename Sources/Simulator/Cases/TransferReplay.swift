/// The moves of `transfers_history.csv`, asked for again at the prices and mixes of the base year: what
/// would smelting cost and emit had the capacity never left its province?
///
/// Moves up to the base year are in the base year's fleet already. For each, a second run takes the
/// capacity from the smelter that has it now and puts it back into the province it left, supplied as that
/// province's smelters are on the mean and with the electricity per tonne it has today, so that only the
/// place differs. The difference of the two runs is held against what the planner makes of the same move.
public struct TransferReplay: Sendable {
    public struct Transfer: Sendable {
        public let identifier: String
        public let company: String
        /// Codes; the destination is nil where the table leaves it open.
        public let origin: String
        public let destination: String?
        /// Mt/yr.
        public let capacity: Double
        public let year: Int
        public let answer: Answer
    }

    public enum Answer: Sendable {
        case tested(ReplayEffect)
        case notTested(Message)
    }

    /// In the order of the table.
    public let transfers: [Transfer]

    /// - Throws: ``InputRejected`` where the tables alone are rejected.
    public init(data: DataSet) throws {
        var runs = try CaseRuns(data: data)
        let table = data[.transfersHistory]
        var transfers: [Transfer] = []
        for row in table.rows {
            let identifier = table.requiredText("transfer", row)
            let origin = table.requiredText("from_province", row)
            let destination = table.text("to_province", row)
            let capacity = table.requiredNumber("capacity", row)
            let answer: Answer
            do {
                answer = .tested(
                    try runs.replay(
                        identifier, origin: origin, destination: destination, capacity: capacity))
            } catch {
                answer = .notTested(error.message)
            }
            transfers.append(
                Transfer(
                    identifier: identifier, company: table.text("company", row) ?? "",
                    origin: origin, destination: destination, capacity: capacity,
                    year: table.integer("year", row) ?? 0, answer: answer))
        }
        self.transfers = transfers
    }

    /// The smelters that hold today what a transfer moved. The table names companies, not smelters.
    static let holders: [String: [String]] = [
        "changjiang-huayun": ["baotou-huayun"],
        "datun-mengtai": ["neimenggu-mengtai"],
        "henan-five-chuangyuan": ["neimenggu-chuangyuan"],
        "huasheng-yixin": ["yunnan-yixin"],
        "hunan-east-hope-baotou": ["baotou-east-hope"],
        "qiya-yunnan": ["yunnan-qiya"],
        "shenhuo-jinlian": ["neimenggu-jinlian"],
        "shenhuo-yunnan": ["yunnan-shenhuo"],
        "taishan-east-hope-baotou": ["baotou-east-hope"],
        "weiqiao-wenshan": ["yunnan-hongtai"],
        "zhongfu-guangyuan": ["guangyuan-linfeng", "guangyuan-zhongfu"],
    ]
}
