/// Builds the graph that leads from results back to inputs, one quantity at a time and only those
/// that are asked for.
///
/// The equations are written here a second time, from the page on the model and not from what
/// computes the results; which blocks and movements there are is read off the outcome. What the
/// graph gives must be what the outcome gives.
struct ExplanationBuilder {
    let outcome: Outcome
    let inputs: ModelInputs
    let data: DataSet
    private(set) var graph = ExplanationGraph()
    private var places: [ExplainedLabel: Int] = [:]
    private let values: [ScenarioAddress: EffectiveValue]
    /// Blocks by the province they stand in.
    private let blocksOfProvince: [[Int]]
    /// Movements out of each block, and the one each block was opened by.
    private let departuresOfBlock: [[Int]]
    private let arrivalOfBlock: [Int?]
    /// Whether chosen moves leave a block or touch a province.
    private let isBlockChanged: [Bool]
    private let isProvinceChanged: [Bool]

    init(outcome: Outcome, data: DataSet) {
        self.outcome = outcome
        self.data = data
        inputs = outcome.inputs
        values = outcome.inputs.effectiveValues.byAddress
        let blocks = outcome.fleet.blocks
        var ofProvince = [[Int]](repeating: [], count: outcome.inputs.provinceCount)
        for place in blocks.indices { ofProvince[blocks[place].province].append(place) }
        blocksOfProvince = ofProvince
        var departures = [[Int]](repeating: [], count: blocks.count)
        var arrivals = [Int?](repeating: nil, count: blocks.count)
        var changedBlocks = [Bool](repeating: false, count: blocks.count)
        var changedProvinces = [Bool](repeating: false, count: outcome.inputs.provinceCount)
        for (place, movement) in outcome.fleet.movements.enumerated() {
            departures[movement.from].append(place)
            arrivals[movement.to] = place
            guard movement.kind == .chosen else { continue }
            changedBlocks[movement.from] = true
            changedProvinces[blocks[movement.from].province] = true
            changedProvinces[blocks[movement.to].province] = true
        }
        departuresOfBlock = departures
        arrivalOfBlock = arrivals
        isBlockChanged = changedBlocks
        isProvinceChanged = changedProvinces
    }

    // MARK: - Nodes

    func known(_ label: ExplainedLabel) -> Int? { places[label] }

    /// A quantity that follows from others.
    mutating func define(
        _ label: ExplainedLabel, _ operands: [Int], switches: [String] = [],
        _ formula: ([Formula]) -> Formula
    ) -> Int {
        if let place = places[label] { return place }
        let expression = formula(operands.indices.map(Formula.operand))
        let value = expression.value { graph.nodes[operands[$0]].value }
        let place = graph.append(
            ExplainedNode(
                label: label, formula: expression, operands: operands, source: nil, value: value,
                switches: switches.map { ScenarioAddress($0) }))
        places[label] = place
        return place
    }

    mutating func leaf(
        _ label: ExplainedLabel, _ source: ExplainedSource, _ value: Double
    ) -> Int {
        if let place = places[label] { return place }
        let place = graph.append(
            ExplainedNode(
                label: label, formula: nil, operands: [], source: source, value: value,
                switches: []))
        places[label] = place
        return place
    }

    /// Something that the equations say is nothing here, such as a purchase in the base year.
    mutating func nothing(_ label: ExplainedLabel) -> Int { leaf(label, .rule, 0) }

    /// The sum of quantities.
    mutating func total(_ label: ExplainedLabel, _ parts: [Int]) -> Int {
        define(label, parts) { .sum($0) }
    }

    /// The sum over provinces.
    mutating func national(
        _ label: ExplainedLabel, _ part: (inout ExplanationBuilder, Int) -> Int
    ) -> Int {
        if let place = places[label] { return place }
        var parts: [Int] = []
        for province in 0..<inputs.provinceCount { parts.append(part(&self, province)) }
        return total(label, parts)
    }

    // MARK: - Inputs

    /// The number at an address; nil where there is none.
    mutating func input(_ label: ExplainedLabel, _ address: ScenarioAddress) -> Int? {
        if let place = places[label] { return place }
        guard case .number(let number)? = values[address]?.value else { return nil }
        return leaf(label, .input(address), number)
    }

    /// A number of a province, of a year, or of both, both by index.
    mutating func input(
        _ quantity: ExplainedQuantity, _ path: String, _ province: Int? = nil, _ year: Int? = nil,
        subject: ExplainedSubject? = nil
    ) -> Int? {
        input(
            ExplainedLabel(quantity, subject, province, year),
            ScenarioAddress(
                path, province: province.map { inputs.provinces[$0].code },
                year: year.map { inputs.horizon.year(at: $0) }))
    }

    /// As ``input(_:_:_:_:subject:)`` for a number that every accepted scenario has.
    mutating func needed(
        _ quantity: ExplainedQuantity, _ path: String, _ province: Int? = nil, _ year: Int? = nil,
        subject: ExplainedSubject? = nil
    ) -> Int {
        input(quantity, path, province, year, subject: subject)
            ?? nothing(ExplainedLabel(quantity, subject, province, year))
    }

    /// A parameter at its own place: national or a province's, of a year or of all.
    mutating func parameter(
        _ quantity: ExplainedQuantity, _ parameter: Parameter, _ province: Int, _ year: Int,
        subject: ExplainedSubject? = nil
    ) -> Int {
        needed(
            quantity, parameter.scenarioPath, parameter.isNational ? nil : province,
            parameter.isYearly ? year : nil, subject: subject)
    }

    /// A field of a smelter or transfer: what changes it before what adds it.
    mutating func field(
        _ label: ExplainedLabel, group: String, item: String, field: String
    ) -> Int? {
        if let place = places[label] { return place }
        for verb in ["change", "add"] {
            let address = ScenarioAddress("\(group).\(verb).\(field)", item: item)
            if let place = input(label, address) { return place }
        }
        return nil
    }

    // MARK: - The fleet

    var blocks: [CapacityBlock] { outcome.fleet.blocks }
    var movements: [CapacityMovement] { outcome.fleet.movements }

    /// The movement that opened a block; nil for one of the base year.
    func arrival(_ block: Int) -> Int? { arrivalOfBlock[block] }

    func departures(_ block: Int) -> [Int] { departuresOfBlock[block] }

    /// Blocks that can hold capacity in a province and year.
    func blocks(in province: Int, _ year: Int, planned: Bool = false) -> [Int] {
        blocksOfProvince[province].filter { block in
            guard let movement = arrivalOfBlock[block].map({ movements[$0] }) else { return true }
            return movement.year <= year && !(planned && movement.kind == .chosen)
        }
    }

    /// Whether a block differs between the planned fleet and the fleet with chosen moves.
    func differs(block: Int) -> Bool { isBlockChanged[block] }

    func differs(province: Int) -> Bool { isProvinceChanged[province] }
}
