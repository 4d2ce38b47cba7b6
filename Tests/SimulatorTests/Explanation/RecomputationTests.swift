import TestSupport
import Testing

@testable import Simulator

@Suite("The tree of a number, computed anew from its leaves, gives the number")
struct RecomputationTests {
    /// Every number of a run with its node; nil where the graph has none.
    static func nodes(
        _ results: ResultTable, _ builder: inout ExplanationBuilder
    ) -> [(row: ResultTable.Row, node: Int?)] {
        var result: [(row: ResultTable.Row, node: Int?)] = []
        for row in results.rows {
            let node = builder.node(variable: row.variable, row.province, row.year)
            result.append((row, node))
        }
        return result
    }

    /// Numbers that are not given by the graph, the first few in words.
    static func disagreements(
        _ outcome: Outcome, _ nodes: [(row: ResultTable.Row, node: Int?)], _ values: [Double]
    ) -> [String] {
        let expected = ResultTable(outcome).rows
        var wrong: [String] = []
        for (place, (row, node)) in nodes.enumerated() {
            let computed = node.map { values[$0] } ?? .nan
            guard expected[place].variable == row.variable,
                Explanation.agree(computed, expected[place].value)
            else {
                wrong.append(
                    "\(VariableDefinition.all[row.variable].name) province "
                        + "\(row.province ?? -1) year \(row.year): \(computed) for "
                        + "\(expected[place].value)")
                continue
            }
        }
        return Array(wrong.prefix(5))
    }

    private func check(_ outcome: Outcome) throws {
        let data = try Repository.data()
        let results = ResultTable(outcome)
        var builder = ExplanationBuilder(outcome: outcome, data: data)
        let nodes = Self.nodes(results, &builder)
        let graph = builder.graph
        // The leaves are read again from the effective scenario and from the tables.
        let inputs = outcome.inputs.effectiveValues.byAddress
        let values = graph.values { place in
            switch graph.nodes[place].source {
            case .input(let address)?:
                if case .number(let number)? = inputs[address]?.value { return number }
                return .nan
            case .cell(let table, let key, let column)?:
                return data.cell(table, key: key, column: column)?.number
            case .decision?, .rule?, nil: return nil
            }
        }
        #expect(Self.disagreements(outcome, nodes, values) == [])
    }

    @Test(
        "Every variable, region and year of every planned scenario",
        arguments: Repository.scenarioNames)
    func planned(_ name: String) throws {
        try check(Repository.plan(name).outcome)
    }

    @Test(
        "And without a plan",
        arguments: [
            "policies-as-issued", "strict-rule", "dry-yunnan", "physical-power-only",
            "quotas-2030-trend", "weiqiao-dropped",
        ])
    func projected(_ name: String) throws {
        try check(Outcome.withoutPlan(Repository.baseline(name)))
    }

    @Test("And where newcomers carry the larger of two quotas")
    func stricter() throws {
        try check(
            Repository.plan("carbon-price-300", ["planning.quota_follows=stricter"]).outcome)
    }

    @Test("What is added up or compared is in one unit")
    func units() throws {
        let outcome = Outcome.withoutPlan(try Repository.baseline("policies-as-issued"))
        var builder = ExplanationBuilder(outcome: outcome, data: try Repository.data())
        _ = Self.nodes(ResultTable(outcome), &builder)
        let graph = builder.graph
        let names = ExplanationNames(outcome)
        var wrong: Set<String> = []
        for node in graph.nodes {
            guard case .sum(let terms)? = node.formula else { continue }
            let unit = names.unit(node.label)
            for case .operand(let place) in terms {
                let operand = graph.nodes[node.operands[place]].label
                if names.unit(operand) != unit {
                    wrong.insert(
                        "\(names.name(operand).english) in \(names.unit(operand)), in "
                            + "\(names.name(node.label).english) in \(unit)")
                }
            }
        }
        #expect(wrong.sorted() == [])
    }

    @Test("Every variable has a tree, and nothing has a tree that is no number of the run")
    func everyVariable() throws {
        let outcome = Outcome.withoutPlan(try Repository.baseline("policies-as-issued"))
        for definition in VariableDefinition.all {
            #expect(ExplainedVariable.all[definition.name] != nil, "\(definition.name)")
        }
        #expect(ExplainedVariable.all.count == VariableDefinition.all.count)
        let results = ResultTable(outcome)
        var builder = ExplanationBuilder(outcome: outcome, data: try Repository.data())
        var known: Set<[Int]> = []
        for row in results.rows { known.insert([row.variable, row.province ?? -1, row.year]) }
        var wrong: [String] = []
        for variable in VariableDefinition.all.indices {
            for province in -1..<outcome.inputs.provinceCount {
                for year in 0..<outcome.inputs.yearCount {
                    let node = builder.node(
                        variable: variable, province < 0 ? nil : province, year)
                    if (node != nil) != known.contains([variable, province, year]) {
                        wrong.append("\(VariableDefinition.all[variable].name) \(province) \(year)")
                    }
                }
            }
        }
        #expect(wrong == [])
    }

    @Test(
        "Headline figures are those of the reports",
        arguments: ["policies-as-issued", "strict-rule"])
    func headlines(_ name: String) throws {
        let plan = try Repository.plan(name)
        let results = ResultTable(plan.outcome)
        var builder = ExplanationBuilder(outcome: plan.outcome, data: try Repository.data())
        for quantity in HeadlineQuantity.allCases {
            for province in -1..<plan.inputs.provinceCount {
                for year in 0..<plan.inputs.yearCount {
                    let place = province < 0 ? nil : province
                    let value = quantity.value(
                        plan.outcome, results, province: place, year: year)
                    let node = builder.node(headline: quantity, place, year)
                    let computed = node.map { builder.graph.nodes[$0].value * quantity.scale }
                    #expect((value == nil) == (computed == nil), "\(quantity) \(province)")
                    if let value, let computed {
                        #expect(Explanation.agree(computed, value), "\(quantity) \(province)")
                    }
                }
            }
        }
    }
}
