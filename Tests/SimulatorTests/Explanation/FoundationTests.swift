import Foundation
import TestSupport
import Testing

@testable import Simulator

@Suite("What a figure rests on is counted by influence")
struct FoundationTests {
    private func record(_ name: String, _ options: [String] = []) throws -> RunRecord {
        let scenario = try Repository.scenario(name, options)
        return RunRecord(
            scenario: scenario, data: try Repository.data(),
            plan: try Planner().plan(Repository.baseline(name, options)))
    }

    private func projection(_ name: String, _ options: [String] = []) throws -> RunRecord {
        RunRecord(
            scenario: try Repository.scenario(name, options), data: try Repository.data(),
            outcome: Outcome.withoutPlan(try Repository.baseline(name, options)))
    }

    private func explanation(_ record: RunRecord, _ text: String) throws -> Explanation {
        try Explanation(
            record,
            try ExplanationTarget(
                text, outcome: record.outcome, context: record.data.scenarioContext))
    }

    @Test(
        "Shares add to one, and a figure of 0 has none",
        arguments: ["policies-as-issued", "green-premium"])
    func shares(_ name: String) throws {
        let analysis = try FoundationAnalysis(try record(name))
        #expect(analysis.year == 2027)
        #expect(analysis.foundations.count >= 12)
        for foundation in analysis.foundations {
            let sum = foundation.shares.values.reduce(0, +)
            if foundation.value == 0 {
                #expect(foundation.shares.isEmpty)
            } else {
                #expect(abs(sum - 1) < 1e-12, "\(foundation.quantity)")
                #expect(foundation.shares.values.allSatisfy { $0 >= 0 })
                let sizes = foundation.influences.map { abs($0.elasticity) }
                #expect(sizes == sizes.sorted(by: >))
            }
            let graded = Grade.allCases.reduce(0) { $0 + foundation.share(of: $1) }
            #expect(abs(graded - foundation.gradeShares.values.reduce(0, +)) < 1e-12)
        }
        let moved = analysis.foundations.first { $0.quantity == .movedChosen }
        if let moved, moved.value > 0 { #expect(moved.share(of: .decided) == 1) }
    }

    @Test("Document and table say the shares and the largest influences")
    func written() throws {
        let analysis = try FoundationAnalysis(try projection("policies-as-issued"))
        let text = analysis.document(scenario: "p", top: 2, language: .english).rendered
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let figures = try #require(document["figures"] as? [[String: Any]])
        #expect(figures.count == analysis.foundations.count)
        for (said, foundation) in zip(figures, analysis.foundations) {
            let shares = try #require(said["shares"] as? [String: Double])
            for (kind, share) in foundation.shares {
                #expect(agree(shares[kind.identifier] ?? .nan, share, relative: 1e-11))
            }
            let inputs = try #require(said["inputs"] as? [[String: Any]])
            #expect(
                inputs.map { $0["key"] as? String }
                    == foundation.influences.prefix(2).map(\.key))
        }
        let rows = analysis.csv.text.split(separator: "\n").dropFirst()
        #expect(rows.count == analysis.foundations.reduce(0) { $0 + $1.shares.count })
    }

    @Test("The document of a number names its switches and where they are set")
    func switches() throws {
        let record = try record("carbon-price-300", ["planning.quota_follows=stricter"])
        let explanation = try explanation(record, "shortfall[2027]")
        let text = explanation.document(scenario: "s", language: .english).rendered
        #expect(text.contains("\"key\": \"planning.quota_follows\""))
        #expect(text.contains("\"origin\": \"set\""))
    }

    @Test("The price of certificates: shares by hand")
    func certificatePrice() throws {
        let record = try record("policies-as-issued")
        let market = record.outcome.inputs.market
        let bought = record.outcome.decisions.purchases.certificates.nationalTotal(year: 3)
        let (first, rise) = (market.certificatePrice[3], market.certificateSlope[3] * bought)
        let explanation = try explanation(record, "certificate_price[2027]")
        let decided = rise / (first + 2 * rise)
        #expect(abs((explanation.shares[.decided] ?? 0) - decided) < 1e-12)
        #expect(abs((explanation.shares[.assumed] ?? 0) - (1 - decided)) < 1e-12)
    }

    @Test("A cell that all provinces read is one input; what the scenario sets is the scenario's")
    func identity() throws {
        let table = try explanation(
            try projection("policies-as-issued"), "Emissions|CO2e|Aluminum|Direct")
        let anode = table.influences.filter { $0.key.hasPrefix("parameters.anode_co2") }
        #expect(anode.count == 1)
        #expect(anode.first?.addresses.count ?? 0 > 5)
        #expect(anode.first?.file == "parameters.csv")
        let set = try explanation(
            try projection("policies-as-issued", ["parameters.anode_co2.CN-YN=1.6"]),
            "Emissions|CO2e|Aluminum|Direct")
        let own = set.influences.filter { $0.key.hasPrefix("parameters.anode_co2") }
        #expect(own.count == 2)
        let mine = own.first { $0.foundation == .scenario }
        #expect(mine?.key == "parameters.anode_co2.CN-YN")
        #expect(mine?.file == "--set")
        #expect(mine?.value == 1.6...1.6)
        // Together they move the figure as the one cell did.
        let before = anode.reduce(0) { $0 + $1.elasticity }
        let after = own.reduce(0) { $0 + $1.elasticity }
        #expect(abs(before - after) < 0.02)
    }

    @Test("A series that is held on belongs to the cell it is held from")
    func held() throws {
        let record = try projection(
            "policies-as-issued", ["horizon.last_year=2029", "horizon.extend=hold"])
        let explanation = try explanation(record, "output[Yunnan,2029]")
        let utilisation = explanation.influences.first {
            $0.words == ExplainedQuantity.utilisation.text
        }
        #expect(utilisation?.file == "utilisation.csv")
        #expect(utilisation?.key == "utilisation.CN-YN.2029")
        #expect(utilisation?.origin.heldFrom == 2027)
        let cell = record.data.cell(.utilisation, key: ["CN-YN", "2027"], column: "value")
        #expect(utilisation?.line == cell?.line)
        #expect(utilisation?.foundation != .standard)
    }

    @Test(
        "Every input stands where the effective scenario says",
        arguments: ["dry-yunnan", "quotas-2030-trend"])
    func origins(_ name: String) throws {
        let record = try projection(name)
        let explanation = try explanation(record, "cost")
        let values = record.outcome.inputs.effectiveValues.byAddress
        var count = 0
        for node in explanation.graph.nodes {
            guard case .input(let address)? = node.source else { continue }
            let effective = try #require(values[address])
            let origin = try #require(explanation.origin(node))
            count += 1
            switch effective.origin {
            case .table(let file, let line, let column):
                #expect(origin.file == file && origin.line == line && origin.column == column)
                #expect(origin.foundation.grade != nil, "\(address.written)")
            case .scenario(let file, let line):
                #expect(origin.foundation == .scenario)
                #expect(origin.file == file && origin.line == line)
            case .standard: #expect(origin.foundation == .standard)
            case .interpolated: #expect(origin.isInterpolated)
            case .held: #expect(origin.heldFrom != nil)
            }
        }
        #expect(count > 500)
    }

    @Test(
        "Fields that are set for every province and every year at once are one line of the scenario"
    )
    func oneLine() throws {
        let explanation = try explanation(
            try projection("policies-as-issued", ["utilisation.all.2027=90"]), "output[2027]")
        let set = explanation.influences.filter { $0.foundation == .scenario }
        #expect(set.count == 1)
        #expect(set.first?.elasticity ?? 0 > 0.99)
        #expect(set.first?.addresses.count ?? 0 > 10)
    }

    @Test("JSON names every operand it points to, and the leaves can be added up")
    func documents() throws {
        let record = try projection("policies-as-issued")
        let explanation = try explanation(record, "electricity[Yunnan,2026]")
        let json = explanation.document(scenario: "policies-as-issued", language: .english)
        guard case .object(let members) = json,
            case .array(let nodes)? = members.first(where: { $0.key == "nodes" })?.value,
            case .integer(let root)? = members.first(where: { $0.key == "root" })?.value
        else {
            Issue.record("no nodes")
            return
        }
        #expect(root == nodes.count - 1)
        for (place, node) in nodes.enumerated() {
            guard case .object(let fields) = node else { continue }
            let operands = fields.first { $0.key == "operands" }?.value
            guard case .array(let places)? = operands else {
                #expect(fields.contains { $0.key == "input" })
                continue
            }
            for operand in places {
                guard case .integer(let number) = operand else { continue }
                #expect(number < place)
            }
        }
        let lines = explanation.leaves(language: .chinese).text.split(separator: "\n")
        #expect(lines.count > 10)
        #expect(lines[0] == Substring(Explanation.leavesHeader))
    }
}
