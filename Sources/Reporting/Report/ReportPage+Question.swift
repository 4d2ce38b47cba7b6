internal import Simulator

/// What is asked, and what the scenario changes for it.
extension ReportPage {
    var question: [HTMLNode] {
        let asked = record.scenario.question[language]
        var content: [HTMLNode] = []
        if asked.isEmpty {
            content.append(paragraph(say(.noQuestion)))
        } else {
            content.append(
                .element(
                    "p",
                    [HTMLNode.Attribute("class", "lead"), HTMLNode.Attribute("dir", "auto")],
                    [.text(foreign(asked))]))
        }
        guard let layered else { return content }
        let shown = layered.values.filter { $0.isSet && !$0.isRestated }
        guard !shown.isEmpty else { return content + [paragraph(say(.setsNothing))] }
        return content + [setTable(shown).node]
    }

    private func setTable(_ shown: [LayeredValue]) -> ReportTable {
        var table = ReportTable(
            "set", caption: label(.setValues),
            columns: [
                .words(label(.input)), .words(label(.place)), .number(label(.value)),
                .number(label(.was)), .words(label(.unit)), .words(label(.setIn)),
                .sentences(label(.foundation)),
            ])
        let joined = JoinedPlaces.join(
            shown.map(\.address), signatures: shown.map(SetSignature.init),
            provinces: inputs.provinces.map(\.code))
        for place in joined {
            let values = place.members.map { shown[$0] }
            let before = ValueWording.range(values.map(\.beneath)) ?? say(.none)
            table.append([
                ReportTable.Cell(places.meaning(place.path)),
                ReportTable.Cell(places.place(place, item: values[0].address.item)),
                ReportTable.Cell(choice(short(values[0].value), place.path)),
                ReportTable.Cell(choice(before, place.path)),
                ReportTable.Cell(ValueWording.unit(place.path)),
                ReportTable.Cell([
                    .tag("code", "origin", ValueWording.origin(values.map(\.origin), language))
                ]),
                ReportTable.Cell(foundation(values.compactMap(\.beneath))),
            ])
        }
        return table
    }

    /// A choice in words.
    func choice(_ written: String, _ path: String) -> String {
        ChoiceWording.shown(written, path: path, language: language)
    }

    /// A list is shown by names, in as many words as it has.
    private func short(_ value: ScenarioValue) -> String {
        if case .identifiers(let names) = value {
            return names.isEmpty
                ? say(.none) : names.joined(separator: language == .chinese ? "、" : ", ")
        }
        return value.written
    }

    /// Sources and grades of values of the tables, each once.
    private func foundation(_ values: [EffectiveValue]) -> String {
        var found: [String] = []
        for value in values {
            let text: String
            if let provenance = record.data.provenance(of: value.origin) {
                text = provenance.words(in: language)
            } else {
                text = ValueWording.origin([value.origin], language)
            }
            if !text.isEmpty, !found.contains(text) { found.append(text) }
            if found.count > 3 { return found.prefix(3).joined(separator: "; ") + " …" }
        }
        return found.joined(separator: language == .chinese ? "；" : "; ")
    }
}

/// What makes two set values one row.
private struct SetSignature: Hashable {
    let value: ScenarioValue
    let kind: String
    let file: String?

    init(_ value: LayeredValue) {
        self.value = value.value
        kind = value.origin.kind
        file = value.origin.file
    }
}
