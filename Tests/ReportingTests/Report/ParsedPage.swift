import TestSupport

/// A report read by a strict parser.
typealias ParsedPage = ParsedMarkup

extension ParsedMarkup {
    /// The rows of a table's body, cell by cell.
    func rows(_ table: String) -> [[String]] { cells(of: table, in: "tbody") }

    /// The headings of a table, row by row.
    func headings(_ table: String) -> [[String]] { cells(of: table, in: "thead") }

    private func cells(of table: String, in part: String) -> [[String]] {
        let region = all.first { $0["aria-labelledby"] == "caption-\(table)" }
        return (region?.every(part) ?? []).flatMap { part in
            part.children.map { row in row.children.map(\.trimmed) }
        }
    }
}
