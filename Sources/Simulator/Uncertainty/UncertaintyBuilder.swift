internal import NumericalMethods

/// Gathers the factors of a run.
struct UncertaintyBuilder {
    let inputs: ModelInputs
    let data: DataSet
    private(set) var factors: [UncertainFactor] = []
    private var drawn = Set<ScenarioAddress>()
    private var hydrologyFactors: [Int: [(factor: Int, province: String)]] = [:]
    private var declaredFactors: [Int: [[String]: Int]] = [:]

    init(inputs: ModelInputs, data: DataSet) {
        self.inputs = inputs
        self.data = data
    }

    private var declaration: UncertaintyDeclaration { inputs.uncertainty }

    private func target(
        _ address: ScenarioAddress, _ distribution: Distribution,
        _ application: UncertainApplication = .value
    ) -> UncertainFactor.Target? {
        guard let slot = InputSlot(address, in: inputs),
            case .number(_, let range)? = ScenarioKey.byPath[address.path]?.kind
        else { return nil }
        return UncertainFactor.Target(
            address: address, slot: slot, distribution: distribution, application: application,
            range: range)
    }

    private mutating func add(_ name: String, group: String, _ targets: [UncertainFactor.Target]) {
        guard !targets.isEmpty else { return }
        factors.append(UncertainFactor(name: name, group: group, targets: targets))
    }

    // MARK: - What the scenario declares

    mutating func addDeclared() {
        for (place, input) in declaration.inputs.enumerated() {
            for coordinate in input.coordinates {
                let addresses = input.addresses.filter { input.coordinate(of: $0) == coordinate }
                let name = ([input.name] + coordinate.filter { !$0.isEmpty })
                    .joined(separator: ".")
                declaredFactors[place, default: [:]][coordinate] = factors.count
                add(
                    name, group: input.group,
                    addresses.compactMap { target($0, input.distribution, input.application) })
            }
            drawn.formUnion(input.addresses)
        }
    }

    // MARK: - Ranges of the tables

    /// Capacities are not drawn unless a scenario declares them: under a ceiling drawn below what
    /// stands there is no plan.
    static let capacityPaths: Set<String> = [Parameter.capacityCeiling.scenarioPath]

    /// A row of a table without its year: the values that move together.
    private struct Series: Hashable, Comparable {
        let table: String
        let key: [String]

        var name: String { ([table] + key).filter { !$0.isEmpty }.joined(separator: ".") }

        static func < (first: Series, second: Series) -> Bool {
            first.table != second.table
                ? first.table < second.table : first.key.lexicographicallyPrecedes(second.key)
        }
    }

    mutating func addRanges() {
        let wanted = Dictionary(
            declaration.standard.compactMap { word in
                word.table.map { ($0.fileName, (word, $0)) }
            }, uniquingKeysWith: { first, _ in first })
        var rows: [String: [Int: TableRow]] = [:]
        for (file, (_, table)) in wanted {
            rows[file] = Dictionary(
                data[table].rows.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var targets: [Series: [UncertainFactor.Target]] = [:]
        var groups: [Series: String] = [:]
        for effective in rangedValues() where !drawn.contains(effective.value.address) {
            let address = effective.value.address
            guard !Self.capacityPaths.contains(address.path) else { continue }
            guard let (word, table) = wanted[effective.file],
                let row = rows[effective.file]?[effective.line],
                case .number(let number) = effective.value.value
            else { continue }
            let bounds = data[table].bounds(of: effective.column, in: row)
            guard let low = bounds.low, let high = bounds.high, low < high else { continue }
            let distribution = Distribution.triangular(
                low: min(low, number), mode: number, high: max(high, number))
            guard let target = target(address, distribution) else { continue }
            let series = Series(table: table.rawValue, key: seriesKey(row, of: data[table]))
            targets[series, default: []].append(target)
            groups[series] = Self.group(word, row, of: data[table])
        }
        for series in targets.keys.sorted() {
            add(
                series.name, group: groups[series] ?? series.table,
                (targets[series] ?? []).sorted { $0.address < $1.address })
        }
    }

    /// Values that stand in a table, those held beyond its end included.
    private func rangedValues() -> [(
        value: EffectiveValue, file: String, line: Int, column: String
    )] {
        var origins: [ScenarioAddress: (String, Int, String)] = [:]
        for value in inputs.effectiveValues {
            if case .table(let file, let line, let column) = value.origin {
                origins[value.address] = (file, line, column)
            }
        }
        return inputs.effectiveValues.compactMap { value in
            var origin = origins[value.address]
            if case .held(let year) = value.origin {
                let address = value.address
                origin =
                    origins[
                        ScenarioAddress(
                            address.path, province: address.province, item: address.item, year: year
                        )]
            }
            return origin.map { (value, $0.0, $0.1, $0.2) }
        }
    }

    private func seriesKey(_ row: TableRow, of table: DataTable) -> [String] {
        zip(table.schema.key, table.key(of: row)).filter { $0.0 != "year" }.map(\.1)
    }

    /// Parameters are grouped by what they speak of, the other tables are one group each.
    private static func group(
        _ word: StandardUncertainty, _ row: TableRow, of table: DataTable
    ) -> String {
        guard word == .parameters, let key = table.text("key", row),
            let parameter = Parameter(rawValue: ParameterDefinition.split(key).base)
        else { return word.rawValue }
        let path = parameter.scenarioPath.split(separator: ".").first.map(String.init)
        return path ?? word.rawValue
    }

    // MARK: - Smelters

    /// The most a captive share is off, and by what fraction an intensity is.
    static let shareSpread = 0.1
    static let intensitySpread = 0.015

    mutating func addSmelters() {
        guard declaration.standard.contains(.smelters) else { return }
        for value in inputs.effectiveValues {
            let address = value.address
            guard case .table = value.origin, address.path.hasPrefix("smelters.change."),
                let item = address.item, !drawn.contains(address),
                case .number(let number) = value.value,
                let field = address.path.split(separator: ".").last.map(String.init)
            else { continue }
            let distribution: Distribution
            switch SmelterField(rawValue: field) {
            case .electricity:
                distribution = .triangular(
                    low: number * (1 - Self.intensitySpread), mode: number,
                    high: number * (1 + Self.intensitySpread))
            case .captiveCoalShare:
                guard number > 0 || hasCoalPrice(item) else { continue }
                distribution = share(number)
            case .captiveRenewableShare: distribution = share(number)
            default: continue
            }
            guard let target = target(address, distribution) else { continue }
            add("smelters.\(item).\(field)", group: "smelters", [target])
        }
    }

    private func share(_ number: Double) -> Distribution {
        .triangular(
            low: max(0, number - Self.shareSpread), mode: number,
            high: min(1, number + Self.shareSpread))
    }

    /// Where captive coal has no price, none can appear.
    private func hasCoalPrice(_ item: String) -> Bool {
        guard let smelter = inputs.smelters.first(where: { $0.identifier == item }) else {
            return false
        }
        return (0..<inputs.yearCount).allSatisfy {
            inputs.market.captiveCoalPrice[smelter.province, $0] != nil
        }
    }

    // MARK: - Water

    mutating func addHydrology() {
        guard declaration.standard.contains(.hydrology) else { return }
        for (index, year) in inputs.horizon.years.enumerated() where index > 0 {
            for province in inputs.provinces {
                let address = ScenarioAddress("hydrology", province: province.code, year: year)
                let isSet = inputs.effectiveValues.contains {
                    guard $0.address == address, case .scenario = $0.origin else { return false }
                    return true
                }
                guard !drawn.contains(address), !isSet,
                    let spread = data.cell(
                        .hydrology, key: [province.code, "coefficient_of_variation", ""],
                        column: "value"
                    )?.number, spread > 0,
                    let target = target(
                        address, .lognormal(mean: 1, coefficientOfVariation: spread))
                else { continue }
                hydrologyFactors[year, default: []].append((factors.count, province.code))
                add("hydrology.\(province.code).\(year)", group: "hydrology", [target])
            }
        }
    }

    // MARK: - Correlations

    func correlatedBlocks() throws -> [UncertaintyModel.CorrelatedBlock] {
        var blocks: [UncertaintyModel.CorrelatedBlock] = []
        for year in hydrologyFactors.keys.sorted() {
            let places = hydrologyFactors[year] ?? []
            let order = places.count
            var values = [Double](repeating: 0, count: order * order)
            for row in 0..<order {
                for column in 0..<order {
                    values[row * order + column] =
                        row == column
                        ? 1 : correlation(places[row].province, places[column].province)
                }
            }
            let problems = CorrelationMatrix.problems(order: order, values: values)
            if let fault = problems.compactMap(\.blamedPair).first {
                throw InputRejected(
                    Finding(
                        .error,
                        Message(
                            UncertaintyMessage.correlationsContradict,
                            verbatim: [
                                "first": places[fault.first].province,
                                "second": places[fault.second].province,
                                "value": DecimalText.short(
                                    values[fault.first * order + fault.second]),
                            ]),
                        at: Location(file: TableName.hydroCorrelation.fileName)))
            }
            blocks.append(
                UncertaintyModel.CorrelatedBlock(
                    factors: places.map(\.factor),
                    matrix: try CorrelationMatrix(order: order, values: values)))
        }
        return try blocks + declaredBlocks()
    }

    /// The table gives the upper triangle.
    private func correlation(_ first: String, _ second: String) -> Double {
        data.cell(.hydroCorrelation, key: [first, second], column: "value")?.number
            ?? data.cell(.hydroCorrelation, key: [second, first], column: "value")?.number ?? 0
    }

    /// One block for each coordinate that the correlated inputs have numbers of their own for.
    private func declaredBlocks() throws -> [UncertaintyModel.CorrelatedBlock] {
        let correlations = declaration.correlations
        let involved = Set(correlations.flatMap { [$0.first, $0.second] }).sorted()
        var coordinates = Set<[String]>()
        for place in involved { coordinates.formUnion((declaredFactors[place] ?? [:]).keys) }
        var blocks: [UncertaintyModel.CorrelatedBlock] = []
        for coordinate in coordinates.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let here = involved.filter { declaredFactors[$0]?[coordinate] != nil }
            let order = here.count
            var values = [Double](repeating: 0, count: order * order)
            for place in 0..<order { values[place * order + place] = 1 }
            for correlation in correlations {
                guard let row = here.firstIndex(of: correlation.first),
                    let column = here.firstIndex(of: correlation.second)
                else { continue }
                values[row * order + column] = correlation.value
                values[column * order + row] = correlation.value
            }
            blocks.append(
                UncertaintyModel.CorrelatedBlock(
                    factors: here.compactMap { declaredFactors[$0]?[coordinate] },
                    matrix: try CorrelationMatrix(order: order, values: values)))
        }
        return blocks
    }
}

extension CorrelationProblem {
    /// The pair whose correlation is at fault; nil where the library failed.
    var blamedPair: (first: Int, second: Int)? {
        switch self {
        case .diagonalNotOne(let place, _): (place, place)
        case .notSymmetric(let row, let column, _, _), .outsideRange(let row, let column, _),
            .notPositiveSemidefinite(let row, let column, _, _):
            (row, column)
        case .wrongCount, .library: nil
        }
    }
}
