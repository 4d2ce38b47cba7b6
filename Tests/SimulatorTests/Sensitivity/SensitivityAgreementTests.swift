import Foundation
import TestSupport
import Testing

@testable import Simulator

/// Futures of a scenario as `greenalu sensitivity --all-draws` wrote them, and the indices that
/// SALib 1.6 finds in them (`Benchmarks/peers/sensitivity_salib.py --write`).
@Suite("Indices of our model equal SALib's")
struct SensitivityAgreementTests {
    private struct Table {
        let header: [String]
        let rows: [[String]]

        init(_ name: String) throws {
            let path = "\(Repository.folder)/Tests/SimulatorTests/Fixtures/sensitivity/\(name)"
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
                .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            header = lines.first ?? []
            rows = Array(lines.dropFirst())
        }

        func column(_ name: String) throws -> [String] {
            let place = try #require(header.firstIndex(of: name))
            return rows.map { $0[place] }
        }

        func numbers(_ name: String) throws -> [Double] {
            try column(name).map { Double($0) ?? .nan }
        }
    }

    /// SALib's indices by result, group or input, and index.
    private func expected(_ name: String) throws -> [[String]: Double] {
        var found: [[String]: Double] = [:]
        for row in try Table(name).rows {
            found[[row[0], row[1].isEmpty ? row[2] : row[1], row[3]]] = Double(row[4])
        }
        return found
    }

    @Test("Sobol's first-order and total indices of groups")
    func sobol() throws {
        let draws = try Table("sobol-draws.csv")
        let expected = try expected("sobol-salib.csv")
        var groups: [String] = []
        for group in try draws.column("group") where !group.isEmpty && !groups.contains(group) {
            groups.append(group)
        }
        let outputs = Set(expected.keys.map { $0[0] })
        #expect(outputs.count >= 4)
        var compared = 0
        for output in outputs {
            let found = try OutputSensitivity.sobol(
                draws.numbers(output), groups: groups, seed: 1)
            for group in found {
                for index in group.indices {
                    let other = try #require(
                        expected[[output, group.group, index.kind.rawValue]])
                    #expect(
                        abs(index.value - other) <= 1e-10,
                        "\(output) \(group.group) \(index.kind)")
                    compared += 1
                }
            }
        }
        #expect(compared == expected.count)
    }

    @Test("PAWN's distances of single inputs")
    func pawn() throws {
        let draws = try Table("pawn-draws.csv")
        let expected = try expected("pawn-salib.csv")
        let mark = "quantile:"
        let first = try #require(draws.header.firstIndex { $0.hasPrefix(mark) })
        let names = draws.header[first...].map { String($0.dropFirst(mark.count)) }
        var quantiles: [Double] = []
        for row in draws.rows { quantiles += row[first...].map { Double($0) ?? .nan } }
        let outputs = Set(expected.keys.map { $0[0] })
        #expect(outputs.count >= 3)
        var compared = 0
        for output in outputs {
            let found = try PawnRanking(
                quantiles, results: draws.numbers(output), names: names,
                groupOf: names.map { _ in "all" }, groups: ["all"], seed: 1)
            for input in found.factors {
                for index in input.indices {
                    let other = try #require(
                        expected[[output, input.factor ?? "", index.kind.rawValue]])
                    #expect(
                        abs(index.value - other) <= 1e-10,
                        "\(output) \(input.factor ?? "") \(index.kind)")
                    compared += 1
                }
            }
        }
        #expect(compared == expected.count)
    }
}
