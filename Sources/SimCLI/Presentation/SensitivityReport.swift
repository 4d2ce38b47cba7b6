internal import Simulator

/// What decides, for people: a sentence and bars for the results a planner looks at first, then a
/// table of all.
struct SensitivityReport {
    let result: SensitivityResult
    let language: Language
    private let usesColour: Bool

    /// Groups that a sentence names.
    private static let namedLimit = 5
    /// A share under which a group gets no bar.
    static let barLeast = 0.005
    /// An interval wider than this is worth more draws.
    private static let wide = 0.2
    private static let headline: [SensitivityOutput] = [.greenShare, .cost, .moved]

    init(_ result: SensitivityResult, language: Language, usesColour: Bool) {
        self.result = result
        self.language = language
        self.usesColour = usesColour
    }

    var study: SensitivityStudy { result.study }
    var isPawn: Bool { study.settings.method == .pawn }

    var text: String {
        var parts = [heading]
        for output in Self.headline {
            if let answer = result.answer(output) { parts.append(section(answer)) }
        }
        parts.append(table)
        parts.append(holds)
        return parts.joined(separator: "\n")
    }

    /// Why nothing is said.
    var refusal: Message {
        Message(
            SensitivityMessage.tooManyLost,
            verbatim: [
                "lost": "\(result.lostDraws)", "draws": "\(study.settings.draws)",
                "list": failures,
            ])
    }

    // MARK: - Wording

    func label(_ message: SensitivityMessage) -> String { message.text[language] }

    func filled(_ message: SensitivityMessage, _ arguments: [String: String]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    func say(_ message: SensitivityMessage, _ arguments: [String: String] = [:]) -> String {
        DisplayWidth.wrapped(filled(message, arguments)) + "\n"
    }

    func emphasised(_ text: String) -> String {
        usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    var comma: String { language == .chinese ? "、" : ", " }

    /// A group as it is called; in Chinese, the usual ones by what they are.
    func name(_ group: String) -> String {
        guard language == .chinese, let known = UncertainGroupName(rawValue: group) else {
            return PrintableText.escaped(group)
        }
        return known.text[language]
    }

    func percent(_ share: Double) -> String {
        DecimalText.fixed(min(max(share, 0), 1) * 100, decimals: 0)
    }

    func hundredths(_ value: Double) -> String { DecimalText.fixed(value, decimals: 2) }

    private var failures: String {
        var list: [String] = []
        for status in DrawStatus.allCases where !status.hasResults {
            guard let count = result.counts[status] else { continue }
            let word = EnsembleReport.word(status).text[language]
            list.append(
                Message(EnsembleMessage.cut, verbatim: ["count": "\(count)", "status": word])
                    .rendered(in: language))
        }
        return list.joined(separator: comma)
    }

    // MARK: - What was done

    private var heading: String {
        let settings = study.settings
        var text =
            emphasised(
                DisplayWidth.wrapped(
                    filled(
                        isPawn ? .headingPawn : .heading,
                        [
                            "title": study.ensemble.scenario.title[language],
                            "evaluations": "\(study.evaluationCount)",
                            "draws": "\(settings.draws)", "seed": "\(settings.seed)",
                            "sampling": study.sampling.rawValue,
                        ]))) + "\n"
        text += DisplayWidth.wrapped(EnsembleReport.word(settings.treatment).text[language]) + "\n"
        if result.lostDraws > 0 {
            text += say(
                .lost,
                [
                    "lost": "\(result.lostDraws)", "draws": "\(settings.draws)",
                    "list": failures,
                ])
        }
        return text + say(isPawn ? .legendPawn : .legend)
    }

    private func called(_ answer: OutputSensitivity) -> String {
        let message: SensitivityMessage =
            switch answer.output {
            case .greenShare: .greenShareYear
            case .cost: .costYear
            case .emissions: .emissionsYear
            case .certificates: .certificatesYear
            case .shortfall: .shortfallYear
            case .moved: .movedTotal
            case .objective: .objectiveTotal
            }
        return filled(message, ["year": answer.year.map { "\($0)" } ?? ""])
    }

    private func amount(_ value: Double, _ output: SensitivityOutput) -> String {
        DecimalText.fixed(value, decimals: output.decimals)
    }

    // MARK: - One result

    private func section(_ answer: OutputSensitivity) -> String {
        guard let statistics = answer.statistics else {
            return say(.noValue, ["output": called(answer)])
        }
        if answer.groups.isEmpty {
            let value = "\(amount(statistics.mean, answer.output)) \(answer.output.unit)"
            return answer.isConstant
                ? say(.constant, ["output": called(answer), "value": value])
                : say(.noValue, ["output": called(answer)])
        }
        let sentence = isPawn ? pawnSentence(answer) : sobolSentence(answer)
        var text = emphasised(DisplayWidth.wrapped(sentence)) + "\n"
        text += say(
            .spread,
            [
                "low": amount(statistics.quantile(0.05), answer.output),
                "high": amount(statistics.quantile(0.95), answer.output),
                "mean": amount(statistics.mean, answer.output), "unit": answer.output.unit,
            ])
        text += isPawn ? pawnBars(answer) : sobolBars(answer)
        if !isPawn, isWide(answer) {
            text += say(.wide, ["draws": "\(study.settings.draws * 4)"])
        }
        return text
    }

    private func isWide(_ answer: OutputSensitivity) -> Bool {
        answer.groups.contains { group in
            group.indices.contains { index in
                guard let low = index.low, let high = index.high else { return false }
                return high - low > Self.wide
            }
        }
    }

    private func sobolSentence(_ answer: OutputSensitivity) -> String {
        let ranked = answer.ranked(by: .firstOrder)
        var list: [String] = []
        var rest = ranked[...]
        while let group = rest.first, list.count < Self.namedLimit,
            let index = group.index(.firstOrder), index.value >= 0.01
        {
            list.append(
                filled(
                    .share,
                    [
                        "group": name(group.group), "value": percent(index.value),
                        "low": percent(index.low ?? index.value),
                        "high": percent(index.high ?? index.value),
                    ]))
            rest = rest.dropFirst()
        }
        if list.isEmpty {
            list.append(label(.noneSmall))
        } else if let next = rest.first?.index(.firstOrder) {
            let limit = max(1, Int((next.value * 100).rounded(.up)))
            list.append(filled(.smallRest, ["count": "\(rest.count)", "limit": "\(limit)"]))
        }
        let sum = answer.firstOrderSum
        let verdict: SensitivityMessage =
            sum < 0.5 ? .mostlyInteraction : sum >= 0.98 ? .noInteraction : .together
        return filled(
            .decides,
            [
                "output": called(answer), "list": list.joined(separator: comma),
                "rest": filled(verdict, ["value": percent(sum)]),
            ])
    }

    private func pawnSentence(_ answer: OutputSensitivity) -> String {
        let chance = answer.chance ?? 0
        var list: [String] = []
        for group in answer.ranked(by: .pawnMedian).prefix(Self.namedLimit) {
            guard let index = group.index(.pawnMedian) else { continue }
            if index.value <= chance, !list.isEmpty { break }
            list.append(
                filled(
                    .distance,
                    [
                        "group": name(group.group), "value": hundredths(index.value),
                        "low": hundredths(index.low ?? index.value),
                        "high": hundredths(index.high ?? index.value),
                    ]))
        }
        let count = answer.factors.count {
            ($0.index(.pawnMedian)?.value ?? 0) > chance
        }
        return filled(
            .decidesPawn,
            [
                "output": called(answer), "list": list.joined(separator: comma),
                "rest": filled(
                    count == 0 ? .chanceNone : .chance,
                    [
                        "count": "\(count)", "of": "\(answer.factors.count)",
                        "chance": hundredths(chance),
                    ]),
            ])
    }
}
