import TestSupport
import Testing

@testable import Simulator

@Suite("The units of an explanation are those in which its numbers are what they are")
struct ExplainedUnitTests {
    /// The graph of everything that a plan has, with the unit of every node.
    private struct Units {
        let graph: ExplanationGraph
        let names: ExplanationNames
        let nodes: [(row: ResultTable.Row, node: Int?)]
        private var known: [String: Measure] = [:]
        private(set) var measures: [Measure] = []

        init(_ name: String, _ options: [String]) throws {
            let outcome = try Repository.plan(name, options).outcome
            var builder = ExplanationBuilder(outcome: outcome, data: try Repository.data())
            nodes = RecomputationTests.nodes(ResultTable(outcome), &builder)
            for quantity in HeadlineQuantity.allCases {
                for year in 0..<outcome.inputs.yearCount {
                    _ = builder.node(headline: quantity, nil, year)
                }
            }
            graph = builder.graph
            names = ExplanationNames(outcome)
            for node in graph.nodes { measures.append(try measure(names.unit(node.label))) }
        }

        mutating func measure(_ unit: String) throws -> Measure {
            if let measure = known[unit] { return measure }
            let measure = try #require(Measure(unit), "\(unit)")
            known[unit] = measure
            return measure
        }

        var quantities: Set<ExplainedQuantity> {
            Set(
                graph.nodes.compactMap { node in
                    if case .named(let quantity) = node.label.quantity { quantity } else { nil }
                })
        }

        /// Formulas that give something else than their quantity's unit from those of their
        /// operands.
        func formulaFaults() throws -> Set<String> {
            var faults = Set<String>()
            for (place, node) in graph.nodes.enumerated() {
                guard let formula = node.formula else { continue }
                do {
                    let found = try formula.measure { measures[node.operands[$0]] }
                    guard let found, found != measures[place] else { continue }
                    let name = names.name(node.label).english
                    faults.insert("\(name): \(found) for \(measures[place])")
                } catch let mixed as Formula.Mixed {
                    faults.insert("\(names.name(node.label).english): \(mixed)")
                }
            }
            return faults
        }

        /// Inputs that have another unit than scenarios or tables write.
        func inputFaults() throws -> Set<String> {
            let data = try Repository.data()
            var faults = Set<String>()
            for node in graph.nodes {
                let written: String?
                switch node.source {
                case .input(let address): written = ScenarioKey.byPath[address.path]?.unit
                case .cell(let table, let key, _):
                    written = data[table].text("unit", try #require(data[table].row(key: key)))
                case .decision, .rule, nil: continue
                }
                let unit = names.unit(node.label)
                guard written != unit else { continue }
                faults.insert(
                    "\(names.name(node.label).english): \(unit) for \(written ?? "none")")
            }
            return faults
        }

        /// Numbers of the results that have another unit than their variable.
        mutating func resultFaults() throws -> Set<String> {
            var faults = Set<String>()
            for (row, node) in nodes {
                guard let node else { continue }
                let definition = VariableDefinition.all[row.variable]
                if measures[node] != (try measure(definition.unit)) {
                    faults.insert("\(definition.name): \(measures[node]) for \(definition.unit)")
                }
            }
            return faults
        }
    }

    @Test("Formulas agree with their operands, inputs with the tables, results with variables")
    func agreement() throws {
        var missing = Set(ExplainedQuantity.allCases)
        let runs: [(name: String, options: [String])] = [
            (
                "carbon-price-300",
                [
                    "planning.quota_follows=stricter", "relocation.pay_permit=true",
                    "green_pool.CN-YN=5",
                ]
            ),
            ("strict-rule", []), ("green-premium", []),
        ]
        for run in runs {
            var units = try Units(run.name, run.options)
            missing.subtract(units.quantities)
            let faults = [
                try units.formulaFaults(), try units.inputFaults(), try units.resultFaults(),
            ]
            #expect(faults == [[], [], []], "\(run.name)")
        }
        // Between them they have every quantity.
        #expect(missing == [])
    }

    @Test("A sum of different things, and a factor that is left out, are noticed")
    func noticed() throws {
        let (energy, mass) = (try #require(Measure("TWh")), try #require(Measure("Mt")))
        let intensity = try #require(Measure("kWh/t"))
        let operands = [energy, mass, intensity]
        func measure(_ formula: Formula) throws -> Measure? {
            try formula.measure { operands[$0] }
        }
        let (first, second, third) = (Formula.operand(0), Formula.operand(1), Formula.operand(2))
        #expect(try measure(.thousandth(third) * second) == energy)
        #expect(try measure(third * second) != energy)
        #expect(try measure(first / second) == Measure("MWh/t"))
        #expect(try measure(.maximum([0, first])) == energy)
        #expect(throws: Formula.Mixed.self) { try measure(first + second) }
        #expect(throws: Formula.Mixed.self) { try measure(1 - first) }
        #expect(Measure("million CNY") == Measure("CNY/MWh").flatMap { $0 * energy })
        #expect(Measure("parsec") == nil)
    }
}
