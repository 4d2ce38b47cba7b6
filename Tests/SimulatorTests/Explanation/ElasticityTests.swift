import TestSupport
import Testing

@testable import Simulator

/// What the model itself gives with one input moved and the same decisions.
private struct MovedInputs {
    let base: ModelInputs
    let decisions: Decisions

    func results(_ slot: InputSlot, _ value: Double) throws -> (Outcome, ResultTable) {
        var writer = InputWriter(base)
        var inputs = base
        writer.set(slot, value, in: &inputs)
        writer.finish(&inputs)
        let outcome = Outcome(try Baseline(inputs), decisions: decisions)
        return (outcome, ResultTable(outcome))
    }
}

@Suite("Elasticities say what the model does when an input moves and no decision does")
struct ElasticityTests {
    /// Leaves that a scenario may set, one of every key and some more, always the same.
    private func sample(_ graph: ExplanationGraph, _ inputs: ModelInputs, every stride: Int)
        -> [Int]
    {
        var result: [Int] = []
        var seen: [String: Int] = [:]
        for (place, node) in graph.nodes.enumerated() {
            guard case .input(let address)? = node.source, node.value != 0,
                InputSlot(address, in: inputs) != nil
            else { continue }
            let count = seen[address.path, default: 0]
            seen[address.path] = count + 1
            if count % stride == 7 % stride || count == 0 { result.append(place) }
        }
        return result
    }

    @Test(
        "The graph moves as the model does",
        arguments: [
            ("policies-as-issued", 40), ("strict-rule", 60), ("dry-yunnan", 60),
            ("carbon-price-300", 80), ("physical-power-only", 80), ("quotas-2030-trend", 150),
            ("green-premium", 120),
        ])
    func moved(_ name: String, _ stride: Int) throws {
        let outcome = try Repository.plan(name).outcome
        let inputs = outcome.inputs
        let model = MovedInputs(base: inputs, decisions: outcome.decisions)
        var builder = ExplanationBuilder(outcome: outcome, data: try Repository.data())
        let nodes = RecomputationTests.nodes(ResultTable(outcome), &builder)
        let graph = builder.graph
        let leaves = sample(graph, inputs, every: stride)
        #expect(leaves.count > 60)
        for leaf in leaves {
            guard case .input(let address)? = graph.nodes[leaf].source,
                let slot = InputSlot(address, in: inputs)
            else { continue }
            let value = graph.nodes[leaf].value * 0.999
            let (changed, _) = try model.results(slot, value)
            let values = graph.values { $0 == leaf ? value : nil }
            let wrong = RecomputationTests.disagreements(changed, nodes, values)
            #expect(wrong == [], "\(address.written)")
        }
    }

    @Test("Derivatives are slopes of the model", arguments: ["policies-as-issued", "dry-yunnan"])
    func slopes(_ name: String) throws {
        let outcome = try Repository.plan(name).outcome
        let inputs = outcome.inputs
        let model = MovedInputs(base: inputs, decisions: outcome.decisions)
        let results = ResultTable(outcome)
        var builder = ExplanationBuilder(outcome: outcome, data: try Repository.data())
        let last = inputs.yearCount - 1
        var roots: [(quantity: HeadlineQuantity, node: Int, value: Double)] = []
        for quantity in HeadlineQuantity.allCases {
            if let node = builder.node(headline: quantity, nil, last),
                let value = quantity.value(outcome, results, year: last), value != 0
            {
                roots.append((quantity, node, value))
            }
        }
        #expect(roots.count >= 9)
        let graph = builder.graph
        let elasticities = try roots.map { try #require(graph.elasticities(of: $0.node)) }
        var compared = 0
        for leaf in sample(graph, inputs, every: 90) {
            guard case .input(let address)? = graph.nodes[leaf].source,
                let slot = InputSlot(address, in: inputs)
            else { continue }
            let value = graph.nodes[leaf].value
            let step = 1e-6
            let (below, belowResults) = try model.results(slot, value * (1 - step))
            // A transfer cannot take more than stands, so some inputs have only one side.
            let above = try? model.results(slot, value * (1 + step))
            for (place, root) in roots.enumerated() {
                let expected = leaf < elasticities[place].count ? elasticities[place][leaf] : 0
                let low = root.quantity.value(below, belowResults, year: last) ?? 0
                var sides = [(root.value - low) / (step * root.value)]
                if let (outcome, results) = above {
                    let high = root.quantity.value(outcome, results, year: last) ?? 0
                    sides.append((high - root.value) / (step * root.value))
                }
                // At a kink the two sides differ and the derivative is one of them. Life counts in
                // whole years in the model and smoothly here.
                if address.path == "parameters.plant_life" { continue }
                let least = (sides.min() ?? 0) - 2e-5 * max(1, abs(expected))
                let most = (sides.max() ?? 0) + 2e-5 * max(1, abs(expected))
                #expect(
                    expected >= least && expected <= most,
                    "\(root.quantity) by \(address.written): \(expected), model \(sides)")
                compared += expected == 0 ? 0 : 1
            }
        }
        #expect(compared > 150, "\(compared)")
    }
}
