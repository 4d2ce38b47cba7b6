extension InputBuilder {
    /// Smelters of the table and of the scenario, by identifier.
    mutating func readSmelters() -> [Smelter] {
        let table = data[.smelters]
        resolver.readRemovedSmelters()
        let movable = codes.map { code in
            resolver.optionalNumber(ScenarioAddress("smelters.movable_share", province: code))
        }
        var result: [Smelter] = []
        for row in table.rows {
            guard let identifier = table.text("smelter", row),
                !resolver.removedSmelters.contains(identifier)
            else { continue }
            var fields: [SmelterField: ScenarioValue] = [:]
            for field in SmelterField.allCases {
                if field == .movableShare,
                    let share = provinceShare(movable, fields, identifier)
                {
                    fields[field] = .number(share)
                    continue
                }
                let column = field.rawValue
                let inTable =
                    table.text(column, row).map(ScenarioValue.choice)
                    ?? table.number(column, row).map(ScenarioValue.number)
                fields[field] = resolver.itemField(
                    "smelters.change", identifier, column, inTable: inTable, row: row, of: table)
            }
            let name = Text(
                en: table.text("name_en", row) ?? identifier,
                zh: table.text("name_zh", row) ?? identifier)
            let location =
                resolver.items(under: "smelters.change").contains(identifier)
                ? resolver.originLocation("smelters.change", identifier)
                : Location(file: table.file, line: row.line)
            let smelter = smelter(identifier, name, fields, at: location)
            if let smelter { result.append(smelter) }
        }
        for identifier in resolver.items(under: "smelters.add") {
            // One that is removed again is read all the same: the effective scenario names it.
            let smelter = addedSmelter(identifier, movable: movable)
            if let smelter, !resolver.removedSmelters.contains(identifier) {
                result.append(smelter)
            }
        }
        for identifier in resolver.items(under: "smelters.change")
        where resolver.removedSmelters.contains(identifier) {
            resolver.warning(
                Message(
                    ScenarioMessage.smelterChangeWithoutEffect, verbatim: ["value": identifier]),
                at: resolver.originLocation("smelters.change", identifier))
        }
        return result.sorted { $0.identifier < $1.identifier }
    }

    private mutating func addedSmelter(_ identifier: String, movable: [Double?]) -> Smelter? {
        var fields: [SmelterField: ScenarioValue] = [:]
        for field in SmelterField.allCases {
            for group in ["smelters.add", "smelters.change"] {
                let value = resolver.itemField(group, identifier, field.rawValue)
                if let value { fields[field] = value }
            }
        }
        if fields[.movableShare] == nil,
            let share = provinceShare(movable, fields, identifier)
        {
            fields[.movableShare] = .number(share)
        }
        let location = resolver.originLocation("smelters.add", identifier)
        let missing = SmelterField.required.filter { fields[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else {
            resolver.error(
                Message(
                    ScenarioMessage.smelterIncomplete,
                    verbatim: ["value": identifier, "missing": missing.joined(separator: ", ")]),
                at: location)
            return nil
        }
        return smelter(identifier, Text(verbatim: identifier), fields, at: location)
    }

    /// The movable share that `smelters.movable_share` gives a smelter of which nothing is said by
    /// name.
    private func provinceShare(
        _ movable: [Double?], _ fields: [SmelterField: ScenarioValue], _ identifier: String
    ) -> Double? {
        let change = ScenarioAddress("smelters.change.movable_share", item: identifier)
        guard scenario[change] == nil, case .choice(let code)? = fields[.province],
            let province = codes.firstIndex(of: code)
        else { return nil }
        return movable[province]
    }

    /// A smelter of its fields. Left out: no captive power, nothing movable, one potline.
    private mutating func smelter(
        _ identifier: String, _ name: Text, _ fields: [SmelterField: ScenarioValue],
        at location: Location
    ) -> Smelter? {
        func number(_ field: SmelterField) -> Double? {
            if case .number(let number)? = fields[field] { return number }
            return nil
        }
        guard case .choice(let code)? = fields[.province], let province = codes.firstIndex(of: code)
        else { return nil }
        let coal = number(.captiveCoalShare) ?? 0
        let renewable = number(.captiveRenewableShare) ?? 0
        if coal + renewable > 1 + 1e-12 {
            resolver.error(
                Message(
                    InputMessage.supplySharesOverOne,
                    verbatim: ["value": DecimalText.short(coal + renewable)]),
                at: location)
        }
        let capacity = number(.capacity) ?? 0
        return Smelter(
            identifier: identifier, name: name, province: province, capacity: capacity,
            electricityIntensity: UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: number(.electricity) ?? 0),
            captiveCoalShare: coal, captiveRenewableShare: renewable,
            movableShare: number(.movableShare) ?? 0,
            lineSize: number(.lineSize) ?? capacity)
    }

    /// A price that is missing where power is drawn at it is an error.
    mutating func checkPrices(
        market: MarketInputs, smelters: [Smelter], transfers: [PlannedTransfer]
    ) {
        for province in codes.indices {
            let usesCoal =
                smelters.contains { $0.province == province && $0.captiveCoalShare > 0 }
                || transfers.contains { $0.destination == province && $0.captiveCoalShare > 0 }
            for (index, year) in horizon.years.enumerated() {
                if market.gridPrice[province, index] == nil {
                    reportMissingPrice(.grid, codes[province], year)
                }
                if usesCoal, market.captiveCoalPrice[province, index] == nil {
                    reportMissingPrice(.captiveCoal, codes[province], year)
                }
            }
        }
    }

    private mutating func reportMissingPrice(_ supply: PowerSupply, _ code: String, _ year: Int) {
        // That the series ends is said once already.
        let path = "power_prices.\(supply.rawValue)"
        if year > data.horizon.lastYear, resolver.endedSeries.contains(path) { return }
        let key = "\(path).\(code).\(year)"
        resolver.error(
            Message(
                InputMessage.missingValue, verbatim: ["key": key, "table": "power_prices.csv"]),
            at: Location(file: "power_prices.csv", keyPath: key))
    }
}
