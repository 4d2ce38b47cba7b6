internal import Reporting
internal import Simulator

/// Words of the glossary within a text, made to explain themselves.
///
/// Each becomes a link to its entry at the end of the page, which also is its description for a
/// screen reader; the script shows the entry beside the word.
enum TermMarkup {
    /// The text with the first occurrence of each term marked.
    static func nodes(_ text: String, _ language: Language) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        var rest = Substring(text)
        var used = Set<GlossaryTerm>()
        let candidates = candidates(in: text, language)
        while let (term, range) = first(of: candidates, in: rest, except: used) {
            if range.lowerBound > rest.startIndex {
                nodes.append(.text(String(rest[..<range.lowerBound])))
            }
            nodes.append(link(String(rest[range]), term))
            used.insert(term)
            rest = rest[range.upperBound...]
        }
        if !rest.isEmpty { nodes.append(.text(String(rest))) }
        return nodes
    }

    private static func link(_ word: String, _ term: GlossaryTerm) -> HTMLNode {
        .element(
            "a",
            with: [
                ("class", "term"), ("href", "#term-\(term.rawValue)"),
                ("aria-describedby", "term-\(term.rawValue)"),
            ], [.text(word)])
    }

    /// The terms whose words may occur in a text: their bytes do, but for the case of the first.
    private static func candidates(
        in text: String, _ language: Language
    ) -> [(GlossaryTerm, String)] {
        let bytes = Array(text.utf8)
        return terms.compactMap { term, words in
            let word = Array(words[language].utf8.dropFirst())
            let places = bytes.indices.dropLast(min(word.count, bytes.count))
            let occurs = places.contains { bytes[($0 + 1)...].starts(with: word) }
            return occurs ? (term, words[language]) : nil
        }
    }

    /// The term that comes first; of several at one place, the longest word.
    private static func first(
        of candidates: [(GlossaryTerm, String)], in text: Substring,
        except used: Set<GlossaryTerm>
    ) -> (GlossaryTerm, Range<Substring.Index>)? {
        var found: (term: GlossaryTerm, range: Range<Substring.Index>)?
        for (term, word) in candidates where !used.contains(term) {
            guard let range = place(of: word, in: text) else { continue }
            if let known = found {
                let isEarlier = range.lowerBound < known.range.lowerBound
                let isLonger =
                    range.lowerBound == known.range.lowerBound
                    && range.upperBound > known.range.upperBound
                guard isEarlier || isLonger else { continue }
            }
            found = (term, range)
        }
        return found
    }

    /// Where a word stands: letters of the Latin alphabet as a whole word or its plural, Chinese
    /// anywhere.
    private static func place(
        of word: String, in text: Substring
    ) -> Range<Substring.Index>? {
        guard !word.isEmpty else { return nil }
        guard word.allSatisfy(\.isASCII) else { return text.firstRange(of: word) }
        for written in [word, word.prefix(1).uppercased() + word.dropFirst()] {
            var rest = text
            while let range = rest.firstRange(of: written) {
                let startsWord =
                    range.lowerBound == text.startIndex
                    || !isLatin(text[text.index(before: range.lowerBound)])
                var end = range.upperBound
                if end < text.endIndex, text[end] == "s" { end = text.index(after: end) }
                let endsWord = end == text.endIndex || !isLatin(text[end])
                if startsWord, endsWord { return range.lowerBound..<end }
                rest = rest[range.upperBound...]
            }
        }
        return nil
    }

    private static func isLatin(_ character: Character) -> Bool {
        character.isASCII && character.isLetter
    }

    /// The words by which the page uses a term.
    static let terms: [(GlossaryTerm, Text)] = [
        (.capacity, Text(en: "capacity", zh: "产能")),
        (.potline, Text(en: "potline", zh: "电解系列")),
        (.captivePower, Text(en: "captive", zh: "自备")),
        (.gridMix, Text(en: "mix of the grid", zh: "电网电源结构")),
        (.greenPowerQuota, Text(en: "quota", zh: "配额")),
        (.locationRule, Text(en: "location rule", zh: "位置口径")),
        (.creditedRule, Text(en: "credited rule", zh: "计入口径")),
        (.strictRule, Text(en: "strict rule", zh: "从严口径")),
        (.cleanRule, Text(en: "clean rule", zh: "清洁口径")),
        (.certificate, Text(en: "certificate", zh: "绿证")),
        (.greenTrade, Text(en: "green trade", zh: "绿电交易")),
        (.shortfall, Text(en: "shortfall", zh: "缺口")),
        (.greenAluminium, Text(en: "green aluminium", zh: "绿电铝")),
        (.directEmissions, Text(en: "direct emissions", zh: "直接排放")),
        (.carbonPrice, Text(en: "carbon price", zh: "碳价")),
        (.freeShare, Text(en: "free allowances", zh: "免费配额")),
        (.transfer, Text(en: "planned transfer", zh: "计划转移")),
        (.move, Text(en: "chosen move", zh: "优化转移")),
        (.permit, Text(en: "licence", zh: "产能指标")),
        (.hosting, Text(en: "host", zh: "承接")),
        (.pace, Text(en: "pace", zh: "年度转移上限")),
        (.ceiling, Text(en: "ceiling", zh: "产能天花板")),
        (.increment, Text(en: "increment", zh: "增量成本")),
        (.presentValue, Text(en: "PV", zh: "现值")),
        (.shadowPrice, Text(en: "shadow price", zh: "影子价格")),
        (.infeasible, Text(en: "infeasible", zh: "无可行方案")),
        (.repair, Text(en: "repair", zh: "修复")),
        (.hydrologyIndex, Text(en: "water of a year", zh: "来水")),
        (.lostOutput, Text(en: "output lost", zh: "损失产量")),
        (.ensemble, Text(en: "ensemble", zh: "集合推演")),
        (.megatonne, Text(verbatim: "Mt")), (.terawattHour, Text(verbatim: "TWh")),
    ]
}
