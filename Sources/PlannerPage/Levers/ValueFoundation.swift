internal import Reporting
internal import Simulator

/// What values of a scenario rest on: their grades and sources, each once.
struct ValueFoundation {
    let data: DataSet
    let language: Language

    /// Sources listed before the rest is only counted.
    private static let limit = 3

    /// Grade and source of each value of a table, or what else gives the value.
    func words(_ values: [EffectiveValue]) -> [String] {
        var found: [String] = []
        var seen = Set<String>()
        for value in values {
            let text = words(value)
            if !text.isEmpty, seen.insert(text).inserted { found.append(text) }
        }
        guard found.count > Self.limit else { return found }
        let rest = Message(
            LeverFormMessage.further, verbatim: ["count": String(found.count - Self.limit)])
        return found.prefix(Self.limit) + [rest.rendered(in: language)]
    }

    func words(_ value: EffectiveValue) -> String {
        switch value.origin {
        case .table(let file, _, _):
            return data.provenance(of: value.origin)?.words(in: language) ?? file
        case .scenario:
            let place = ValueWording.origin([value.origin], language)
            return Message(LeverFormMessage.setIn, verbatim: ["place": place])
                .rendered(in: language)
        case .standard:
            return LeverFormMessage.modelDefault.text[language]
        case .interpolated, .held:
            return ValueWording.origin([value.origin], language)
        }
    }

    /// Grades of the tables' values, in the order in which they occur.
    func grades(_ values: [EffectiveValue]) -> [Grade] {
        var result: [Grade] = []
        for value in values {
            guard let grade = data.provenance(of: value.origin)?.grade, !result.contains(grade)
            else { continue }
            result.append(grade)
        }
        return result
    }
}
