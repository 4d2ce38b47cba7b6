extension VariableDefinition {
    /// How the row of China comes about, as code lists name it.
    public enum NationalRow: String, Sendable, CaseIterable {
        case sum
        case ratioOfSums = "ratio_of_sums"
        case weightedMean = "weighted_mean"
        /// Rows for provinces only.
        case provincesOnly = "provinces_only"
        /// A row for China only.
        case nationalOnly = "national_only"
    }

    public var nationalRow: NationalRow {
        switch aggregation {
        case .sum: .sum
        case .ratio: .ratioOfSums
        case .weightedMean: .weightedMean
        case .provinces: .provincesOnly
        case .national: .nationalOnly
        }
    }

    /// The variable by which the provinces' values are weighted to give China's; nil where they add
    /// up, where China has no value, and where the weight is no variable of the list.
    public var weight: String? { Self.weights[name] }

    private static let weights: [String: String] = {
        let electricity = "Electricity Use|Aluminum"
        let production = "Production|Non-Ferrous Metals|Aluminum|Primary"
        let generation = "Secondary Energy|Electricity"
        var weights = [
            "Electricity Intensity|Aluminum": production,
            "Carbon Footprint|Aluminum": production,
            "Green Power Quota|Aluminum|Share": electricity,
            "Emission Factor|Electricity|Grid": electricity,
            "Renewable Share|Electricity": generation,
            "Clean Share|Electricity": generation,
        ]
        for rule in AccountingRule.allCases {
            weights["Green Power Share|Aluminum|\(rule.exportName)"] = electricity
        }
        return weights
    }()
}
