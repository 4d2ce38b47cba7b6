package import Simulator

extension DataSet {
    /// What a value of a table rests on; nil for one that a scenario or a default gives.
    package func provenance(of origin: ValueOrigin) -> Provenance? {
        guard case .table(let file, let line, let column) = origin,
            let name = TableName.allCases.first(where: { $0.fileName == file }),
            let row = self[name].row(atLine: line)
        else { return nil }
        return provenance(name, row, column)
    }
}

extension Provenance {
    /// Grade and source.
    package func words(in language: Language) -> String {
        let source = PrintableText.escaped(source, limit: 120)
        if source.isEmpty { return grade.name[language] }
        return grade.name[language] + (language == .chinese ? "：" : ": ") + source
    }
}

extension DataTable {
    /// The row on a line of the file; rows lie in the order of their lines.
    fileprivate func row(atLine line: Int) -> TableRow? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].line == line ? rows[low] : nil
    }
}
