/// A table for a terminal. Chinese characters count as two columns wide.
struct TextTable {
    enum Alignment {
        case left, right
    }

    private let alignments: [Alignment]
    private(set) var rows: [[String]] = []
    private let gap: Int

    init(_ alignments: [Alignment], gap: Int = 2) {
        self.alignments = alignments
        self.gap = gap
    }

    mutating func append(_ cells: [String]) {
        rows.append(cells)
    }

    /// Lines without trailing spaces. The first column is cut where the whole would be wider than
    /// `width`.
    func text(width: Int = 80) -> String {
        var widths = [Int](repeating: 0, count: alignments.count)
        for row in rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                widths[column] = max(widths[column], DisplayWidth.of(cell))
            }
        }
        let total = widths.reduce(0, +) + gap * (widths.count - 1)
        if total > width { widths[0] = max(8, widths[0] - (total - width)) }
        var result = ""
        for row in rows {
            var line = ""
            for (column, cell) in row.enumerated() where column < widths.count {
                let shown = DisplayWidth.cut(cell, to: widths[column])
                let padding = String(
                    repeating: " ", count: max(0, widths[column] - DisplayWidth.of(shown)))
                if column > 0 { line += String(repeating: " ", count: gap) }
                line += alignments[column] == .right ? padding + shown : shown + padding
            }
            while line.last == " " { line.removeLast() }
            result += line + "\n"
        }
        return result
    }
}

/// How many terminal columns a text takes.
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x300...0x36F: 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }

    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var result = ""
        var used = 0
        for scalar in text.unicodeScalars {
            let next = of(scalar)
            if used + next > width - 1 { break }
            result.unicodeScalars.append(scalar)
            used += next
        }
        return result + "…"
    }

    /// Breaks a text into lines of at most `width` columns: at spaces, and between Chinese
    /// characters but not before their punctuation.
    static func wrapped(_ text: String, width: Int = 80, indent: String = "") -> String {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            let shown = piece.hasSpaceBefore && !line.isEmpty ? " " + piece.text : piece.text
            if !line.isEmpty, of(line) + of(shown) > width {
                lines.append(line)
                line = indent + piece.text
            } else {
                line += shown
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines.joined(separator: "\n")
    }

    private struct Piece {
        var text: String
        var hasSpaceBefore: Bool
        var endsWide: Bool
    }

    /// What may not be broken: words, and Chinese characters with the punctuation behind them.
    private static func pieces(of text: String) -> [Piece] {
        let closing = "，。；：、）？！”》".unicodeScalars
        var result: [Piece] = []
        var spacePending = false
        for scalar in text.unicodeScalars {
            if scalar == " " {
                spacePending = true
                continue
            }
            let isWide = of(scalar) == 2 && !closing.contains(scalar)
            if let last = result.last, !spacePending, !isWide,
                !last.endsWide || closing.contains(scalar)
            {
                result[result.count - 1].text.unicodeScalars.append(scalar)
                result[result.count - 1].endsWide = closing.contains(scalar)
            } else {
                result.append(
                    Piece(
                        text: String(scalar), hasSpaceBefore: spacePending, endsWide: isWide))
            }
            spacePending = false
        }
        return result
    }
}
