/// Where a word of a scenario's `uncertainty` section stands.
public struct UncertaintyPlace: Sendable, Hashable, Comparable {
    public enum Section: String, Sendable, Hashable, CaseIterable {
        /// `uncertainty.standard`: which of the usual ranges count.
        case standard
        /// `uncertainty.inputs.NAME.FIELD`: an input the scenario declares.
        case inputs
        /// `uncertainty.correlations.NAME.FIELD`: how two declared inputs go together.
        case correlations
    }

    public let section: Section
    /// Name of the input or correlation; empty for `standard`.
    public let name: String
    public let field: String

    public init(_ section: Section, name: String = "", field: String = "") {
        self.section = section
        self.name = name
        self.field = field
    }

    /// As after `--set`: `uncertainty.inputs.rain.cv`.
    public var written: String {
        (["uncertainty", section.rawValue, name, field]).filter { !$0.isEmpty }
            .joined(separator: ".")
    }

    public static func < (first: UncertaintyPlace, second: UncertaintyPlace) -> Bool {
        (first.section.rawValue, first.name, first.field)
            < (second.section.rawValue, second.name, second.field)
    }
}

/// What stands there.
public enum UncertaintyValue: Sendable, Hashable {
    case word(String)
    case number(Double)
    case words([String])
    case numbers([Double])
}

/// One value of a declaration, with its line.
public struct UncertaintyAssignment: Sendable, Hashable {
    public let place: UncertaintyPlace
    public let value: UncertaintyValue
    public let file: String
    public let line: Int?
}

/// A field of a declared input.
enum UncertainInputField: String, CaseIterable {
    case key, distribution, applies, separate, group
    case low, mode, high, mean
    case deviation = "sd"
    case coefficientOfVariation = "cv"
    case alpha, beta, values, weights

    enum Kind {
        case word, number, numbers
        case choice([String])
    }

    var kind: Kind {
        switch self {
        case .key, .group: .word
        case .distribution: .choice(DistributionName.allCases.map(\.rawValue))
        case .applies: .choice(UncertainApplication.allCases.map(\.rawValue))
        case .separate: .choice(UncertainSeparation.allCases.map(\.rawValue))
        case .low, .mode, .high, .mean, .deviation, .coefficientOfVariation, .alpha, .beta: .number
        case .values, .weights: .numbers
        }
    }
}

/// A field of a declared correlation.
enum CorrelationField: String, CaseIterable {
    case first, second, value

    var kind: UncertainInputField.Kind { self == .value ? .number : .word }
}

/// Distributions by the names a scenario uses, with the fields each needs and may have.
enum DistributionName: String, CaseIterable {
    case normal, lognormal, triangular, uniform, beta, discrete, empirical

    var needed: [UncertainInputField] {
        switch self {
        case .normal: [.mean, .deviation]
        case .lognormal: [.mean, .coefficientOfVariation]
        case .triangular: [.low, .mode, .high]
        case .uniform: [.low, .high]
        case .beta: [.alpha, .beta, .low, .high]
        case .discrete: [.values]
        case .empirical: [.values]
        }
    }

    var allowed: [UncertainInputField] { needed + (self == .discrete ? [.weights] : []) }
}

/// What a sampled number does to the value of the inputs.
public enum UncertainApplication: String, Sendable, Hashable, CaseIterable {
    /// Takes its place, in the key's own unit.
    case value
    /// Multiplies it.
    case factor
    /// Is added to it, in the key's own unit.
    case shift
}

/// Which coordinates of a key have numbers of their own; the others move together.
public enum UncertainSeparation: String, Sendable, Hashable, CaseIterable {
    case none, province, year
    case provinceAndYear = "province_and_year"

    var byProvince: Bool { self == .province || self == .provinceAndYear }
    var byYear: Bool { self == .year || self == .provinceAndYear }
}

/// The usual ranges of `uncertainty.standard`: tables whose `low` and `high` count, the water of a
/// year, and the smelters' shares and intensities, which have no range of their own.
public enum StandardUncertainty: String, Sendable, Hashable, CaseIterable {
    case hydrology, smelters
    case certificates, freight, generation
    case generationGrowth = "generation_growth"
    case greenSupply = "green_supply"
    case gridEmissionFactors = "grid_emission_factors"
    case hosting, parameters
    case powerPrices = "power_prices"
    case quotas
    case relocationCosts = "relocation_costs"
    case utilisation

    /// The table whose ranges count; nil for what has rules of its own.
    var table: TableName? {
        switch self {
        case .hydrology, .smelters: nil
        case .certificates: .certificates
        case .freight: .freight
        case .generation: .generation
        case .generationGrowth: .generationGrowth
        case .greenSupply: .greenSupply
        case .gridEmissionFactors: .gridEmissionFactors
        case .hosting: .hosting
        case .parameters: .parameters
        case .powerPrices: .powerPrices
        case .quotas: .quotas
        case .relocationCosts: .relocationCosts
        case .utilisation: .utilisation
        }
    }
}
