import TestSupport
import Testing

@testable import Simulator

@Suite("Looking things up by place")
struct PlaceIndexTests {
    @Test("A parameter's place is that among all cases")
    func parameters() {
        #expect(Parameter.allCases.map(\.place) == Array(Parameter.allCases.indices))
    }

    @Test(
        "Every variable and row of a problem is found at its index",
        arguments: [
            [], ["planning.emission_cap.2027=342", "planning.capital_budget=5000"],
            ["planning.mode=hard", "planning.national_clean_share.2027=33"],
        ])
    func found(_ options: [String]) throws {
        let baseline = try Repository.baseline("carbon-price-300", options)
        for relaxed in [Set<RepairMeans>(), Set(RepairMeans.allCases)] {
            var scope = RelocationProblem.Scope()
            scope.relaxed = relaxed
            let problem = try RelocationProblem(baseline, scope: scope)
            for (index, variable) in problem.variables.enumerated() {
                #expect(problem.indexOfVariable[variable] == index)
            }
            for (index, limit) in problem.limits.enumerated() {
                #expect(problem.indexOfLimit[limit] == index)
            }
        }
    }

    @Test("What was never put in is not found, in the table or outside it")
    func notFound() {
        var index = PlaceIndex<PlanningVariable>(
            ProgramExtent(smelters: 2, provinces: 3, years: 4))
        let inside = PlanningVariable.move(smelter: 1, destination: 2, year: 3)
        let outside = PlanningVariable.move(smelter: 9, destination: 2, year: 3)
        #expect(index[inside] == nil && index[outside] == nil)
        index[outside] = 7
        #expect(index[inside] == nil)
        #expect(index[outside] == 7)
        index[inside] = 5
        #expect(index[inside] == 5)
        index[inside] = nil
        #expect(index[inside] == nil)
    }

    @Test("No two things share a place")
    func distinct() {
        let extent = ProgramExtent(smelters: 3, provinces: 2, years: 4)
        var places = Set<Int>()
        var count = 0
        func take(_ variable: PlanningVariable) {
            if let place = variable.place(in: extent) { places.insert(place) }
            count += 1
        }
        for year in 0..<4 {
            take(.certificateTotal(year: year))
            for province in 0..<2 {
                for smelter in 0..<3 {
                    take(.move(smelter: smelter, destination: province, year: year))
                }
                take(.creditedGrid(province: province, year: year))
                take(.certificates(province: province, year: year))
                take(.shortfall(province: province, year: year))
                for option in GreenOption.allCases {
                    take(.option(option, province: province, year: year))
                }
            }
        }
        #expect(places.count == count)
        #expect(places.max() ?? 0 < PlanningVariable.placeCount(in: extent))
    }
}
