internal import Simulator

extension SensitivityReport {
    func sobolBars(_ answer: OutputSensitivity) -> String {
        var text = ""
        for group in answer.ranked(by: .total) {
            guard let first = group.index(.firstOrder), let total = group.index(.total),
                max(first.value, total.value) >= Self.barLeast
            else { continue }
            let bar = SensitivityBar(alone: first.value, whole: total.value)
            var numbers = percent(first.value)
            if let low = first.low, let high = first.high {
                numbers += " (\(percent(low))–\(percent(high)))"
            }
            text += line(name(group.group), bar.text, numbers)
        }
        return text
    }

    func pawnBars(_ answer: OutputSensitivity) -> String {
        let chance = answer.chance ?? 0
        var text = ""
        for group in answer.ranked(by: .pawnMedian) {
            text += pawnLine(name(group.group), group, chance: chance)
        }
        let shown = answer.factors.prefix(SensitivityResult.shownInputs).filter {
            ($0.index(.pawnMedian)?.value ?? 0) > chance
        }
        if !shown.isEmpty {
            text += label(.factorsTitle) + "\n"
            for input in shown {
                text += pawnLine(
                    PrintableText.escaped(input.factor ?? ""), input, chance: chance,
                    labelWidth: 40, barWidth: 20)
            }
            let more = answer.factors.count - shown.count
            if more > 0 { text += say(.factorsMore, ["count": "\(more)"]) }
        }
        return text
    }

    private func pawnLine(
        _ name: String, _ entry: GroupSensitivity, chance: Double,
        labelWidth: Int = Self.labelWidth, barWidth: Int = SensitivityBar.width
    ) -> String {
        guard let index = entry.index(.pawnMedian) else { return "" }
        var numbers = hundredths(index.value)
        if let low = index.low, let high = index.high {
            numbers += " (\(hundredths(low))–\(hundredths(high)))"
        }
        let bar = SensitivityBar(
            alone: index.value, whole: index.value, mark: chance, width: barWidth)
        return line(name, bar.text, numbers, labelWidth: labelWidth)
    }

    static var labelWidth: Int { 21 }

    private func line(
        _ name: String, _ bar: String, _ numbers: String, labelWidth: Int = Self.labelWidth
    ) -> String {
        let shown = DisplayWidth.cut(name, to: labelWidth)
        let padding = String(
            repeating: " ", count: max(0, labelWidth - DisplayWidth.of(shown)))
        return "\(shown)\(padding) \(bar) \(numbers)\n"
    }
}

/// A share as a bar: `#` for what is explained alone, `+` for what only together, `|` a mark.
struct SensitivityBar {
    static let width = 40
    let text: String

    init(alone: Double, whole: Double, mark: Double? = nil, width: Int = Self.width) {
        func columns(_ share: Double) -> Int {
            Int((min(max(share, 0), 1) * Double(width)).rounded())
        }
        let first = columns(alone)
        let last = max(first, columns(whole))
        var cells = [Character](repeating: ".", count: width)
        for place in 0..<last { cells[place] = place < first ? "#" : "+" }
        if let mark {
            let place = columns(mark)
            if place < width { cells[place] = "|" }
        }
        text = String(cells)
    }
}
