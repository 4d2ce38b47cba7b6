import TestSupport
import Testing

@testable import Simulator

@Suite("What is sought is read or refused")
struct SeekReaderTests {
    private func read(
        _ target: String, _ varying: [String] = ["carbon_price"], _ options: [String] = [],
        isPlanned: Bool = true
    ) throws -> (scenario: Scenario, target: SeekTarget, levers: [SeekLever]) {
        try SeekReader.read(
            "policies-as-issued", options: options, target: target, varying: varying,
            isPlanned: isPlanned, data: Repository.data(), library: Repository.library)
    }

    private func problems(
        _ target: String, _ varying: [String] = ["carbon_price"], _ options: [String] = [],
        isPlanned: Bool = true
    ) throws -> [String] {
        do {
            _ = try read(target, varying, options, isPlanned: isPlanned)
            return []
        } catch let rejected as InputRejected {
            return rejected.findings.filter { $0.severity == .error }.map(\.message.identifier)
        }
    }

    @Test("A share is a fraction or has a sign of per cent")
    func shares() throws {
        #expect(try read("green_share[China,2027]=0.30").target.value == 30)
        #expect(try read("green_share[China,2027]=30%").target.value == 30)
        #expect(try read("green_share[2027]=1").target.value == 100)
        #expect(try read("clean_share[2027] = 30 %").target.value == 30)
        #expect(try problems("green_share[2027]=30") == ["seek.percentMeant"])
        #expect(try problems("green_share[2027]=-0.1") == ["seek.shareOutside"])
        #expect(try problems("green_share[2027]=130%") == ["seek.shareOutside"])
        #expect(try problems("green_share[2027]=300") == ["seek.shareOutside"])
        #expect(try problems("emissions[2027]=30%") == ["seek.noShare"])
        #expect(try problems("emissions[2027]=1e999") == ["seek.valueNotANumber"])
        #expect(try problems("emissions[2027]=nan") == ["seek.valueNotANumber"])
    }

    @Test("A region goes by its code or its name in either language; China by default")
    func regions() throws {
        for name in ["CN-YN", "YN", "Yunnan", "云南", "云南省"] {
            #expect(try read("emissions[\(name),2027]=12").target.province == "CN-YN")
            #expect(try read("emissions[2027,\(name)]=12").target.province == "CN-YN")
            #expect(try read("emissions[\(name)，2027]=12").target.province == "CN-YN")
        }
        for name in ["China", "china", "全国"] {
            #expect(try read("emissions[\(name),2027]=12").target.province == nil)
        }
        #expect(try read("emissions[2027]=400").target.place == "emissions[China,2027]")
        #expect(try problems("emissions[Yunan,2027]=1") == ["scenario.unknown_province_nearest"])
        #expect(try problems("emissions[YN,SD,2027]=1") == ["seek.targetMalformed"])
        #expect(try problems("emissions[YN,SD]=1") == ["seek.twoRegions", "seek.yearMissing"])
    }

    @Test("Variables of the catalogue go by their names, in any case")
    func variables() throws {
        let target = try read("price|certificate[China,2027]=5").target
        #expect(target.unit == "CNY/MWh" && target.value == 5)
        #expect(try problems("Price|Certificate[YN,2027]=5") == ["seek.nationOnly"])
        #expect(try problems("certificate_price[YN,2027]=5") == ["seek.nationOnly"])
        let provincial = try #require(
            VariableDefinition.all.first {
                if case .provinces = $0.aggregation { return true }
                return false
            })
        #expect(try problems("\(provincial.name)[2027]=0.5") == ["seek.provincesOnly"])
        #expect(try problems("green_shre[2027]=0.5") == ["seek.unknownResultNearest"])
        #expect(try problems("happiness-of-the-people[2027]=5") == ["seek.unknownResult"])
    }

    @Test("What the plan has as a whole has no place, and needs a plan")
    func wholePlan() throws {
        #expect(try read("moved=1").target.year == nil)
        #expect(try read("objective=-1000").target.value == -1000)
        #expect(try problems("moved[2027]=1") == ["seek.wholePlan"])
        #expect(try problems("moved=1", isPlanned: false) == ["seek.needsPlan"])
        #expect(try problems("emissions=400") == ["seek.yearMissing"])
        #expect(try problems("emissions[2031]=400") == ["seek.yearOutside"])
        #expect(try problems("emissions[2026,2027]=400") == ["seek.twoYears"])
    }

    @Test("A target without form is refused, and everything in one pass")
    func malformed() throws {
        for text in ["", "green_share", "=3", "green_share[2027]=", "a]=3", "[2027]=3"] {
            #expect(try problems(text) == ["seek.targetMalformed"], "\(text)")
        }
        let found = try problems(
            "green_share[2031]=30", ["accounting.rule", "carbn_price", "lead_time"],
            ["hosting=-1"])
        #expect(
            found == [
                "scenario.out_of_range", "seek.yearOutside", "seek.percentMeant",
                "seek.leverNotANumber", "sweep.unknownKey", "seek.leverWhole",
            ])
    }

    @Test("Levers are numbers, with a range of their own or one that lies within it")
    func levers() throws {
        let lever = try read("moved=1").levers[0]
        #expect(lever.key == "carbon.price" && lever.range == 0...100_000)
        let current = try #require(lever.current)
        #expect(current.lowerBound > 50 && current.upperBound < 100)
        let given = try read("moved=1", ["hosting.CN-YN.2027=0.5:3"]).levers[0]
        #expect(given.range == 0.5...3 && given.isRangeGiven && given.scale == 2.5)
        #expect(given.current == 2...2)
        for (text, problem) in [
            ("carbon_price=1", "seek.rangeNeedsTwo"), ("carbon_price=1:2:3", "seek.rangeNeedsTwo"),
            ("carbon_price=a:2", "seek.rangeNeedsTwo"), ("carbon_price=3:2", "seek.rangeEmpty"),
            ("carbon_price=-5:2", "seek.rangeOutside"), ("=1:2", "seek.leverMalformed"),
            ("accounting.rule", "seek.leverNotANumber"),
            ("transfers.drop", "seek.leverNotANumber"),
            ("planning.lead_time", "seek.leverWhole"), ("horizon.last_year", "seek.leverWhole"),
            ("carbon.prise", "scenario.unknown_key_nearest"),
            ("hosting.CN-YN.2031", "scenario.year_outside"),
        ] {
            #expect(try problems("moved=1", [text]) == [problem], "\(text)")
        }
        #expect(
            try problems("moved=1", ["carbon_price", "carbon.price.2027"]) == ["seek.leversOverlap"]
        )
    }

    @Test("A grid holds the ends, the scenario's own value, and enough between them")
    func grids() throws {
        for text in [
            "carbon_price", "hydrology.CN-YN", "quotas.shift", "hosting.CN-YN.2027",
            "carbon_price=0:1000", "planning.capital_budget", "discount_rate",
        ] {
            let lever = try read("moved=1", [text]).levers[0]
            let grid = lever.grid
            #expect(grid.count >= 12 && grid.count <= 50, "\(text): \(grid.count)")
            #expect(grid == grid.sorted() && Set(grid).count == grid.count)
            #expect(grid.first == lever.range.lowerBound && grid.last == lever.range.upperBound)
            let start = DecimalText.significant(lever.start, digits: 12)
            #expect(grid.contains(start), "\(text)")
        }
    }
}
