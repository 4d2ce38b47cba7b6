internal import Simulator

/// What a plan says in words.
extension RunReport {
    func planSentences(_ plan: Plan) -> String {
        var lines: [String] = []
        if let whole = plan.wholeLines { lines += wholeLineSentences(whole) }
        switch plan.status {
        case .optimal where plan.wholeLines != nil,
            .notConverged where plan.wholeLines?.ending != .withinGap && plan.wholeLines != nil,
            .infeasible where plan.wholeLines != nil && plan.failedLimits.isEmpty:
            break
        case .optimal:
            let isMyopic = inputs.policy.foresight == .myopic
            lines.append(
                say(
                    isMyopic ? .planMyopic : .planOptimal, ["cost": fixed(plan.objective, 1)]))
        case .notConverged: lines.append(say(.planNotConverged))
        case .infeasible:
            if let undecided = plan.firstUndecidedYear {
                let year = String(inputs.horizon.year(at: undecided - 1))
                lines.append(say(.planMyopicInfeasible, ["year": year]))
            } else {
                lines.append(say(.planInfeasible))
            }
            lines += plan.failedLimits.prefix(12).map { "  " + failed($0) }
            if plan.failedLimits.count > 12 {
                let more = String(plan.failedLimits.count - 12)
                lines.append("  " + say(.failedMore, ["count": more]))
            }
            if let undecided = plan.firstUndecidedYear, undecided < inputs.yearCount {
                let year = String(inputs.horizon.year(at: undecided))
                lines.append(say(.yearsUndecided, ["year": year]))
            }
            lines += repairSentences(plan)
        }
        if plan.status != .infeasible, plan.wholeLines?.hasPlan != false {
            lines.append(
                say(
                    .planExactness,
                    [
                        "primal": scientific(plan.certificate.primalResidual ?? .nan),
                        "dual": scientific(plan.certificate.dualResidual ?? .nan),
                        "gap": scientific(plan.certificate.gap ?? .nan),
                        "iterations": String(plan.iterations),
                    ]))
            if plan.method == .bfgs {
                lines.append(
                    DisplayWidth.wrapped(
                        Message(PlanningSolverMessage.checking).rendered(in: language),
                        width: 80, indent: ""))
            }
            lines.append(missedSentence)
        }
        if let firstMove = plan.firstMove { lines += firstMoveSentences(firstMove) }
        return lines.joined(separator: "\n") + "\n"
    }

    func failed(_ failed: FailedLimit) -> String {
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

    func firstMoveSentences(_ firstMove: FirstMove) -> [String] {
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

    func route(_ smelter: Int, _ destination: Int) -> [String: String] {
        [
            "smelter": inputs.smelters[smelter].name[language],
            "from": name(inputs.smelters[smelter].province), "to": name(destination),
        ]
    }

    func scientific(_ value: Double) -> String {
        value == 0 ? "0" : DecimalText.significant(value, digits: 2).description
    }
}
