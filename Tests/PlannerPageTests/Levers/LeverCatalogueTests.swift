internal import PlannerPage
internal import Simulator
internal import Testing

@Suite struct LeverCatalogueTests {
    @Test func `a lever is named once, and there are few enough to look over`() {
        let names = LeverCatalogue.all.map(\.identifier)
        #expect(Set(names).count == names.count)
        #expect((25...36).contains(names.count))
        #expect(Set(names) == Set(LeverName.allCases.map(\.rawValue)))
    }

    @Test func `every group has levers, and they stand together`() {
        var groups: [LeverGroup] = []
        for lever in LeverCatalogue.all where groups.last != lever.group {
            groups.append(lever.group)
        }
        #expect(groups == LeverGroup.allCases)
    }

    @Test(arguments: LeverCatalogue.all.map(\.identifier))
    func `a lever is a key of a scenario or a word with a hyphen`(name: String) throws {
        let lever = try #require(LeverCatalogue.byIdentifier[name])
        #expect(!lever.keys.isEmpty)
        for path in lever.keys { #expect(ScenarioKey.byPath[path] != nil, "\(path)") }
        if lever.isDerived {
            #expect(name.contains("-") && !name.contains("."))
            #expect(LeverCatalogue.derivedIdentifiers.contains(name))
        } else {
            #expect(lever.keys == [name])
        }
    }

    @Test(arguments: LeverCatalogue.all.map(\.identifier))
    func `what a lever offers its key accepts`(name: String) throws {
        let lever = try #require(LeverCatalogue.byIdentifier[name])
        let key = try #require(ScenarioKey.byPath[lever.keys[0]])
        switch lever.control {
        case .slider(let range, let step):
            #expect(range.lowerBound < range.upperBound)
            #expect(step > 0 && step <= (range.upperBound - range.lowerBound) / 10)
            if lever.action == .sets {
                #expect(try #require(key.lowerBound) <= range.lowerBound)
                #expect(try #require(key.upperBound) >= range.upperBound)
            }
            if let neutral = lever.neutral { #expect(range.contains(neutral)) }
        case .choice(let choices):
            #expect(choices.count > 1)
            let desk = try LeverDesk.desk()
            for choice in choices {
                _ = try desk.scenario(for: LeverDesk.state([name: choice]))
            }
        case .flag:
            if lever.action == .sets { #expect(key.choices == ["true", "false"]) }
        }
    }

    @Test(arguments: LeverCatalogue.all.map(\.identifier))
    func `a lever says what it is in both languages and what it moves`(name: String) throws {
        let lever = try #require(LeverCatalogue.byIdentifier[name])
        for text in [lever.title, lever.sentence] {
            #expect(!text.english.isEmpty && !text.chinese.isEmpty)
            #expect(text.english != text.chinese)
        }
        #expect(lever.sentence.english.hasSuffix("."))
        #expect(lever.sentence.chinese.hasSuffix("。"))
        #expect(!(lever.moves + lever.movesElsewhere).isEmpty)
        #expect(Set(lever.moves).isDisjoint(with: lever.movesElsewhere))
    }
}
