/// Sums over the blocks of a province, and the cut of a dry year.
extension ExplanationBuilder {
    /// A quantity of a province as the sum over its blocks; blocks of which there is none are left
    /// out.
    mutating func blockSum(
        _ quantity: ExplainedQuantity, _ province: Int,
        _ year: Int, planned: Bool = false,
        _ part: (inout ExplanationBuilder, Int, Bool) -> Int?
    ) -> Int {
        let planned = planned && differs(province: province)
        let label = ExplainedLabel(quantity, nil, province, year, isPlannedFleet: planned)
        if let place = known(label) { return place }
        var parts: [Int] = []
        for block in blocks(in: province, year, planned: planned) {
            if let place = part(&self, block, planned) { parts.append(place) }
        }
        return total(label, parts)
    }

    mutating func capacity(_ province: Int, _ year: Int) -> Int {
        blockSum(.capacity, province, year) { $0.capacity(block: $1, year, planned: $2) }
    }

    mutating func output(_ province: Int, _ year: Int) -> Int {
        blockSum(.output, province, year) { $0.output(block: $1, year, planned: $2) }
    }

    /// Output of blocks of the base year, or of what was opened since.
    mutating func output(_ province: Int, _ year: Int, isNew: Bool) -> Int {
        blockSum(isNew ? .newOutput : .existingOutput, province, year) { builder, block, _ in
            (builder.blocks[block].kind != .existing) == isNew
                ? builder.output(block: block, year) : nil
        }
    }

    mutating func lostOutput(_ province: Int, _ year: Int) -> Int {
        blockSum(.lostOutput, province, year) { builder, block, _ in
            let label = ExplainedLabel(.lostOutput, .block(block), nil, year)
            if let place = builder.known(label) { return place }
            let capacity = builder.capacity(block: block, year)
            let utilisation = builder.utilisation(
                builder.blocks[block].utilisationProvince, year)
            let cut = builder.cut(province, year)
            return builder.define(label, [capacity, utilisation, cut]) {
                $0[0] * .percent($0[1]) * $0[2]
            }
        }
    }

    mutating func electricity(_ province: Int, _ year: Int) -> Int {
        blockSum(.electricity, province, year) { $0.electricity(block: $1, year, planned: $2) }
    }

    mutating func captiveCoal(_ province: Int, _ year: Int, planned: Bool = false) -> Int {
        blockSum(.captiveCoal, province, year, planned: planned) {
            $0.captiveCoal(block: $1, year, planned: $2)
        }
    }

    mutating func captiveRenewable(_ province: Int, _ year: Int, planned: Bool = false) -> Int {
        blockSum(.captiveRenewable, province, year, planned: planned) {
            $0.captiveRenewable(block: $1, year, planned: $2)
        }
    }

    mutating func grid(_ province: Int, _ year: Int, planned: Bool = false) -> Int {
        blockSum(.grid, province, year, planned: planned) {
            $0.grid(block: $1, year, planned: $2)
        }
    }

    /// E0: the electricity of the planned fleet without any cut, TWh.
    mutating func uncutElectricity(_ province: Int, _ year: Int) -> Int {
        blockSum(.uncutElectricity, province, year, planned: true) { builder, block, planned in
            let planned = planned && builder.differs(block: block)
            let label = ExplainedLabel(
                .uncutElectricity, .block(block), nil, year, isPlannedFleet: planned)
            if let place = builder.known(label) { return place }
            let capacity = builder.capacity(block: block, year, planned: planned)
            let utilisation = builder.utilisation(
                builder.blocks[block].utilisationProvince, year)
            let intensity = builder.intensity(block, year)
            return builder.define(label, [capacity, utilisation, intensity]) {
                $0[0] * .percent($0[1]) * $0[2]
            }
        }
    }

    /// cut = clamp(borne x max(0, 1 - w) x Hn / E0, 0, most); 0 where E0 = 0.
    mutating func cut(_ province: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.cut, nil, province, year)
        if let place = known(label) { return place }
        guard let water = hydrology(province, year) else { return nothing(label) }
        let borne = parameter(.hydroShortfallBorne, .hydroShortfallBorne, province, year)
        let hydro = normalGeneration(.hydro, province, year)
        let electricity = uncutElectricity(province, year)
        let most = parameter(.hydroCutMaximum, .hydroCutMaximum, province, year)
        return define(label, [borne, water, hydro, electricity, most]) {
            let missing: Formula = .maximum([0, 1 - $0[1]]) * $0[2]
            return .minimum([.maximum([0, $0[0] * missing / $0[3]]), $0[4]])
        }
    }

    /// Water against a normal year; nil in the base year, whose figures are as observed.
    mutating func hydrology(_ province: Int, _ year: Int) -> Int? {
        year == 0 ? nil : needed(.hydrology, "hydrology", province, year)
    }
}
