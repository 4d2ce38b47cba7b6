public import Simulator

/// The levers as JSON, for programs: what each is, what it may be and where it stands.
public struct LeverListDocument: Sendable {
    public let json: JSONValue

    /// - Throws: where the scenario of the state cannot be opened.
    public init(desk: PlanningDesk, state: PageState, language: Language) throws {
        let foundation = ValueFoundation(data: desk.data, language: language)
        let standings = try desk.standings(for: state)
        json = .array(
            standings.map { Self.lever($0, language: language, foundation: foundation) })
    }

    private static func lever(
        _ standing: LeverStanding, language: Language, foundation: ValueFoundation
    ) -> JSONValue {
        let lever = standing.lever
        var members: [(key: String, value: JSONValue)] = []
        members.append(("name", .text(lever.identifier)))
        members.append(("group", .text(lever.group.rawValue)))
        members.append(("group_title", .text(lever.group.text[language])))
        members.append(("title", .text(lever.title[language])))
        members.append(("sentence", .text(lever.sentence[language])))
        members.append(("unit", .text(lever.unit[language])))
        switch lever.control {
        case .slider(let range, let step):
            members.append(("control", .text("slider")))
            members.append(("minimum", .number(range.lowerBound)))
            members.append(("maximum", .number(range.upperBound)))
            members.append(("step", .number(step)))
            members.append(("start", standing.start.map(JSONValue.number) ?? .null))
        case .choice(let choices):
            members.append(("control", .text("choice")))
            members.append(("choices", .array(choices.map(JSONValue.text))))
        case .flag:
            members.append(("control", .text("flag")))
            members.append(("choices", .array([.text("true"), .text("false")])))
        }
        let standard: JSONValue =
            standing.standard.isEmpty ? .null : .text(standing.standard)
        members.append(("default", standard))
        members.append(("value", standing.given.map(JSONValue.text) ?? standard))
        members.append(("derived", .flag(lever.isDerived)))
        members.append(("keys", .array(lever.keys.map(JSONValue.text))))
        members.append(
            ("tables", .array(lever.tableKeys.map { JSONValue.text($0.path) })))
        members.append(("moves", .array(lever.moves.map { .text($0.rawValue) })))
        members.append(
            ("moves_elsewhere", .array(lever.movesElsewhere.map { .text($0.rawValue) })))
        members.append(("standing", .text(LeverWords(language).standing(standing))))
        members.append(
            ("grades", .array(foundation.grades(standing.values).map { .text($0.rawValue) })))
        members.append(
            ("sources", .array(foundation.words(standing.values).map(JSONValue.text))))
        return .object(members)
    }
}
