internal import Simulator

/// The answer in three sentences; for a run without one, why there is none and what would help.
extension ReportPage {
    /// Failures named in the answer; a table below has them all.
    private static let namedFailures = 6

    package var answer: [HTMLNode] {
        guard let plan else {
            return [
                .tag(
                    "div", "lead",
                    [paragraph(joined([say(ReportMessage.runWithoutPlan), bought, quotaSentence]))])
            ]
        }
        switch plan.status {
        case .infeasible: return [alert(infeasible(plan) + [paragraph(say(.notAPlan))])]
        case .notConverged where !hasResult:
            return [
                alert([
                    paragraph(joined(wording.openingSentences(plan))),
                    paragraph(say(.notCertified)),
                ])
            ]
        case .optimal, .notConverged:
            let sentences = wording.openingSentences(plan) + [movedSentence(plan), quotaSentence]
            var content = [HTMLNode.tag("div", "lead", [paragraph(joined(sentences))])]
            var details = [bought]
            if !plan.moves.isEmpty { details.append(moveCost(plan)) }
            content.append(paragraph(joined(details)))
            if let firstMove = plan.firstMove {
                content.append(paragraph(joined(wording.firstMoveSentences(firstMove))))
            }
            return content
        }
    }

    private func alert(_ content: [HTMLNode]) -> HTMLNode {
        .element(
            "div", [HTMLNode.Attribute("class", "alert"), HTMLNode.Attribute("role", "note")],
            content)
    }

    private func infeasible(_ plan: Plan) -> [HTMLNode] {
        var content = [HTMLNode.tag("p", "first", joined(wording.openingSentences(plan)))]
        var failures = plan.failedLimits.prefix(Self.namedFailures).map(wording.sentence)
        if plan.failedLimits.count > Self.namedFailures {
            let more = plan.failedLimits.count - Self.namedFailures
            failures.append(say(.moreFailures, ["count": String(more)]))
        }
        if !failures.isEmpty { content.append(list(failures)) }
        content += wording.undecidedSentences(plan).map { paragraph($0) }
        if wording.seeksRepairs(plan) {
            var sentences: [String] = []
            for (index, repair) in plan.repairs.enumerated() {
                sentences.append(wording.sentence(repair, isCheapest: index == 0))
            }
            sentences.append(wording.repairVerdict(plan))
            content.append(paragraph(joined(sentences)))
        }
        return content
    }

    // MARK: - Sentences

    /// Sums by place, the largest first; equal ones in the order of the provinces.
    private func ranked(_ amounts: [Int: Double]) -> String {
        let comma = language == .chinese ? "、" : ", "
        return amounts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .map { wording.name($0.key) + " " + fixed($0.value, 2) }.joined(separator: comma)
    }

    private func movedSentence(_ plan: Plan) -> String {
        let moves = plan.moves.filter { $0.move.capacity >= Self.noticedMove }
        guard !moves.isEmpty else { return say(.movedNothing) }
        var origins: [Int: Double] = [:]
        var destinations: [Int: Double] = [:]
        for planned in moves {
            let move = planned.move
            origins[inputs.smelters[move.smelter].province, default: 0] += move.capacity
            destinations[move.destination, default: 0] += move.capacity
        }
        let years = Set(moves.map(\.move.year)).sorted().map(year)
        return say(
            .moved,
            [
                "total": fixed(plan.movedCapacity, 2),
                "years": years.joined(separator: language == .chinese ? "、" : ", "),
                "origins": ranked(origins), "destinations": ranked(destinations),
            ])
    }

    /// Mt/yr below which a move is rounding of the solver.
    static let noticedMove = 5e-5

    private func moveCost(_ plan: Plan) -> String {
        let cost = plan.moves.reduce(0) { $0 + $1.cost }
        return say(cost < 0 ? .movesSave : .movesCost, ["cost": fixed(abs(cost), 0)])
    }

    private var bought: String {
        var options = 0.0
        var certificates = 0.0
        for province in 0..<inputs.provinceCount {
            let sum = outcome.province[province, lastYear]
            options += sum.optionTotal
            certificates += sum.certificates
        }
        let isNothing = fixed(options, 1) == "0.0" && fixed(certificates, 1) == "0.0"
        return say(
            isNothing ? .boughtNothing : .bought,
            [
                "year": year(lastYear), "certificates": fixed(certificates, 1),
                "options": fixed(options, 1),
            ])
    }

    private var quotaSentence: String {
        var count = 0
        var missed: [(province: Int, year: Int, amount: Double)] = []
        for year in decisionYears {
            for province in 0..<inputs.provinceCount {
                let sum = outcome.province[province, year]
                guard inputs.policy.shortfallWeight[province, year] > 0, sum.hasQuota else {
                    continue
                }
                count += 1
                if outcome.isQuotaMissed(province, year: year) {
                    missed.append((province, year, sum.shortfall))
                }
            }
        }
        guard let first = missed.first else {
            return count == 0 ? say(.noneMissed) : say(.met, ["count": String(count)])
        }
        let largest = missed.reduce(first) { $1.amount > $0.amount ? $1 : $0 }
        return say(
            .missed,
            [
                "count": String(count), "missed": String(missed.count),
                "amount": fixed(missed.reduce(0) { $0 + $1.amount }, 2),
                "province": wording.name(largest.province), "year": year(largest.year),
                "largest": fixed(largest.amount, 2),
            ])
    }
}
