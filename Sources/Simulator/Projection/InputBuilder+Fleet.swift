extension InputBuilder {
    func readSmelters() -> [Smelter] {
        let table = data[.smelters]
        var result: [Smelter] = []
        for row in table.rows {
            guard let identifier = table.text("smelter", row),
                let code = table.text("province", row), let province = codes.firstIndex(of: code)
            else { continue }
            func number(_ column: String) -> Double { table.number(column, row) ?? 0 }
            result.append(
                Smelter(
                    identifier: identifier,
                    name: Text(
                        en: table.text("name_en", row) ?? identifier,
                        zh: table.text("name_zh", row) ?? identifier),
                    province: province, capacity: number("capacity"),
                    electricityIntensity: UnitConversion.megawattHoursPerTonne(
                        fromKilowattHoursPerTonne: number("electricity")),
                    captiveCoalShare: number("captive_coal_share"),
                    captiveRenewableShare: number("captive_renewable_share"),
                    movableShare: number("movable_share"), lineSize: number("line_size")))
        }
        return result.sorted { $0.identifier < $1.identifier }
    }

    /// A transfer while its fields are being gathered.
    private struct Draft {
        let identifier: String
        var smelter: String?
        var destination: String?
        var site = Text(verbatim: "")
        var capacity: Double?
        var ratio = 1.0
        var year: Int?
        var state = PlannedTransfer.State.planned
        var electricity: Double?
        var captiveCoalShare: Double?
        var captiveRenewableShare: Double?
        var location: Location

        mutating func set(_ field: TransferField, to value: ScenarioValue) {
            switch (field, value) {
            case (.smelter, .choice(let name)): smelter = name
            case (.destination, .choice(let name)): destination = name
            case (.capacity, .number(let number)): capacity = number
            case (.ratio, .number(let number)): ratio = number
            case (.year, .number(let number)): year = Int(number)
            case (.electricity, .number(let number)): electricity = number
            case (.captiveCoalShare, .number(let number)): captiveCoalShare = number
            case (.captiveRenewableShare, .number(let number)): captiveRenewableShare = number
            default: break
            }
        }
    }

    mutating func readTransfers(
        smelters: [Smelter], parameters: ParameterValues
    ) -> [PlannedTransfer] {
        let included = Set(resolver.identifiers("transfers.include"))
        let dropped = Set(resolver.identifiers("transfers.drop"))
        var drafts = tableDrafts().filter { draft in
            !dropped.contains(draft.identifier)
                && (draft.state != .rumoured || included.contains(draft.identifier))
        }
        for name in resolver.changedTransfers()
        where !drafts.contains(where: { $0.identifier == name }) {
            resolver.warning(
                Message(ScenarioMessage.changeWithoutEffect, verbatim: ["value": name]),
                at: resolver.originLocation("transfers.change", name))
        }
        for index in drafts.indices {
            for field in TransferField.allCases {
                let value = resolver.transferField(
                    "transfers.change", drafts[index].identifier, field)
                guard let value else { continue }
                drafts[index].set(field, to: value)
                drafts[index].location = resolver.originLocation(
                    "transfers.change", drafts[index].identifier)
            }
        }
        for name in resolver.addedTransfers() {
            var draft = Draft(
                identifier: name, location: resolver.originLocation("transfers.add", name))
            for field in TransferField.allCases {
                if let value = resolver.transferField("transfers.add", name, field) {
                    draft.set(field, to: value)
                }
            }
            drafts.append(draft)
        }
        return drafts.compactMap { finish($0, smelters: smelters, parameters: parameters) }
            .sorted { $0.identifier < $1.identifier }
    }

    private func tableDrafts() -> [Draft] {
        let table = data[.transfers]
        return table.rows.compactMap { row in
            guard let identifier = table.text("transfer", row) else { return nil }
            var draft = Draft(
                identifier: identifier,
                location: Location(file: table.file, line: row.line))
            draft.smelter = table.text("smelter", row)
            draft.destination = table.text("to_province", row)
            draft.site = Text(
                en: table.text("to_site_en", row) ?? "", zh: table.text("to_site_zh", row) ?? "")
            draft.capacity = table.number("capacity", row)
            draft.ratio = table.number("ratio", row) ?? 1
            draft.year = table.number("year", row).map { Int($0) }
            draft.state =
                table.text("state", row).flatMap(PlannedTransfer.State.init) ?? .planned
            draft.electricity = table.number("electricity", row)
            draft.captiveCoalShare = table.number("captive_coal_share", row)
            draft.captiveRenewableShare = table.number("captive_renewable_share", row)
            return draft
        }
    }

    /// Checks a transfer and fills what it leaves to the rules of the model.
    private mutating func finish(
        _ draft: Draft, smelters: [Smelter], parameters: ParameterValues
    ) -> PlannedTransfer? {
        var missing: [String] = []
        if draft.smelter == nil { missing.append("smelter") }
        if draft.destination == nil { missing.append("to_province") }
        if draft.capacity == nil { missing.append("capacity") }
        if draft.year == nil { missing.append("year") }
        guard let smelterName = draft.smelter, let destinationCode = draft.destination,
            let capacity = draft.capacity, let year = draft.year
        else {
            resolver.error(
                Message(
                    ScenarioMessage.transferIncomplete,
                    verbatim: [
                        "value": draft.identifier, "missing": missing.joined(separator: ", "),
                    ]),
                at: draft.location)
            return nil
        }
        guard let smelter = smelters.firstIndex(where: { $0.identifier == smelterName }),
            let destination = codes.firstIndex(of: destinationCode)
        else {
            resolver.error(
                Message(
                    InputMessage.transferOutsideModel,
                    verbatim: ["value": draft.identifier, "province": destinationCode]),
                at: draft.location)
            return nil
        }
        guard let yearIndex = horizon.index(of: year), yearIndex > 0 else {
            resolver.error(
                Message(
                    ScenarioMessage.yearOutside,
                    verbatim: [
                        "value": "\(year)", "first": "\(horizon.baseYear + 1)",
                        "last": "\(horizon.lastYear)",
                    ]),
                at: draft.location)
            return nil
        }
        let origin = smelters[smelter]
        let isRebuild = origin.province == destination
        let coal = draft.captiveCoalShare ?? (isRebuild ? origin.captiveCoalShare : 0)
        let renewable =
            draft.captiveRenewableShare ?? (isRebuild ? origin.captiveRenewableShare : 0)
        if coal + renewable > 1 + 1e-12 {
            resolver.error(
                Message(
                    InputMessage.supplySharesOverOne,
                    verbatim: ["value": DecimalText.short(coal + renewable)]),
                at: draft.location)
            return nil
        }
        let electricity = draft.electricity ?? parameters[.newBuildElectricity, destination, 0]
        return PlannedTransfer(
            identifier: draft.identifier, smelter: smelter, destination: destination,
            site: draft.site, capacity: capacity, ratio: draft.ratio, year: yearIndex,
            state: draft.state,
            electricityIntensity: UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: electricity),
            captiveCoalShare: coal, captiveRenewableShare: renewable, location: draft.location)
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
        let key = "power_prices.\(supply.rawValue).\(code).\(year)"
        resolver.error(
            Message(
                InputMessage.missingValue, verbatim: ["key": key, "table": "power_prices.csv"]),
            at: Location(file: "power_prices.csv", keyPath: key))
    }
}
