package import Simulator

/// The choices that keys of a scenario offer, in words.
package enum ChoiceWording {
    /// Choices as they are written, several joined by ` | `, in the words of the language; numbers,
    /// names and whatever else is no choice stay as they are.
    package static func shown(_ written: String, path: String, language: Language) -> String {
        guard let key = ScenarioKey.byPath[path], !key.choices.isEmpty else { return written }
        let or = language == .chinese ? "、" : " | "
        return written.split(separator: "|").map { part in
            let word = String(part.trimming(" "))
            if path == "accounting.rule", let rule = AccountingRule(rawValue: word) {
                return rule.title[language]
            }
            return text(word)?[language] ?? word
        }.joined(separator: or)
    }

    private static func text(_ word: String) -> Text? {
        switch word {
        case "true": Text(en: "yes", zh: "是")
        case "false": Text(en: "no", zh: "否")
        case "monitored": Text(en: "monitored", zh: "仅监测")
        case "binding": Text(en: "binding", zh: "有约束力")
        case "expected": Text(en: "expected", zh: "预期")
        case "extrapolated": Text(en: "extrapolated", zh: "外推")
        case "soft": Text(en: "may be missed, at a price (soft)", zh: "可未完成（soft）")
        case "hard": Text(en: "must be met (hard)", zh: "必须完成（hard）")
        case "perfect": Text(en: "all years at once (perfect)", zh: "完全预见（perfect）")
        case "myopic": Text(en: "year by year (myopic)", zh: "逐年（myopic）")
        case "continuous":
            Text(en: "any part of a line (continuous)", zh: "任意产能（continuous）")
        case "whole": Text(en: "whole potlines only (whole)", zh: "整系列（whole）")
        case "own": Text(en: "of the new province (own)", zh: "迁入省（own）")
        case "stricter": Text(en: "the larger of the two (stricter)", zh: "较高者（stricter）")
        case "hold": Text(en: "last value stays (hold)", zh: "沿用（hold）")
        case "refuse": Text(en: "an error (refuse)", zh: "报错（refuse）")
        case "without_captive": Text(en: "without captive plants", zh: "不含自备电厂")
        case "all": Text(en: "all plants", zh: "全部电厂")
        default: nil
        }
    }
}

extension Substring {
    /// Without the character at either end.
    fileprivate func trimming(_ character: Character) -> Substring {
        var result = self
        while result.first == character { result.removeFirst() }
        while result.last == character { result.removeLast() }
        return result
    }
}
