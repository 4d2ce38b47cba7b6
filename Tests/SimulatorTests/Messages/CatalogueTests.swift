import Simulator
import Testing

@Suite("The catalogue of messages speaks both languages")
struct CatalogueTests {
    /// Every area of the catalogue.
    static let entries: [(identifier: String, text: Text)] = [
        area(AlternativesMessage.self),
        area(AttributionMessage.self),
        area(CSVMessage.self),
        area(CaseMessage.self),
        area(CaseReportMessage.self),
        area(CommandMessage.self),
        area(ComparisonMessage.self),
        area(DataMessage.self),
        area(EnsembleHelp.self),
        area(EnsembleMessage.self),
        area(ExplainedQuantity.self),
        area(ExplanationHelp.self),
        area(ExplanationMessage.self),
        area(ExportHelp.self),
        area(ExportMessage.self),
        area(FileMessage.self),
        area(GlossaryHeading.self),
        area(GlossaryTerm.self),
        area(HelpLabel.self),
        area(HelpMessage.self),
        area(InputListMessage.self),
        area(InputMessage.self),
        area(InspectionMessage.self),
        area(JobHelp.self),
        area(JobMessage.self),
        area(LimitMessage.self),
        area(ManualMessage.self),
        area(MissedQuotaMessage.self),
        area(ModelExportMessage.self),
        area(ModelFileMessage.self),
        area(NumberMessage.self),
        area(ParetoMessage.self),
        area(ProgressMessage.self),
        area(ReasonMessage.self),
        area(ReferenceMessage.self),
        area(RepairMessage.self),
        area(ReportMessage.self),
        area(ReproductionMessage.self),
        area(RobustMessage.self),
        area(RobustReportMessage.self),
        area(RowMessage.self),
        area(ScenarioMessage.self),
        area(SeekHelp.self),
        area(SeekMessage.self),
        area(SensitivityHelp.self),
        area(SensitivityMessage.self),
        area(ServeHelp.self),
        area(SolveMessage.self),
        area(StudyHelp.self),
        area(SweepMessage.self),
        area(TableContent.self),
        area(TableMessage.self),
        area(PlanningSolverMessage.self),
        area(UncertaintyMessage.self),
        area(UncertainGroupName.self),
        area(UsageMessage.self),
        area(WholeLineMessage.self),
    ].flatMap(\.self)

    private static func area<Entry: MessageCatalogue>(
        _ type: Entry.Type
    ) -> [(identifier: String, text: Text)] {
        Entry.allCases.map { ("\(Entry.area).\($0.rawValue)", $0.text) }
    }

    private func placeholders(_ text: String) -> Set<Substring> {
        var found = Set<Substring>()
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            found.insert(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    /// Whether anything but places for arguments, punctuation and units is said.
    private func hasWords(_ text: String) -> Bool {
        var bare = text
        for name in placeholders(text) { bare = bare.replacing("{\(name)}", with: "") }
        return bare.filter(\.isLetter).count > 6
    }

    private func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    @Test("Identifiers are unique, texts are there, placeholders agree")
    func entries() {
        #expect(Set(Self.entries.map(\.identifier)).count == Self.entries.count)
        for (identifier, text) in Self.entries {
            #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(identifier)")
            #expect(
                placeholders(text.english) == placeholders(text.chinese), "\(identifier)")
            #expect(!isChinese(text.english), "\(identifier)")
        }
        let untranslated = Self.entries.filter {
            !isChinese($0.text.chinese) && hasWords($0.text.english)
        }
        #expect(untranslated.isEmpty, "\(untranslated.map(\.identifier))")
    }

    @Test("Keys, variables and rules have meanings in both languages")
    func declarations() {
        for key in ScenarioKey.all {
            #expect(
                isChinese(key.meaning.chinese) && !isChinese(key.meaning.english), "\(key.path)")
        }
        for variable in VariableDefinition.all {
            #expect(isChinese(variable.meaning.chinese), "\(variable.name)")
            #expect(!variable.meaning.english.isEmpty, "\(variable.name)")
        }
        let names = VariableDefinition.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(!name.contains { ";:\"`".contains($0) }, "\(name)") }
    }

    @Test("Text from outside cannot reach the terminal raw")
    func escaping() {
        let message = Message(
            ScenarioMessage.unknownScenario,
            verbatim: ["value": "a\u{1B}[31mb\u{202E}c\n", "advice": "", "known": "-"])
        let rendered = message.rendered(in: .english)
        #expect(rendered.contains("a\\u{1b}[31mb\\u{202e}c\\u{a}"))
        #expect(!rendered.unicodeScalars.contains(where: PrintableText.isUnsafe))
    }
}
