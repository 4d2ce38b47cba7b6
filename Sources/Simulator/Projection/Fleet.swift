/// The fleet: blocks of capacity and the movements between them.
public struct Fleet: Sendable {
    public private(set) var blocks: [CapacityBlock]
    public private(set) var movements: [CapacityMovement]
    public let yearCount: Int

    public var ledger: CapacityLedger {
        CapacityLedger(blocks: blocks, movements: movements, yearCount: yearCount)
    }

    /// The fleet after the planned transfers.
    /// - Throws: ``InputRejected`` naming each transfer that takes more than stands.
    public init(planned inputs: ModelInputs) throws(InputRejected) {
        yearCount = inputs.yearCount
        movements = []
        blocks = inputs.smelters.indices.map { Self.existingBlock($0, inputs: inputs) }
        var findings = FindingList()
        let order = inputs.transfers.sorted {
            ($0.year, $0.identifier) < ($1.year, $1.identifier)
        }
        for transfer in order {
            let standing = blocks[transfer.smelter].capacity[transfer.year]
            if transfer.capacity > standing * (1 + 1e-12) + 1e-12 {
                findings.error(
                    Message(
                        InputMessage.departuresExceedCapacity,
                        verbatim: [
                            "transfer": transfer.identifier,
                            "capacity": DecimalText.short(transfer.capacity),
                            "smelter": inputs.smelters[transfer.smelter].identifier,
                            "year": "\(inputs.horizon.year(at: transfer.year))",
                            "standing": DecimalText.short(standing),
                        ]),
                    at: transfer.location)
                continue
            }
            open(
                CapacityBlock(
                    identifier: transfer.identifier,
                    name: transfer.site.english.isEmpty
                        ? inputs.smelters[transfer.smelter].name : transfer.site,
                    kind: .planned, smelter: transfer.smelter, province: transfer.destination,
                    utilisationProvince: transfer.destination,
                    capacity: [Double](repeating: 0, count: yearCount),
                    electricityIntensity: [Double](
                        repeating: transfer.electricityIntensity, count: yearCount),
                    captiveCoalShare: transfer.captiveCoalShare,
                    captiveRenewableShare: transfer.captiveRenewableShare,
                    isNewcomer: inputs.smelters[transfer.smelter].province
                        != transfer.destination),
                closed: transfer.capacity, opened: transfer.openedCapacity, year: transfer.year,
                transfer: transfer.identifier)
        }
        try findings.throwIfRejected()
    }

    /// The planned fleet after the moves a plan chooses.
    public init(_ planned: Fleet, moves: [ChosenMove], inputs: ModelInputs) {
        self = planned
        for move in moves {
            let smelter = inputs.smelters[move.smelter]
            let destination = inputs.provinces[move.destination]
            let year = inputs.horizon.year(at: move.year)
            let intensity = UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: inputs.parameters[
                    .newBuildElectricity, move.destination, 0])
            open(
                CapacityBlock(
                    identifier: "\(smelter.identifier)-to-\(destination.code.lowercased())-\(year)",
                    name: smelter.name, kind: .chosen, smelter: move.smelter,
                    province: move.destination, utilisationProvince: smelter.province,
                    capacity: [Double](repeating: 0, count: yearCount),
                    electricityIntensity: [Double](repeating: intensity, count: yearCount),
                    captiveCoalShare: 0, captiveRenewableShare: 0, isNewcomer: true),
                closed: move.capacity,
                opened: move.capacity
                    / inputs.parameters[.replacementRatio, move.destination, move.year],
                year: move.year,
                transfer: nil)
        }
    }

    private static func existingBlock(_ index: Int, inputs: ModelInputs) -> CapacityBlock {
        let smelter = inputs.smelters[index]
        return CapacityBlock(
            identifier: smelter.identifier, name: smelter.name, kind: .existing, smelter: index,
            province: smelter.province, utilisationProvince: smelter.province,
            capacity: [Double](repeating: smelter.capacity, count: inputs.yearCount),
            electricityIntensity: improvedIntensity(smelter, inputs: inputs),
            captiveCoalShare: smelter.captiveCoalShare,
            captiveRenewableShare: smelter.captiveRenewableShare, isNewcomer: false)
    }

    /// Intensity of a base-year block, MWh/t: it falls by the yearly rate down to the floor; one
    /// that is under the floor already stays where it is.
    static func improvedIntensity(_ smelter: Smelter, inputs: ModelInputs) -> [Double] {
        let base = smelter.electricityIntensity
        var factor = 1.0
        return (0..<inputs.yearCount).map { year in
            if year > 0 {
                factor *= 1 - inputs.parameters[.electricityImprovement, smelter.province, year]
            }
            let floor = UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: inputs.parameters[
                    .electricityFloor, smelter.province, year])
            return min(base, max(floor, base * factor))
        }
    }

    private mutating func open(
        _ block: CapacityBlock, closed: Double, opened: Double, year: Int, transfer: String?
    ) {
        var block = block
        for later in year..<yearCount {
            blocks[block.smelter].capacity[later] -= closed
            block.capacity[later] = opened
        }
        movements.append(
            CapacityMovement(
                from: block.smelter, to: blocks.count, year: year, closed: closed,
                opened: opened, kind: block.kind, transfer: transfer))
        blocks.append(block)
        clearRoundingResidue(of: block.smelter)
    }

    /// A smelter emptied by several moves keeps no 1e-17 Mt of capacity.
    private mutating func clearRoundingResidue(of block: Int) {
        for year in 0..<yearCount where abs(blocks[block].capacity[year]) < 1e-12 {
            blocks[block].capacity[year] = 0
        }
    }
}
