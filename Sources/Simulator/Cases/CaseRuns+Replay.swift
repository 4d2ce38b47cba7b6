extension CaseRuns {
    /// Name of the smelter that stands for the capacity put back.
    private static let returned = "back-at-origin"

    mutating func replay(
        _ identifier: String, origin: String, destination: String?, capacity: Double
    ) throws(CaseObstacle) -> ReplayEffect {
        let inputs = tables.inputs
        guard let destination else {
            throw CaseObstacle(Message(CaseMessage.destinationUnknown))
        }
        guard destination != origin else {
            throw CaseObstacle(Message(CaseMessage.insideProvince))
        }
        for code in [origin, destination] where inputs.provinceIndex(code: code) == nil {
            throw CaseObstacle(
                Message(CaseMessage.provinceOutside, ["province": data.provinces.name(of: code)]))
        }
        guard let names = TransferReplay.holders[identifier] else {
            throw CaseObstacle(Message(CaseMessage.holderUnknown, verbatim: ["id": identifier]))
        }
        let holders = names.compactMap { name in
            inputs.smelters.firstIndex { $0.identifier == name }
        }
        guard holders.count == names.count else {
            throw CaseObstacle(
                Message(
                    CaseMessage.missingBlocks,
                    verbatim: ["names": names.joined(separator: ", ")]))
        }
        guard let home = inputs.provinceIndex(code: origin),
            let away = inputs.provinceIndex(code: destination),
            holders.allSatisfy({ inputs.smelters[$0].province == away })
        else {
            throw CaseObstacle(Message(CaseMessage.holderElsewhere))
        }
        let standing = holders.reduce(0) { $0 + inputs.smelters[$1].capacity }
        guard capacity <= standing * (1 + 1e-9) else {
            throw CaseObstacle(
                Message(
                    CaseMessage.largerThanStanding,
                    verbatim: [
                        "capacity": DecimalText.short(capacity),
                        "standing": DecimalText.short(standing),
                        "names": names.joined(separator: ", "),
                    ]))
        }
        let settings = settings(
            returning: capacity, from: holders, standing: standing, to: home)
        let before: Outcome
        do {
            before = try outcome(settings)
        } catch {
            let said = error.findings.first?.message.asText ?? Text(verbatim: "")
            throw CaseObstacle(Message(CaseMessage.rejected, ["reason": said]))
        }
        return try effect(
            before, names: names, holders: holders, settings: settings, home: home, away: away)
    }

    /// The values that put capacity back, each a `key=value`.
    private func settings(
        returning capacity: Double, from holders: [Int], standing: Double, to home: Int
    ) -> [String] {
        let smelters = tables.inputs.smelters
        var settings = holders.map { holder in
            // Taken from several smelters in proportion to what they have.
            let left = smelters[holder].capacity * max(0, 1 - capacity / standing)
            return "smelters.change.\(smelters[holder].identifier).capacity="
                + DecimalText.exported(left < 1e-9 ? 0 : left)
        }
        let local = smelters.filter { $0.province == home }
        func mean(_ part: (Smelter) -> Double) -> Double {
            let electricity = local.reduce(0) { $0 + $1.capacity * $1.electricityIntensity }
            guard electricity > 0 else { return 0 }
            return local.reduce(0) {
                $0 + $1.capacity * $1.electricityIntensity * part($1)
            } / electricity
        }
        let intensity =
            holders.reduce(0) {
                $0 + smelters[$1].capacity * smelters[$1].electricityIntensity
            } / standing
        func digits(_ value: Double, _ count: Int) -> String {
            DecimalText.exact(DecimalText.significant(value, digits: count))
        }
        let prefix = "smelters.add.\(Self.returned)"
        settings.append("\(prefix).province=\(tables.inputs.provinces[home].code)")
        settings.append("\(prefix).capacity=\(DecimalText.exported(capacity))")
        let kilowattHours = UnitConversion.kilowattHoursPerTonne(
            fromMegawattHoursPerTonne: intensity)
        settings.append("\(prefix).electricity=\(digits(kilowattHours, 9))")
        settings.append("\(prefix).captive_coal_share=\(digits(mean(\.captiveCoalShare), 6))")
        settings.append(
            "\(prefix).captive_renewable_share=\(digits(mean(\.captiveRenewableShare), 6))")
        return settings
    }

    private func effect(
        _ before: Outcome, names: [String], holders: [Int], settings: [String], home: Int,
        away: Int
    ) throws(CaseObstacle) -> ReplayEffect {
        let inputs = before.inputs
        guard
            let returned = inputs.smelters.firstIndex(where: { $0.identifier == Self.returned }),
            let origin = place(
                of: before.province[home, 0], less: tables.province[home, 0],
                blocks: [returned], in: before),
            let destination = place(
                of: tables.province[away, 0], less: before.province[away, 0],
                blocks: holders, in: tables)
        else {
            throw CaseObstacle(Message(CaseMessage.noOutput))
        }
        let relocation = inputs.relocation
        let charge =
            Annuity.factor(inputs) * (relocation.newBuildCapital[away] + relocation.closing[home])
        let planner = MoveEffect(before.baseline, smelter: returned, destination: away, year: 0)
        let gains = MoveGains(
            planner,
            isGreener: planner.isPowerGreener(
                from: before.baseline.power.province[home, 0],
                to: before.baseline.power.province[away, 0], under: inputs.policy.rule,
                coalFactor: inputs.parameters[.captiveCoalEmissionFactor, home, 0]))
        return ReplayEffect(
            holders: names, settings: settings, origin: origin, destination: destination,
            capitalCharge: charge / relocation.utilisation[away, 0],
            nationalEmissions: emissions(tables) - emissions(before),
            nationalGreenShare: UnitConversion.percent(
                fromFraction: greenShare(tables) - greenShare(before)),
            plannerCost: planner.cost.total,
            plannerLabel: gains[gains.label] > 0 ? gains.label : nil)
    }

    /// What is there in one outcome of a province and not in the other, per tonne and per MWh.
    private func place(
        of more: ProvinceOutcome, less: ProvinceOutcome, blocks: [Int], in outcome: Outcome
    ) -> ReplayEffect.Place? {
        let output = more.output - less.output
        let electricity = more.electricity - less.electricity
        let green = blocks.reduce(0) { $0 + outcome.block($1, year: 0).greenLocation }
        let drawn = blocks.reduce(0) { $0 + outcome.block($1, year: 0).electricity }
        guard output > 1e-9, electricity > 1e-9, drawn > 0 else { return nil }
        func power(_ cost: ProvinceCost) -> Double {
            cost.captiveCoal + cost.captiveRenewable + cost.grid
        }
        let emissions =
            more.scope1 + more.scope2Location - less.scope1 - less.scope2Location
        return ReplayEffect.Place(
            runningCost: (more.cost.total - less.cost.total) / output,
            powerPrice: (power(more.cost) - power(less.cost)) / electricity,
            footprint: emissions / output, greenShare: green / drawn,
            captiveShare: max(0, 1 - (more.grid - less.grid) / electricity))
    }

    private func emissions(_ outcome: Outcome) -> Double {
        (0..<outcome.inputs.provinceCount).reduce(0) { sum, province in
            sum + outcome.province[province, 0].scope1
                + outcome.province[province, 0].scope2Location
        }
    }

    private func greenShare(_ outcome: Outcome) -> Double {
        let provinces = (0..<outcome.inputs.provinceCount).map { outcome.province[$0, 0] }
        let electricity = provinces.reduce(0) { $0 + $1.electricity }
        guard electricity > 0 else { return 0 }
        return provinces.reduce(0) { $0 + $1.greenLocation } / electricity
    }
}
