import Foundation
import TestSupport
import Testing

@testable import Simulator

@Suite("The document of an ensemble says what its tables say")
struct EnsembleDocumentTests {
    private func result(_ treatment: EnsembleTreatment) throws -> EnsembleResult {
        let folder = try TemporaryFolder()
        var shown: EnsembleResult?
        _ = try EnsembleWorkspace(files: FileLayer()).run(
            SmallEnsemble.study(draws: 5, treatment: treatment), to: folder.path("run"),
            resumes: false, keepsDraws: false, stop: StopFlag(), tell: { _ in },
            show: { shown = $0 })
        return try #require(shown)
    }

    private func object(_ result: EnsembleResult) throws -> [String: Any] {
        let text = result.document(language: .english).rendered
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(read as? [String: Any])
    }

    @Test("Draws, statuses, figures of every year, moves and today's plan")
    func complete() throws {
        let result = try result(.anew)
        let document = try object(result)
        #expect(document["draws"] as? Int == 5)
        #expect(document["seed"] as? String == "5")
        #expect(document["plan"] as? String == EnsembleTreatment.anew.rawValue)
        let statuses = try #require(document["statuses"] as? [String: Int])
        #expect(statuses.values.reduce(0, +) == 5)
        let figures = try #require(document["figures"] as? [[String: Any]])
        #expect(figures.map { $0["year"] as? Int } == result.frame.horizon.years.map(Optional.init))
        let lastYear = try #require(result.frame.horizon.years.last)
        for quantity in HeadlineQuantity.allCases {
            let said = figures.last?[quantity.rawValue] as? [String: Any]
            let known = result.statistics(quantity, year: lastYear)
            #expect((said == nil) == (known == nil), "\(quantity)")
            guard let said, let known else { continue }
            #expect(said["draws"] as? Int == known.count)
            #expect(agree(said["mean"] as? Double ?? .nan, known.mean, relative: 1e-11))
        }
        let moves = try #require(document["moves"] as? [[String: Any]])
        #expect(moves.count == result.routes.count && !moves.isEmpty)
        for (said, route) in zip(moves, result.routes) {
            #expect((said["median_year"] is NSNull) == (route.share <= 0))
            #expect(said["origin"] as? String != said["destination"] as? String)
        }
        let stress = try #require(document["todays_plan"] as? [String: Any])
        let all = try #require(stress["all"] as? [String: Any])
        #expect(all["count"] as? Int == result.stress?.all.count)
        let quotas = try #require(document["missed_quotas"] as? [[String: Any]])
        for quota in quotas {
            #expect((0...1).contains(quota["share_of_futures"] as? Double ?? -1))
        }
    }

    @Test("Without plans there is neither cost nor move, and no plan of today's to try")
    func unplanned() throws {
        let document = try object(result(.none))
        #expect(document["objective"] is NSNull)
        let moved = try #require(document["moved"] as? [String: Any])
        #expect(moved["max"] as? Double == 0)
        #expect((document["moves"] as? [Any])?.isEmpty == true)
        #expect(document["todays_plan"] is NSNull)
    }
}
