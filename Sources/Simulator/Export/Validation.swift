/// Compares the base year with published figures: the national and provincial rows of
/// `reported.csv`, and the ranges the base year must lie in.
public struct Validation: Sendable {
    public enum Verdict: String, Sendable, Hashable {
        case agrees, differs
        /// The figure is of another year, or nothing the model computes.
        case notComputed = "not_computed"
        /// The figure does not agree with the other published ones.
        case notReconciled = "not_reconciled"
    }

    public struct Row: Sendable {
        public let identifier: String
        public let quantity: String
        public let province: String
        public let year: Int
        public let unit: String
        public let reported: Double
        public let computed: Double?
        /// Per cent of the reported value.
        public let tolerance: Double
        public let verdict: Verdict
        public let reason: String
    }

    /// A range the base year must lie in.
    public struct RangeCheck: Sendable {
        public let title: Text
        public let unit: String
        public let range: ClosedRange<Double>
        public let value: Double

        public var isInside: Bool { range.contains(value) }
    }

    public let rows: [Row]
    public let ranges: [RangeCheck]

    public var isPassed: Bool {
        !rows.contains { $0.verdict == .differs } && ranges.allSatisfy(\.isInside)
    }

    /// - Parameter outcome: a projection of the tables without a scenario.
    public init(data: DataSet, outcome: Outcome) {
        let figures = BaseYearFigures(data: data, outcome: outcome)
        let table = data[.reported]
        var rows: [Row] = []
        for row in table.rows where table.text("scope", row) != "case" {
            let identifier = table.text("id", row) ?? ""
            let province = table.text("province", row) ?? "CN"
            let year = table.integer("year", row) ?? 0
            let reported = table.number("value", row) ?? 0
            let tolerance = table.number("tolerance", row) ?? 0
            let quantity = table.text("quantity", row) ?? ""
            let computed =
                year == outcome.inputs.horizon.baseYear
                ? figures.value(of: quantity, province: province) : nil
            let verdict = Self.verdict(
                reported: reported, computed: computed, tolerance: tolerance,
                comparison: table.text("comparison", row),
                reconciles: table.text("reconciles", row) == "yes")
            rows.append(
                Row(
                    identifier: identifier, quantity: quantity, province: province, year: year,
                    unit: table.text("unit", row) ?? "", reported: reported, computed: computed,
                    tolerance: tolerance, verdict: verdict,
                    reason: table.text("reason", row) ?? ""))
        }
        self.rows = rows
        ranges = figures.ranges
    }

    /// What is to be said of a published figure.
    /// - Parameters:
    ///   - tolerance: per cent of the reported value.
    ///   - comparison: `at_least`, `at_most`; anything else asks for both sides.
    static func verdict(
        reported: Double, computed: Double?, tolerance: Double, comparison: String?,
        reconciles: Bool
    ) -> Verdict {
        guard reconciles else { return .notReconciled }
        guard let computed else { return .notComputed }
        let margin = abs(reported) * tolerance / 100 + 1e-9
        let isWithin =
            switch comparison {
            case "at_least": computed >= reported - margin
            case "at_most": computed <= reported + margin
            default: abs(computed - reported) <= margin
            }
        return isWithin ? .agrees : .differs
    }
}

/// The base year in the words of the reported figures.
struct BaseYearFigures {
    let data: DataSet
    let outcome: Outcome
    private let results: ResultTable

    init(data: DataSet, outcome: Outcome) {
        self.data = data
        self.outcome = outcome
        results = ResultTable(outcome)
    }

    private func national(_ name: String) -> Double { results[name, nil, 0] ?? 0 }

    var ranges: [Validation.RangeCheck] {
        [
            .init(
                title: Text(en: "smelting electricity", zh: "电解用电量"), unit: "TWh",
                range: 575...600, value: national("Electricity Use|Aluminum")),
            .init(
                title: Text(en: "output", zh: "产量"), unit: "Mt", range: 43.9...44.1,
                value: national("Production|Non-Ferrous Metals|Aluminum|Primary")),
            .init(
                title: Text(en: "green share (location)", zh: "绿电比例（基于位置）"), unit: "%",
                range: 24...28, value: national("Green Power Share|Aluminum|Location")),
            .init(
                title: Text(en: "power-related share of emissions", zh: "电力相关排放占比"),
                unit: "%", range: 80...87,
                value: national("Emissions|CO2e|Aluminum|Power-Related Share")),
        ]
    }

    /// The computed counterpart of a reported quantity, in the reported unit; nil where the model
    /// has none.
    func value(of quantity: String, province code: String) -> Double? {
        let inputs = outcome.inputs
        let output = national("Production|Non-Ferrous Metals|Aluminum|Primary")
        if code == "CN" {
            switch quantity {
            case "CO2 avoided by green aluminium": return avoidedByGreenAluminium
            case "CO2 avoided per tonne of green aluminium":
                let volume = national("Green Aluminum|Evaluated Volume")
                return volume > 0 ? avoidedByGreenAluminium / volume : nil
            case "built capacity": return national("Capacity|Aluminum|Primary")
            case "share of capacity at smelters with captive coal power":
                return captiveCapacityShare
            case "smelting electricity": return national("Electricity Use|Aluminum")
            case "green aluminium output": return national("Green Aluminum|Evaluated Volume")
            case "green power share, location":
                return national("Green Power Share|Aluminum|Location")
            case "clean energy share": return national("Green Power Share|Aluminum|Location")
            case "indirect share of emissions":
                return national("Emissions|CO2e|Aluminum|Power-Related Share")
            case "primary aluminium output": return output
            case "running capacity": return output
            default: return nil
            }
        }
        guard let index = inputs.provinceIndex(code: code) else { return nil }
        let power = outcome.baseline.power.province[index, 0]
        let sum = outcome.province[index, 0]
        switch quantity {
        case "generation, hydro": return power.hydro
        case "generation, wind": return power.wind
        case "generation, solar": return power.solar
        case "generation, thermal": return power.thermal
        case "generation, total": return power.total
        case "green share of generation": return power.renewableShare * 100
        case "built and running capacity": return sum.capacity
        case "number of smelters":
            return Double(inputs.smelters.filter { $0.province == index }.count)
        case "primary aluminium output": return sum.output
        default: return nil
        }
    }

    /// MtCO2e avoided by the green part of the electricity against captive coal.
    private var avoidedByGreenAluminium: Double {
        var total = 0.0
        for province in 0..<outcome.inputs.provinceCount {
            total +=
                outcome.province[province, 0].greenLocation
                * outcome.inputs.parameters[.captiveCoalEmissionFactor, province, 0]
        }
        return total
    }

    /// Per cent of capacity at smelters that draw half or more of their power from captive coal.
    private var captiveCapacityShare: Double {
        let smelters = outcome.inputs.smelters
        let total = smelters.reduce(0) { $0 + $1.capacity }
        let captive = smelters.filter { $0.captiveCoalShare >= 0.5 }.reduce(0) { $0 + $1.capacity }
        return total > 0 ? captive / total * 100 : 0
    }
}
