/// `smelter_results.csv`: every block of capacity in every year.
public struct SmelterTable: Sendable {
    private let outcome: Outcome

    public init(_ outcome: Outcome) {
        self.outcome = outcome
    }

    static let header =
        "block,smelter,kind,province,year,capacity_mt,opening_mt,arrivals_mt,departures_mt,"
        + "production_mt,electricity_twh,captive_coal_twh,captive_renewable_twh,grid_twh,"
        + "green_share_location_percent,green_share_credited_percent,evaluated_volume_mt,"
        + "direct_emissions_mtco2e,power_emissions_mtco2e,carbon_footprint_tco2e_per_t,"
        + "avoided_emissions_mtco2e"

    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        let inputs = outcome.inputs
        let ledger = outcome.fleet.ledger
        for (index, block) in outcome.fleet.blocks.enumerated() {
            for year in 0..<inputs.yearCount {
                let entry = ledger[index, year]
                if block.kind != .existing, entry.closing == 0, entry.arrivals == 0 { continue }
                let result = outcome.block(index, year: year)
                let place = index * inputs.yearCount + year
                let electricity = result.electricity
                func share(_ green: Double) -> String {
                    electricity > 0
                        ? DecimalText.exported(
                            UnitConversion.percent(fromFraction: min(1, green / electricity))) : ""
                }
                let coalFactor = inputs.parameters[.captiveCoalEmissionFactor, block.province, year]
                let power = result.captiveCoalEmissions + result.scope2Location
                let numbers = [
                    result.capacity, entry.opening, entry.arrivals, entry.departures,
                    result.output, electricity, outcome.operation.captiveCoal[place],
                    outcome.operation.captiveRenewable[place], outcome.operation.grid[place],
                ].map(DecimalText.exported)
                let tail = [
                    DecimalText.exported(result.evaluatedVolume),
                    DecimalText.exported(result.directEmissions), DecimalText.exported(power),
                    result.carbonFootprint.map(DecimalText.exported) ?? "",
                    DecimalText.exported(electricity * coalFactor - power),
                ]
                text.append(
                    [
                        block.identifier, inputs.smelters[block.smelter].identifier,
                        block.kind.rawValue, inputs.provinces[block.province].code,
                        String(inputs.horizon.year(at: year)),
                    ] + numbers + [share(result.greenLocation), share(result.greenCredited)] + tail)
            }
        }
        return text
    }
}

/// `moves.csv`: planned transfers and chosen moves.
public struct MoveTable: Sendable {
    /// One move in words and numbers.
    public struct Row: Sendable {
        public let name: String
        public let smelter: String
        public let origin: String
        public let destination: String
        public let year: Int
        public let capacity: Double
        public let opened: Double
        public let kind: CapacityBlock.Kind
        /// State of a planned transfer, or what makes a chosen move pay.
        public let reason: String
        /// PV over the horizon, million CNY.
        public let cost: Double
        /// MtCO2e in the last year.
        public let emissionEffect: Double
        /// Potlines of a chosen move, where a plan moves whole ones.
        public var lines: Int?
    }

    public let rows: [Row]

    static let header =
        "move,smelter,origin,destination,year,capacity,opened,kind,reason,"
        + "cost,emission_effect,lines"

    public init(outcome: Outcome, plan: Plan?) {
        let inputs = outcome.inputs
        var rows: [Row] = []
        for movement in outcome.fleet.movements where movement.kind == .planned {
            let block = outcome.fleet.blocks[movement.to]
            let transfer = inputs.transfers.first { $0.identifier == movement.transfer }
            let effect = PlannedTransferEffect(movement, outcome: outcome)
            rows.append(
                Row(
                    name: block.identifier,
                    smelter: inputs.smelters[block.smelter].identifier,
                    origin: inputs.provinces[inputs.smelters[block.smelter].province].code,
                    destination: inputs.provinces[block.province].code,
                    year: inputs.horizon.year(at: movement.year), capacity: movement.closed,
                    opened: movement.opened, kind: .planned,
                    reason: transfer?.state.rawValue ?? "", cost: effect.cost,
                    emissionEffect: effect.emissions))
        }
        for planned in plan?.moves ?? [] {
            let move = planned.move
            let smelter = inputs.smelters[move.smelter]
            let destination = inputs.provinces[move.destination]
            let year = inputs.horizon.year(at: move.year)
            rows.append(
                Row(
                    name: Self.name(move, inputs: inputs),
                    smelter: smelter.identifier,
                    origin: inputs.provinces[smelter.province].code,
                    destination: destination.code, year: year, capacity: move.capacity,
                    opened: move.capacity
                        / inputs.parameters[.replacementRatio, move.destination, move.year],
                    kind: .chosen, reason: planned.reason.label.rawValue, cost: planned.cost,
                    emissionEffect: planned.emissionEffect,
                    lines: plan?.wholeLines?.hasPlan == true ? inputs.lines(of: move) : nil))
        }
        self.rows = rows
    }

    /// Name of a chosen move: `SMELTER-to-PROVINCE-YEAR`.
    static func name(_ move: ChosenMove, inputs: ModelInputs) -> String {
        let destination = inputs.provinces[move.destination].code.lowercased()
        let year = inputs.horizon.year(at: move.year)
        return "\(inputs.smelters[move.smelter].identifier)-to-\(destination)-\(year)"
    }

    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for row in rows {
            text.append([
                row.name, row.smelter, row.origin, row.destination, String(row.year),
                DecimalText.exported(row.capacity), DecimalText.exported(row.opened),
                row.kind.rawValue, row.reason, DecimalText.exported(row.cost),
                DecimalText.exported(row.emissionEffect), row.lines.map(String.init) ?? "",
            ])
        }
        return text
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                .object([
                    ("move", .text(row.name)), ("smelter", .text(row.smelter)),
                    ("origin", .text(row.origin)), ("destination", .text(row.destination)),
                    ("year", .integer(row.year)), ("capacity", .number(row.capacity)),
                    ("opened", .number(row.opened)), ("kind", .text(row.kind.rawValue)),
                    ("reason", .text(row.reason)), ("cost", .number(row.cost)),
                    ("emission_effect", .number(row.emissionEffect)),
                    ("lines", row.lines.map(JSONValue.integer) ?? .null),
                ])
            })
    }
}

/// What a planned transfer costs and emits against leaving its capacity where it was, at the
/// prices, cuts and mixes of the run.
struct PlannedTransferEffect {
    /// PV over the horizon, million CNY.
    private(set) var cost = 0.0
    /// MtCO2e in the last year.
    private(set) var emissions = 0.0

    init(_ movement: CapacityMovement, outcome: Outcome) {
        let inputs = outcome.inputs
        let discount = Annuity.discountFactors(inputs)
        let annuity = Annuity.factor(inputs)
        let from = outcome.fleet.blocks[movement.from]
        let to = outcome.fleet.blocks[movement.to]
        for year in movement.year..<inputs.yearCount {
            let new = BlockUnitEffect(to, year: year, baseline: outcome.baseline)
            let old = BlockUnitEffect(from, year: year, baseline: outcome.baseline)
            let capital =
                annuity
                * (inputs.relocation.newBuildCapital[to.province] * movement.opened
                    + inputs.relocation.closing[from.province] * movement.closed)
            cost +=
                discount[year] * (capital + new.cost * movement.opened - old.cost * movement.closed)
            emissions = new.emissions * movement.opened - old.emissions * movement.closed
        }
    }
}

/// Cost and emissions of running one Mt/yr of a block for a year, capital left out.
private struct BlockUnitEffect {
    let cost: Double
    let emissions: Double

    init(_ block: CapacityBlock, year: Int, baseline: Baseline) {
        let inputs = baseline.inputs
        let parameters = inputs.parameters
        let market = inputs.market
        let home = block.province
        let possible = inputs.relocation.utilisation[block.utilisationProvince, year]
        let output = possible * (1 - baseline.cut[home, year])
        let electricity = output * block.electricityIntensity[year]
        let coal = electricity * block.captiveCoalShare
        let renewable = electricity * block.captiveRenewableShare
        let grid = electricity * block.gridShare
        let direct =
            output
            * (parameters[.anodeEmissions, home, year]
                + parameters[.perfluorocarbonEmissions, home, year])
        let coalEmissions = coal * parameters[.captiveCoalEmissionFactor, home, year]
        let gridEmissions = grid * baseline.power.province[home, year].gridFactor
        emissions = direct + coalEmissions + gridEmissions
        let newcomer = block.isNewcomer ? market.newcomerPrice[home, year] : nil
        let gridPrice = newcomer ?? market.gridPrice[home, year] ?? 0
        var covered = 0.0
        if market.coversDirect { covered += direct * (1 - market.freeAllowanceShare[year]) }
        if market.coversCaptiveCoal { covered += coalEmissions }
        if market.coversGrid { covered += gridEmissions }
        cost =
            coal * (market.captiveCoalPrice[home, year] ?? 0)
            + renewable * parameters[.captiveRenewableCost, home, year] + grid * gridPrice
            + output * market.freight[home] + market.carbonPrice[year] * covered
            - renewable * GreenPremium.perMegawattHour(inputs, home, year)
            + (possible - output) * parameters[.lostOutputValue, home, year]
    }
}

/// `shadow_prices.csv`: what one more unit of every limit is worth.
public struct ShadowPriceTable: Sendable {
    private let outcome: Outcome
    private let prices: [ShadowPrice]

    public init(outcome: Outcome, plan: Plan?) {
        self.outcome = outcome
        prices = plan?.shadowPrices ?? []
    }

    static let header = "limit,province,smelter,option,year,value,unit,side"

    private func fields(_ price: ShadowPrice) -> [(key: String, text: String)] {
        let inputs = outcome.inputs
        return [
            ("limit", price.kind.rawValue),
            ("province", price.province.map { inputs.provinces[$0].code } ?? ""),
            ("smelter", price.smelter.map { inputs.smelters[$0].identifier } ?? ""),
            ("option", price.option?.rawValue ?? ""),
            ("year", price.year.map { String(inputs.horizon.year(at: $0)) } ?? ""),
            ("value", DecimalText.exported(price.value)),
            ("unit", price.kind.unit),
            ("side", price.side.rawValue),
        ]
    }

    public var csv: CSVText {
        var text = CSVText(header: Self.header)
        for price in prices { text.append(fields(price).map(\.text)) }
        return text
    }

    var json: JSONValue {
        .array(
            prices.map { price in
                .object(
                    fields(price).map { field in
                        let value: JSONValue
                        switch field.key {
                        case "value": value = .number(price.value)
                        case "year":
                            value =
                                price.year.map {
                                    .integer(outcome.inputs.horizon.year(at: $0))
                                } ?? .null
                        default: value = field.text.isEmpty ? .null : .text(field.text)
                        }
                        return (key: field.key, value: value)
                    })
            })
    }
}
