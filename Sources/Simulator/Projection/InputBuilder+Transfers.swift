/// A planned transfer while its fields are being gathered.
private struct TransferDraft {
    let identifier: String
    var site = Text(verbatim: "")
    var state = PlannedTransfer.State.planned
    var fields: [TransferField: ScenarioValue] = [:]
    var location: Location

    func name(_ field: TransferField) -> String? {
        if case .choice(let name)? = fields[field] { return name }
        return nil
    }

    func number(_ field: TransferField) -> Double? {
        if case .number(let number)? = fields[field] { return number }
        return nil
    }
}

extension InputBuilder {
    mutating func readTransfers(
        smelters: [Smelter], parameters: ParameterValues
    ) -> [PlannedTransfer] {
        let included = Set(resolver.identifiers("transfers.include"))
        let dropped = Set(resolver.identifiers("transfers.drop"))
        for name in included.intersection(dropped).sorted() {
            resolver.warning(
                Message(ScenarioMessage.includedAndDropped, verbatim: ["value": name]),
                at: Location(keyPath: "transfers.drop"))
        }
        var drafts: [TransferDraft] = []
        let table = data[.transfers]
        for row in table.rows {
            guard let identifier = table.text("transfer", row), !dropped.contains(identifier)
            else { continue }
            let state = table.text("state", row).flatMap(PlannedTransfer.State.init) ?? .planned
            guard state != .rumoured || included.contains(identifier),
                resolver.admits("capacity", in: row, of: table, under: .droppable)
            else { continue }
            drafts.append(draft(identifier, state: state, row: row))
        }
        for name in resolver.items(under: "transfers.change")
        where !drafts.contains(where: { $0.identifier == name }) {
            if resolver.items(under: "transfers.add").contains(name) { continue }
            resolver.warning(
                Message(ScenarioMessage.changeWithoutEffect, verbatim: ["value": name]),
                at: resolver.originLocation("transfers.change", name))
        }
        for name in resolver.items(under: "transfers.add") {
            var draft = TransferDraft(
                identifier: name, location: resolver.originLocation("transfers.add", name))
            for field in TransferField.allCases {
                for group in ["transfers.add", "transfers.change"] {
                    let value = resolver.itemField(group, name, field.rawValue)
                    if let value { draft.fields[field] = value }
                }
            }
            // One that is dropped again is read all the same: the effective scenario names it.
            if !dropped.contains(name) { drafts.append(draft) }
        }
        return drafts.compactMap { finish($0, smelters: smelters, parameters: parameters) }
            .sorted { $0.identifier < $1.identifier }
    }

    /// A transfer of the table with what the scenario changes.
    private mutating func draft(
        _ identifier: String, state: PlannedTransfer.State, row: TableRow
    ) -> TransferDraft {
        let table = data[.transfers]
        var draft = TransferDraft(
            identifier: identifier, state: state,
            location: Location(file: table.file, line: row.line))
        draft.site = Text(
            en: table.text("to_site_en", row) ?? "", zh: table.text("to_site_zh", row) ?? "")
        for field in TransferField.allCases {
            let column = field.rawValue
            let inTable =
                table.text(column, row).map(ScenarioValue.choice)
                ?? table.number(column, row).map(ScenarioValue.number)
            draft.fields[field] = resolver.itemField(
                "transfers.change", identifier, column, inTable: inTable, row: row, of: table)
        }
        if resolver.items(under: "transfers.change").contains(identifier) {
            draft.location = resolver.originLocation("transfers.change", identifier)
        }
        return draft
    }

    /// Checks a transfer and fills what it leaves to the rules of the model.
    private mutating func finish(
        _ draft: TransferDraft, smelters: [Smelter], parameters: ParameterValues
    ) -> PlannedTransfer? {
        var missing: [String] = []
        if draft.name(.smelter) == nil { missing.append("smelter") }
        if draft.name(.destination) == nil { missing.append("to_province") }
        if draft.number(.capacity) == nil { missing.append("capacity") }
        if draft.number(.year) == nil { missing.append("year") }
        guard let smelterName = draft.name(.smelter),
            let destinationCode = draft.name(.destination),
            let capacity = draft.number(.capacity), let year = draft.number(.year).map({ Int($0) })
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
        if resolver.removedSmelters.contains(smelterName) {
            resolver.error(
                Message(
                    ScenarioMessage.smelterRemoved,
                    verbatim: ["transfer": draft.identifier, "smelter": smelterName]),
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
            if year > horizon.lastYear, year <= data.horizon.lastYear {
                resolver.notice(
                    Message(
                        ScenarioMessage.transferAfterEnd,
                        verbatim: [
                            "value": draft.identifier, "year": "\(year)",
                            "last": "\(horizon.lastYear)",
                        ]),
                    at: draft.location)
                return nil
            }
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
        let coal = draft.number(.captiveCoalShare) ?? (isRebuild ? origin.captiveCoalShare : 0)
        let renewable =
            draft.number(.captiveRenewableShare) ?? (isRebuild ? origin.captiveRenewableShare : 0)
        if coal + renewable > 1 + 1e-12 {
            resolver.error(
                Message(
                    InputMessage.supplySharesOverOne,
                    verbatim: ["value": DecimalText.short(coal + renewable)]),
                at: draft.location)
            return nil
        }
        let electricity =
            draft.number(.electricity) ?? parameters[.newBuildElectricity, destination, 0]
        return PlannedTransfer(
            identifier: draft.identifier, smelter: smelter, destination: destination,
            site: draft.site, capacity: capacity, ratio: draft.number(.ratio) ?? 1, year: yearIndex,
            state: draft.state,
            electricityIntensity: UnitConversion.megawattHoursPerTonne(
                fromKilowattHoursPerTonne: electricity),
            captiveCoalShare: coal, captiveRenewableShare: renewable, location: draft.location)
    }
}
