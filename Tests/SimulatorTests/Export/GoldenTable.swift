import Glibc
import Simulator

/// Results as a golden file keeps them: a line per variable and region, a value per year.
struct GoldenTable {
    /// `Variable;Region` -> values, nil where a year has none.
    private(set) var lines: [(key: String, values: [Double?])] = []
    private(set) var years: [Int]

    static var isRenewing: Bool {
        getenv("GREENALU_RENEW_GOLDEN").map { String(cString: $0) } == "1"
    }

    init(_ outcome: Outcome) {
        let table = ResultTable(outcome)
        years = Array(table.horizon.years)
        var positions: [String: Int] = [:]
        for row in table.rows {
            let region = row.province.map { table.regions[$0] } ?? "China"
            let key = "\(VariableDefinition.all[row.variable].name);\(region)"
            let place = positions[key] ?? lines.count
            if place == lines.count {
                positions[key] = place
                lines.append((key, [Double?](repeating: nil, count: years.count)))
            }
            lines[place].values[row.year] = row.value
        }
    }

    init?(parsing text: String) {
        let rows = text.split(separator: "\n")
        guard let header = rows.first else { return nil }
        years = header.split(separator: ",").dropFirst().compactMap { Int($0) }
        for row in rows.dropFirst() {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            lines.append((String(cells[0]), cells.dropFirst().map { Double($0) }))
        }
    }

    mutating func append(_ key: String, _ values: [Double]) {
        lines.append((key, values))
    }

    var text: String {
        var text = "variable;region," + years.map(String.init).joined(separator: ",") + "\n"
        for line in lines {
            let cells = line.values.map { $0.map(DecimalText.exported) ?? "" }
            text += line.key + "," + cells.joined(separator: ",") + "\n"
        }
        return text
    }

    /// What differs from the expected table, the largest relative change first. Differences are
    /// relative to the value; those under `floor` of the variable's largest value do not count.
    func drifts(from expected: GoldenTable, tolerance: Double, floor: Double) -> [String] {
        var found: [(size: Double, text: String)] = []
        var ours: [String: [Double?]] = [:]
        for line in lines { ours[line.key] = line.values }
        let known = Set(expected.lines.map(\.key))
        for line in lines where !known.contains(line.key) {
            found.append((.infinity, "\(line.key): is new"))
        }
        var scales: [Substring: Double] = [:]
        for line in expected.lines {
            let variable = line.key.prefix { $0 != ";" }
            let largest = line.values.compactMap { $0.map(abs) }.max() ?? 0
            scales[variable] = max(scales[variable] ?? 0, largest)
        }
        for line in expected.lines {
            guard let values = ours[line.key] else {
                found.append((.infinity, "\(line.key): is gone"))
                continue
            }
            let scale = scales[line.key.prefix { $0 != ";" }] ?? 0
            for (index, pair) in zip(values, line.values).enumerated() {
                let year = index < years.count ? "\(years[index])" : "-"
                switch pair {
                case (nil, nil): continue
                case (let now?, let then?):
                    let size = abs(now - then) / max(abs(then), scale, 1e-12)
                    let relative = abs(now - then) / max(abs(then), 1e-300)
                    if size <= max(floor, tolerance) || relative <= tolerance { continue }
                    let change =
                        then == 0
                        ? "" : " (\(DecimalText.fixed(relative * 100, decimals: 6)) %)"
                    found.append((relative, "\(line.key) \(year): \(then) -> \(now)\(change)"))
                default:
                    found.append((.infinity, "\(line.key) \(year): a value came or went"))
                }
            }
        }
        return found.sorted { $0.size > $1.size }.map(\.text)
    }
}
