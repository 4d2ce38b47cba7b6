internal import Simulator

/// The result of a run for people: a screen of tables and sentences, 80 columns wide.
struct RunReport {
    private let record: RunRecord
    private let language: Language
    private let usesColour: Bool

    init(_ record: RunRecord, language: Language, usesColour: Bool) {
        self.record = record
        self.language = language
        self.usesColour = usesColour
    }

    private var outcome: Outcome { record.outcome }
    private var inputs: ModelInputs { outcome.inputs }

    var text: String {
        var parts = [heading, nationalTable, provinceTable]
        if let plan = record.plan {
            parts.append(planSentences(plan))
            if !plan.moves.isEmpty { parts.append(moveTable(plan)) }
            let prices = priceSentences(plan)
            if !prices.isEmpty { parts.append(prices) }
        } else {
            parts.append(say(.runWithoutPlan) + "\n")
            parts.append(missedSentence)
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - Wording

    private func say(_ message: ReportMessage, _ arguments: [String: String] = [:]) -> String {
        DisplayWidth.wrapped(Message(message, verbatim: arguments).rendered(in: language))
    }

    private func label(_ message: ReportMessage) -> String { message.text[language] }

    private func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func fixed(_ value: Double, _ decimals: Int) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    private func name(_ province: Int) -> String { inputs.provinces[province].name[language] }

    private var years: [Int] { Array(0..<inputs.yearCount) }

    // MARK: - Tables

    private var heading: String {
        var text =
            emphasised(
                DisplayWidth.wrapped("\(record.scenario.title[language])")) + "\n"
        let question = record.scenario.question[language]
        if !question.isEmpty { text += DisplayWidth.wrapped(question) + "\n" }
        return text
    }

    private var nationalTable: String {
        let results = record.results
        var table = TextTable([.left] + years.map { _ in .right })
        table.append(
            [label(.national)] + years.map { String(inputs.horizon.year(at: $0)) })
        func row(_ title: String, _ variable: String, _ decimals: Int, _ scale: Double = 1) {
            table.append(
                [title]
                    + years.map { year in
                        results[variable, nil, year].map { fixed($0 * scale, decimals) } ?? ""
                    })
        }
        func shareRow(_ message: ReportMessage, _ rule: AccountingRule, _ variable: String) {
            let mark = inputs.policy.rule == rule ? label(.judged) : ""
            row(label(message) + mark, "Green Power Share|Aluminum|\(variable)", 1)
        }
        row(label(.output), "Production|Non-Ferrous Metals|Aluminum|Primary", 2)
        row(label(.capacity), "Capacity|Aluminum|Primary", 2)
        row(label(.movedPlanned), "Capacity Transfer|Aluminum|Departures|Planned", 2)
        row(label(.movedChosen), "Capacity Transfer|Aluminum|Departures|Chosen", 2)
        row(label(.electricity), "Electricity Use|Aluminum", 1)
        shareRow(.locationShare, .location, "Location")
        shareRow(.creditedShare, .credited, "Credited")
        shareRow(.strictShare, .strict, "Strict")
        shareRow(.cleanShare, .clean, "Clean")
        row(label(.certificatesBought), "Green Electricity|Aluminum|Certificates", 1)
        row(label(.certificatePrice), "Price|Certificate", 2)
        row(label(.shortfall), "Green Power Quota|Aluminum|Shortfall", 2)
        table.append(
            [label(.emissions)]
                + years.map { year in
                    var total = 0.0
                    for province in 0..<inputs.provinceCount {
                        let sum = outcome.province[province, year]
                        total += sum.scope1 + sum.scope2Location
                    }
                    return fixed(total, 1)
                })
        row(label(.cost), "Cost|Aluminum", 1, 0.001)
        return table.text()
    }

    private var provinceTable: String {
        let decisionYears = years.dropFirst()
        var table = TextTable([.left] + decisionYears.flatMap { _ in [.right, .right, .right, .left] }, gap: 1)
        table.append(
            [label(.province)]
                + decisionYears.flatMap { year in
                    [
                        String(inputs.horizon.year(at: year)), label(.quota), label(.short), " ",
                    ]
                })
        for province in 0..<inputs.provinceCount {
            var cells = [name(province)]
            for year in decisionYears {
                let sum = outcome.province[province, year]
                guard sum.hasQuota, sum.electricity > 0 else {
                    cells += ["", "", "", " "]
                    continue
                }
                let share = sum.green(under: inputs.policy.rule) / sum.electricity
                let quota = sum.requirement / sum.electricity
                let isMissed = Self.isMissed(sum, inputs, province, year)
                cells += [
                    fixed(share * 100, 1), fixed(quota * 100, 1),
                    sum.shortfall > 5e-4 ? fixed(sum.shortfall, 2) : "", isMissed ? "!" : " ",
                ]
            }
            table.append(cells)
        }
        let heading = Message(
            ReportMessage.provincesHeading, ["rule": inputs.policy.rule.title]
        ).rendered(in: language)
        return emphasised(DisplayWidth.wrapped(heading)) + "\n" + table.text()
            + label(.provincesLegend) + "\n"
    }

    private static func isMissed(
        _ sum: ProvinceOutcome, _ inputs: ModelInputs, _ province: Int, _ year: Int
    ) -> Bool {
        inputs.policy.shortfallWeight[province, year] > 0 && sum.shortfall > 5e-4
    }

    private var missedSentence: String {
        var missed: [String] = []
        for year in years.dropFirst() {
            for province in 0..<inputs.provinceCount {
                let sum = outcome.province[province, year]
                guard Self.isMissed(sum, inputs, province, year) else { continue }
                missed.append(
                    Message(
                        ReportMessage.missedEntry,
                        verbatim: [
                            "province": name(province), "amount": fixed(sum.shortfall, 2),
                            "year": String(inputs.horizon.year(at: year)),
                        ]
                    ).rendered(in: language))
            }
        }
        if missed.isEmpty { return say(.everyQuotaMet) + "\n" }
        let separator = language == .chinese ? "、" : ", "
        return say(.quotasMissed, ["list": missed.joined(separator: separator)]) + "\n"
    }

    private func moveTable(_ plan: Plan) -> String {
        var table = TextTable([.left, .left, .left, .right, .right, .left])
        table.append(
            [.smelter, .from, .to, .year, .megatonnes, .reason].map(label))
        for planned in plan.moves where planned.move.capacity >= 5e-5 {
            let smelter = inputs.smelters[planned.move.smelter]
            let reason: ReportMessage =
                switch planned.reason.label {
                case .cheaperPower: .cheaperPower
                case .greenerPower: .greenerPower
                case .lowerQuota: .lowerQuota
                }
            table.append([
                smelter.name[language], name(smelter.province), name(planned.move.destination),
                String(inputs.horizon.year(at: planned.move.year)),
                fixed(planned.move.capacity, 4), label(reason),
            ])
        }
        return emphasised(label(.movesHeading)) + "\n" + table.text()
    }

    // MARK: - Sentences

    private func planSentences(_ plan: Plan) -> String {
        var lines: [String] = []
        switch plan.status {
        case .optimal: lines.append(say(.planOptimal, ["cost": fixed(plan.objective, 1)]))
        case .notConverged: lines.append(say(.planNotConverged))
        case .infeasible:
            lines.append(say(.planInfeasible))
            lines += plan.failedLimits.prefix(12).map { "  " + failed($0) }
        }
        if plan.status != .infeasible {
            lines.append(
                say(
                    .planExactness,
                    [
                        "primal": scientific(plan.certificate.primalResidual),
                        "dual": scientific(plan.certificate.dualResidual),
                        "gap": scientific(plan.certificate.gap),
                        "iterations": String(plan.iterations),
                    ]))
            lines.append(missedSentence.trimmingEnd)
        }
        if let firstMove = plan.firstMove { lines += firstMoveSentences(firstMove) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func failed(_ failed: FailedLimit) -> String {
        let limit = LimitName(failed.limit, inputs: inputs)
        let province = limit.province.flatMap(inputs.provinceIndex(code:)).map(name) ?? ""
        let arguments = [
            "province": province, "year": limit.year.map(String.init) ?? "",
            "amount": fixed(failed.amount, 3), "limit": limit.kind,
        ]
        let message: ReportMessage =
            switch failed.limit {
            case .quota: .failedQuota
            case .capacityCeiling: .failedCeiling
            case .emissionCap: .failedEmissionCap
            case .nationalCleanShare: .failedCleanShare
            default: .failedOther
            }
        return say(message, arguments)
    }

    private func firstMoveSentences(_ firstMove: FirstMove) -> [String] {
        switch firstMove.obstacle {
        case .noStock: return [say(.noStock)]
        case .noRoom: return [say(.noRoom)]
        case .noTime: return [say(.noTime)]
        case .noPace: return [say(.noPace)]
        case nil: break
        }
        var lines = [say(.nothingMoves)]
        if let nearest = firstMove.nearest {
            lines.append(
                say(
                    .nearestMove,
                    route(nearest.smelter, nearest.destination).merging(
                        ["value": fixed(nearest.lacks, 0)]) { $1 }))
        }
        func add(
            _ answer: FirstMove.Answer?, pays: ReportMessage, never: ReportMessage
        ) {
            switch answer {
            case .paysFrom(let price, let smelter, let destination):
                lines.append(
                    say(
                        pays,
                        route(smelter, destination).merging(["price": fixed(price, 1)]) { $1 }))
            case .neverUpTo(let price): lines.append(say(never, ["price": fixed(price, 0)]))
            case nil: break
            }
        }
        add(firstMove.carbonPrice, pays: .carbonPaysFrom, never: .carbonNever)
        add(firstMove.carbonPriceOnAll, pays: .carbonOnAllPaysFrom, never: .carbonOnAllNever)
        add(firstMove.shortfallPrice, pays: .shortfallPaysFrom, never: .shortfallNever)
        return lines
    }

    private func route(_ smelter: Int, _ destination: Int) -> [String: String] {
        [
            "smelter": inputs.smelters[smelter].name[language],
            "from": name(inputs.smelters[smelter].province), "to": name(destination),
        ]
    }

    private func priceSentences(_ plan: Plan) -> String {
        var lines: [String] = []
        let points = plan.shadowPrices.filter { $0.kind == .quotaPoint && $0.value > 0.05 }
            .sorted { $0.value > $1.value }
        for price in points.prefix(3) {
            let megawattHour = plan.shadowPrices.first {
                $0.kind == .quota && $0.province == price.province && $0.year == price.year
            }
            lines.append(
                say(
                    .quotaPrice,
                    [
                        "province": price.province.map(name) ?? "",
                        "year": price.year.map { String(inputs.horizon.year(at: $0)) } ?? "",
                        "value": fixed(price.value, 1),
                        "price": fixed(megawattHour?.value ?? 0, 1),
                    ]))
        }
        let hosting = plan.shadowPrices.filter { $0.kind == .hosting && $0.value > 0.5 }
            .sorted { $0.value > $1.value }
        for price in hosting.prefix(3) {
            lines.append(
                say(
                    .hostingPrice,
                    [
                        "province": price.province.map(name) ?? "",
                        "year": price.year.map { String(inputs.horizon.year(at: $0)) } ?? "",
                        "value": fixed(price.value, 0),
                    ]))
        }
        guard !lines.isEmpty else { return "" }
        return emphasised(label(.pricesHeading)) + "\n" + lines.joined(separator: "\n") + "\n"
    }

    private func scientific(_ value: Double) -> String {
        value == 0 ? "0" : DecimalText.significant(value, digits: 2).description
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var result = self
        while result.last == "\n" { result.removeLast() }
        return result
    }
}
