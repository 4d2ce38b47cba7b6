internal import Reporting
internal import Simulator

/// What values of a scenario rest on: their grades and sources, each once.
struct ValueFoundation {
    let data: DataSet
    let language: Language

    /// Sources listed before the rest is only counted.
    private static let limit = 3

    /// Grade and source of each value of a table, or what else gives the value.
    func words(_ values: [EffectiveValue]) -> [String] {
        var found: [String] = []
        var seen = Set<String>()
        for value in values {
            let text = words(value)
            if !text.isEmpty, seen.insert(text).inserted { found.append(text) }
        }
        guard found.count > Self.limit else { return found }
        let rest = Message(
            LeverFormMessage.further, verbatim: ["count": String(found.count - Self.limit)])
        return found.prefix(Self.limit) + [rest.rendered(in: language)]
    }

    func words(_ value: EffectiveValue) -> String {
        switch value.origin {
        case .table(let file, let line, let column):
            guard let provenance = provenance(file, line, column) else { return file }
            let grade = provenance.grade.name[language]
            let source = PrintableText.escaped(provenance.source, limit: 120)
            return source.isEmpty ? grade : grade + (language == .chinese ? "：" : ": ") + source
        case .scenario:
            let place = ValueWording.origin([value.origin], language)
            return Message(LeverFormMessage.setIn, verbatim: ["place": place])
                .rendered(in: language)
        case .standard:
            return LeverFormMessage.modelDefault.text[language]
        case .interpolated, .held:
            return ValueWording.origin([value.origin], language)
        }
    }

    /// Grades of the tables' values, in the order in which they occur.
    func grades(_ values: [EffectiveValue]) -> [Grade] {
        var result: [Grade] = []
        for value in values {
            guard case .table(let file, let line, let column) = value.origin,
                let grade = provenance(file, line, column)?.grade, !result.contains(grade)
            else { continue }
            result.append(grade)
        }
        return result
    }

    private func provenance(_ file: String, _ line: Int, _ column: String) -> Provenance? {
        guard let name = TableName.allCases.first(where: { $0.fileName == file }),
            let row = data[name].row(atLine: line)
        else { return nil }
        return data.provenance(name, row, column)
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
