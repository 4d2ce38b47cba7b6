/// How wide a text is before any font has drawn it.
///
/// Nobody knows which sans-serif font a reader's machine will take, so widths come from a table, in
/// thousandths of the font size: for each Latin character the wider of the Helvetica family (Arial,
/// Liberation Sans and Nimbus Sans share its widths) and of the Latin of Noto Sans CJK; one em for
/// Chinese characters and their punctuation; and a margin. A text that fits by this table fits in
/// these fonts. Fonts that run wider, such as DejaVu Sans and Verdana, may overrun what stands in
/// their way by a few units.
enum TextWidth {
    /// How much wider than the table a font may run.
    static let margin = 1.04
    /// How much wider bold letters run.
    static let boldMargin = 1.08

    /// Width in units of the canvas.
    static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += of(scalar) }
        return Double(thousandths) / 1000 * size * margin * (isBold ? boldMargin : 1)
    }

    /// Width of one character, thousandths of the font size.
    static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: Int(latin[Int(scalar.value) - 0x20])
        case 0xA0, 0xB7: 278
        case 0xB0: 400
        case 0xB1, 0xD7, 0x2212: 584
        case 0xC0...0x24F, 0x370...0x3FF: 722
        case 0x300...0x36F: 0
        case 0x2010, 0x2011: 333
        case 0x2012, 0x2013: 556
        case 0x2018, 0x2019: 350
        case 0x201C, 0x201D: 500
        case 0x2080...0x2089: 400
        case 0x2014, 0x2026, 0x2190...0x21FF, 0x25A0...0x25FF: 1000
        default: scalar.value < 0x2000 ? 722 : 1000
        }
    }

    /// From space to tilde.
    private static let latin: [UInt16] = [
        278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 728, 293, 535, 667, 556, 833, 723, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 338, 392, 338, 555, 559,
        606, 563, 618, 510, 620, 556, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606,
        620, 620, 388, 500, 377, 607, 521, 802, 500, 521, 500, 338, 270, 338, 584,
    ]

    // MARK: - Lines

    /// Breaks a text into lines no wider than `width`: at spaces, and between Chinese characters
    /// but not before their closing punctuation. What is longer than `limit` lines ends in an
    /// ellipsis; a word too wide for a line is cut so.
    static func lines(
        _ text: String, width: Double, size: Double, isBold: Bool = false, limit: Int = .max
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            let joined = line + piece
            if line.isEmpty || of(trimmed(joined), size: size, isBold: isBold) <= width {
                line = joined
            } else {
                lines.append(trimmed(line))
                line = piece
            }
        }
        if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
        if lines.count > limit {
            let rest = lines[(limit - 1)...].joined(separator: " ")
            lines = Array(lines[..<(limit - 1)]) + [rest]
        }
        return lines.map { cut($0, to: width, size: size, isBold: isBold) }
    }

    /// The text, or its beginning with an ellipsis, no wider than `width`.
    static func cut(
        _ text: String, to width: Double, size: Double, isBold: Bool = false
    ) -> String {
        if of(text, size: size, isBold: isBold) <= width { return text }
        var result = ""
        for character in text {
            if of(result + String(character) + "…", size: size, isBold: isBold) > width { break }
            result.append(character)
        }
        return trimmed(result) + "…"
    }

    private static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while rest.last == " " { rest.removeLast() }
        while rest.first == " " { rest.removeFirst() }
        return String(rest)
    }

    private static let closing: Set<Character> = [
        "，", "。", "；", "：", "、", "）", "？", "！", "”", "》", "%",
    ]
    private static let opening: Set<Character> = ["（", "“", "《"]

    /// What may not be broken, each with the space behind it.
    private static func pieces(of text: String) -> [String] {
        var result: [String] = []
        var mayBreak = true
        for character in text {
            let isWide = character.unicodeScalars.first.map { $0.value > 0x2E7F } ?? false
            let holdsOn =
                closing.contains(character) || character == " "
                || result.last?.last.map(opening.contains) == true
            if result.isEmpty || ((mayBreak || isWide) && !holdsOn) {
                result.append(String(character))
            } else {
                result[result.count - 1].append(character)
            }
            mayBreak = character == " " || isWide
        }
        return result
    }
}
