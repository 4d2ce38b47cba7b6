public import Simulator

/// What a plan says of itself.
extension RunWording {
    /// Failed limits that are named one by one.
    private static let namedFailures = 12

    /// How planning ended and, where no plan meets every limit, what fails and what would mend it.
    public func statusLines(_ plan: Plan) -> [Line] {
        var lines = openingSentences(plan).map { Line($0) }
        guard plan.status == .infeasible, plan.wholeLines == nil || !plan.failedLimits.isEmpty
        else { return lines }
        lines += plan.failedLimits.prefix(Self.namedFailures).map {
            Line(sentence($0), isMember: true)
        }
        if plan.failedLimits.count > Self.namedFailures {
            let more = String(plan.failedLimits.count - Self.namedFailures)
            lines.append(Line(render(ReportMessage.failedMore, ["count": more]), isMember: true))
        }
        return lines + undecidedSentences(plan).map { Line($0) } + repairLines(plan)
    }

    /// How planning ended: what is proved, and at what cost.
    public func openingSentences(_ plan: Plan) -> [String] {
        var sentences = plan.wholeLines.map(wholeLineSentences) ?? []
        switch plan.status {
        case .optimal where plan.wholeLines != nil,
            .notConverged where plan.wholeLines?.ending != .withinGap && plan.wholeLines != nil,
            .infeasible where plan.wholeLines != nil && plan.failedLimits.isEmpty:
            break
        case .optimal:
            let isMyopic = inputs.policy.foresight == .myopic
            sentences.append(
                render(
                    isMyopic ? ReportMessage.planMyopic : .planOptimal,
                    ["cost": fixed(plan.objective, 1)]))
        case .notConverged: sentences.append(render(ReportMessage.planNotConverged))
        case .infeasible:
            if let undecided = plan.firstUndecidedYear {
                sentences.append(
                    render(
                        ReportMessage.planMyopicInfeasible,
                        ["year": calendarYear(undecided - 1)]))
            } else {
                sentences.append(render(ReportMessage.planInfeasible))
            }
        }
        return sentences
    }

    /// Which years a plan made year by year did not come to; nothing where it came to all.
    public func undecidedSentences(_ plan: Plan) -> [String] {
        guard let undecided = plan.firstUndecidedYear, undecided < inputs.yearCount else {
            return []
        }
        return [render(ReportMessage.yearsUndecided, ["year": calendarYear(undecided)])]
    }

    /// A limit that fails, and by how much.
    public func sentence(_ failed: FailedLimit) -> String {
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
        return render(message, arguments)
    }

    /// How exact the plan is; nothing for one that is proved not to exist or was not found.
    public func exactnessSentences(_ plan: Plan) -> [String] {
        guard plan.status != .infeasible, plan.wholeLines?.hasPlan != false else { return [] }
        var lines = [
            render(
                ReportMessage.planExactness,
                [
                    "primal": scientific(plan.certificate.primalResidual ?? .nan),
                    "dual": scientific(plan.certificate.dualResidual ?? .nan),
                    "gap": scientific(plan.certificate.gap ?? .nan),
                    "iterations": String(plan.iterations),
                ])
        ]
        if plan.method == .bfgs { lines.append(render(PlanningSolverMessage.checking)) }
        return lines
    }

    /// Why nothing moves, and what it would take.
    public func firstMoveSentences(_ firstMove: FirstMove) -> [String] {
        switch firstMove.obstacle {
        case .noStock: return [render(ReportMessage.noStock)]
        case .noDestination: return [render(ReportMessage.noDestination)]
        case .noRoom: return [render(ReportMessage.noRoom)]
        case .noTime: return [render(ReportMessage.noTime)]
        case .noPace: return [render(ReportMessage.noPace)]
        case nil: break
        }
        var lines = [render(ReportMessage.nothingMoves)]
        if let nearest = firstMove.nearest {
            lines.append(
                render(
                    ReportMessage.nearestMove,
                    route(nearest.smelter, nearest.destination).merging(
                        ["value": fixed(nearest.lacks, 0)]) { $1 }))
        }
        func add(
            _ answer: FirstMove.Answer?, pays: ReportMessage, never: ReportMessage
        ) {
            switch answer {
            case .paysFrom(let price, let smelter, let destination):
                lines.append(
                    render(
                        pays,
                        route(smelter, destination).merging(["price": fixed(price, 1)]) { $1 }))
            case .neverUpTo(let price): lines.append(render(never, ["price": fixed(price, 0)]))
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
}
