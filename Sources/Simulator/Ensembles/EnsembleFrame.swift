/// What is the same in all draws of an ensemble, and identifies it: whoever has the draws and this
/// can write every table. Two ensembles with equal frames have equal draws.
public struct EnsembleFrame: Codable, Sendable, Hashable {
    public struct Place: Codable, Sendable, Hashable {
        public let code: String
        public let english: String
        public let chinese: String

        public var name: Text { Text(en: english, zh: chinese) }
    }

    public struct Plant: Codable, Sendable, Hashable {
        public let identifier: String
        public let english: String
        public let chinese: String
        /// Index of its province.
        public let province: Int

        public var name: Text { Text(en: english, zh: chinese) }
    }

    public struct Digest: Codable, Sendable, Hashable {
        public let name: String
        public let sha256: String
    }

    /// A move of today's plan.
    public struct Move: Codable, Sendable, Hashable {
        public let smelter: Int
        public let destination: Int
        public let year: Int
        public let capacity: Double
    }

    public var schema = 1
    public var program = "greenalu"
    public let version: String
    public let linearAlgebra: String
    public let scenario: String
    public let title: [String]
    public let options: [String]
    public let inputs: [Digest]
    public let draws: Int
    public let seed: UInt64
    public let sampling: EnsembleSampling
    public let treatment: EnsembleTreatment
    public let baseYear: Int
    public let lastYear: Int
    public let rule: String
    public let provinces: [Place]
    public let smelters: [Plant]
    /// Names of the uncertain factors, and their groups.
    public let factors: [String]
    public let groups: [String]
    public let variables: [String]
    /// Indices of province and year where a quota binds.
    public let bindingQuotas: [[Int]]
    /// `uncertain_inputs.csv`.
    public let inputTable: String
    /// Nil where there is no plan of today: none is made, or none meets the limits.
    public let today: [Move]?

    public var horizon: PlanningHorizon {
        PlanningHorizon(baseYear: baseYear, lastYear: lastYear)
    }

    public var accountingRule: AccountingRule { AccountingRule(rawValue: rule) ?? .credited }

    /// Whether the numbers of a frame that was read can be reckoned with, and every index is one of
    /// something.
    var isSound: Bool {
        (1...EnsembleSettings.drawLimit).contains(draws) && (0...9999).contains(baseYear)
            && (0...9999).contains(lastYear) && baseYear <= lastYear && !provinces.isEmpty
            && smelters.allSatisfy { provinces.indices.contains($0.province) }
            && bindingQuotas.allSatisfy { place in
                place.count == 2 && provinces.indices.contains(place[0])
                    && (0..<horizon.yearCount).contains(place[1])
            }
            && (today ?? []).allSatisfy { move in
                allows(smelter: move.smelter, destination: move.destination, year: move.year)
                    && move.capacity.isFinite
            }
    }

    /// Whether a move of these indices is one of the frame's.
    func allows(smelter: Int, destination: Int, year: Int) -> Bool {
        smelters.indices.contains(smelter) && provinces.indices.contains(destination)
            && (0..<horizon.yearCount).contains(year)
    }

    /// What the other frame has otherwise; empty where they are of one ensemble.
    public func differences(from other: EnsembleFrame) -> [String] {
        var result: [String] = []
        func compare(_ name: String, _ isSame: Bool) { if !isSame { result.append(name) } }
        compare("version", version == other.version && schema == other.schema)
        compare("linear_algebra", linearAlgebra == other.linearAlgebra)
        compare("scenario", scenario == other.scenario && title == other.title)
        compare("options", options == other.options)
        for input in inputs where !other.inputs.contains(input) { result.append(input.name) }
        for input in other.inputs
        where !inputs.contains(input) && !result.contains(input.name) {
            result.append(input.name)
        }
        compare("draws", draws == other.draws)
        compare("seed", seed == other.seed)
        compare("sampling", sampling == other.sampling)
        compare("plan", treatment == other.treatment)
        if result.isEmpty { compare("model", self == other) }
        return result
    }
}
