/// Capacity and how it is moved; output and electricity by source.
///
/// opening + arrivals - departures = closing; Q = K u (1 - cut); E = Q e.
extension ExplanationBuilder {
    // MARK: - Movements

    /// Mt/yr that a move closes: an input for a planned transfer, a decision for a chosen move.
    mutating func closed(_ movement: Int) -> Int {
        let label = ExplainedLabel(
            .closedCapacity, .movement(movement), nil, movements[movement].year)
        guard let transfer = movements[movement].transfer else {
            return leaf(label, .decision, movements[movement].closed)
        }
        return field(label, group: "transfers", item: transfer, field: "capacity")
            ?? nothing(label)
    }

    /// Mt/yr that a move opens: closed / ratio.
    mutating func opened(_ movement: Int) -> Int {
        let move = movements[movement]
        let label = ExplainedLabel(.openedCapacity, .movement(movement), nil, move.year)
        if let place = known(label) { return place }
        let closed = closed(movement)
        var ratio: Int?
        if let transfer = move.transfer {
            ratio = field(
                ExplainedLabel(.replacementRatio, .movement(movement)), group: "transfers",
                item: transfer, field: "ratio")
        } else {
            ratio = self.ratio(blocks[move.to].province)
        }
        guard let ratio else { return define(label, [closed]) { $0[0] } }
        return define(label, [closed, ratio]) { $0[0] / $0[1] }
    }

    /// Closed per opened capacity of chosen moves into a province.
    mutating func ratio(_ province: Int) -> Int {
        parameter(.replacementRatio, .replacementRatio, province, 0)
    }

    /// Mt/yr opened or closed by movements that take effect in a year.
    mutating func moved(
        _ quantity: ExplainedQuantity, _ kind: CapacityBlock.Kind, opens: Bool, _ province: Int,
        _ year: Int
    ) -> Int {
        let label = ExplainedLabel(quantity, nil, province, year)
        if let place = known(label) { return place }
        let parts = moves(kind: kind, opens: opens, province) { $0 == year }
        return total(label, parts)
    }

    /// Mt/yr opened or closed by movements up to a year; of all kinds where the kind is nil.
    mutating func movedSoFar(
        _ quantity: ExplainedQuantity, _ kind: CapacityBlock.Kind?, opens: Bool, _ province: Int,
        _ year: Int
    ) -> Int {
        let label = ExplainedLabel(quantity, nil, province, year)
        if let place = known(label) { return place }
        let parts = moves(kind: kind, opens: opens, province) { $0 <= year }
        return total(label, parts)
    }

    private mutating func moves(
        kind: CapacityBlock.Kind?, opens: Bool, _ province: Int, in years: (Int) -> Bool
    ) -> [Int] {
        var parts: [Int] = []
        for (place, movement) in movements.enumerated()
        where (kind == nil || movement.kind == kind) && years(movement.year)
            && blocks[opens ? movement.to : movement.from].province == province
        {
            parts.append(opens ? opened(place) : closed(place))
        }
        return parts
    }

    // MARK: - Blocks

    /// Mt/yr of a block after the moves of a year.
    mutating func capacity(block: Int, _ year: Int, planned: Bool = false) -> Int {
        if let movement = arrival(block) { return opened(movement) }
        let planned = planned && differs(block: block)
        let label = ExplainedLabel(.capacity, .block(block), nil, year, isPlannedFleet: planned)
        if let place = known(label) { return place }
        let smelter = blocks[block].smelter
        let base = smelterField(.baseCapacity, smelter, .capacity) ?? nothing(label)
        let leaving = departures(block).filter {
            movements[$0].year <= year && !(planned && movements[$0].kind == .chosen)
        }
        if leaving.isEmpty { return base }
        var operands = [base]
        for movement in leaving { operands.append(closed(movement)) }
        return define(label, operands) {
            .remainder(of: $0[0], without: .sum(Array($0.dropFirst())), residue: 1e-12)
        }
    }

    mutating func smelterField(
        _ quantity: ExplainedQuantity, _ smelter: Int, _ name: SmelterField
    ) -> Int? {
        field(
            ExplainedLabel(quantity, .smelter(smelter)), group: "smelters",
            item: inputs.smelters[smelter].identifier, field: name.rawValue)
    }

    /// Fraction of a block's electricity from captive coal or own renewable plants; nil for none.
    private mutating func share(
        _ quantity: ExplainedQuantity, _ block: Int, _ ofSmelter: SmelterField,
        _ ofTransfer: TransferField
    ) -> Int? {
        switch blocks[block].kind {
        case .chosen: return nil
        case .existing: return smelterField(quantity, blocks[block].smelter, ofSmelter)
        case .planned:
            guard let movement = arrival(block), let transfer = movements[movement].transfer else {
                return nil
            }
            let stated = field(
                ExplainedLabel(quantity, .movement(movement)), group: "transfers",
                item: transfer, field: ofTransfer.rawValue)
            if let stated { return stated }
            // A rebuild inside the province keeps its smelter's supply.
            return blocks[block].isNewcomer
                ? nil : smelterField(quantity, blocks[block].smelter, ofSmelter)
        }
    }

    private mutating func coalShare(_ block: Int) -> Int? {
        share(.coalShare, block, .captiveCoalShare, .captiveCoalShare)
    }

    private mutating func renewableShare(of block: Int) -> Int? {
        share(
            .renewableShareOfSmelter, block, .captiveRenewableShare, .captiveRenewableShare)
    }

    /// MWh/t: a base-year block improves yearly down to the floor; what is new keeps its own.
    mutating func intensity(_ block: Int, _ year: Int) -> Int {
        let province = blocks[block].province
        guard blocks[block].kind == .existing else {
            let label = ExplainedLabel(.intensity, .block(block))
            if let place = known(label) { return place }
            let transfer = arrival(block).flatMap { movement in
                movements[movement].transfer.map { (movement, $0) }
            }
            let stated = transfer.flatMap {
                field(
                    ExplainedLabel(.statedIntensity, .movement($0.0)), group: "transfers",
                    item: $0.1, field: "electricity")
            }
            let source = stated ?? parameter(.newIntensity, .newBuildElectricity, province, 0)
            return define(label, [source]) { .thousandth($0[0]) }
        }
        let label = ExplainedLabel(.intensity, .block(block), nil, year)
        if let place = known(label) { return place }
        let stated = statedIntensity(block)
        let floor = parameter(.intensityFloor, .electricityFloor, province, year)
        let improved = improvedIntensity(block, year)
        return define(label, [stated, floor, improved]) {
            .minimum([.thousandth($0[0]), .maximum([.thousandth($0[1]), $0[2]])])
        }
    }

    private mutating func statedIntensity(_ block: Int) -> Int {
        let smelter = blocks[block].smelter
        return smelterField(.statedIntensity, smelter, .electricity)
            ?? nothing(ExplainedLabel(.statedIntensity, .smelter(smelter)))
    }

    private mutating func improvedIntensity(_ block: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.improvedIntensity, .block(block), nil, year)
        if let place = known(label) { return place }
        guard year > 0 else {
            let stated = statedIntensity(block)
            return define(label, [stated]) { .thousandth($0[0]) }
        }
        let before = improvedIntensity(block, year - 1)
        let rate = parameter(
            .intensityImprovement, .electricityImprovement, blocks[block].province, year)
        return define(label, [before, rate]) { $0[0] * (1 - $0[1]) }
    }

    /// Per cent of capacity that produces.
    mutating func utilisation(_ province: Int, _ year: Int) -> Int {
        needed(.utilisation, "utilisation", province, year)
    }

    /// Mt.
    mutating func output(block: Int, _ year: Int, planned: Bool = false) -> Int {
        let planned = planned && differs(block: block)
        let label = ExplainedLabel(.output, .block(block), nil, year, isPlannedFleet: planned)
        if let place = known(label) { return place }
        let capacity = capacity(block: block, year, planned: planned)
        let utilisation = utilisation(blocks[block].utilisationProvince, year)
        let cut = cut(blocks[block].province, year)
        return define(label, [capacity, utilisation, cut]) {
            $0[0] * .percent($0[1]) * (1 - $0[2])
        }
    }

    /// TWh.
    mutating func electricity(block: Int, _ year: Int, planned: Bool = false) -> Int {
        let planned = planned && differs(block: block)
        let label = ExplainedLabel(
            .electricity, .block(block), nil, year, isPlannedFleet: planned)
        if let place = known(label) { return place }
        let output = output(block: block, year, planned: planned)
        let intensity = intensity(block, year)
        return define(label, [output, intensity]) { $0[0] * $0[1] }
    }

    /// TWh from captive coal plants; nil for a block without any.
    mutating func captiveCoal(block: Int, _ year: Int, planned: Bool = false) -> Int? {
        let planned = planned && differs(block: block)
        guard let share = coalShare(block) else { return nil }
        let electricity = electricity(block: block, year, planned: planned)
        let label = ExplainedLabel(
            .captiveCoal, .block(block), nil, year, isPlannedFleet: planned)
        return define(label, [electricity, share]) { $0[0] * $0[1] }
    }

    /// TWh from own renewable plants; nil for a block without any.
    mutating func captiveRenewable(block: Int, _ year: Int, planned: Bool = false) -> Int? {
        let planned = planned && differs(block: block)
        guard let share = renewableShare(of: block) else { return nil }
        let electricity = electricity(block: block, year, planned: planned)
        let label = ExplainedLabel(
            .captiveRenewable, .block(block), nil, year, isPlannedFleet: planned)
        return define(label, [electricity, share]) { $0[0] * $0[1] }
    }

    /// TWh from the grid.
    mutating func grid(block: Int, _ year: Int, planned: Bool = false) -> Int {
        let planned = planned && differs(block: block)
        let label = ExplainedLabel(.grid, .block(block), nil, year, isPlannedFleet: planned)
        if let place = known(label) { return place }
        let electricity = electricity(block: block, year, planned: planned)
        let shares = [coalShare(block), renewableShare(of: block)].compactMap(\.self)
        return define(label, [electricity] + shares) { operands in
            operands.count == 1
                ? operands[0] : operands[0] * operands.dropFirst().reduce(1, -)
        }
    }
}
