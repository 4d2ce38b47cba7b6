import Reporting
import Simulator
import Testing

@Suite("The messages of exported figures speak both languages")
struct ExportFigureCatalogueTests {
    private func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    private func check<Entry: MessageCatalogue>(_ type: Entry.Type) {
        #expect(Set(Entry.allCases.map(\.rawValue)).count == Entry.allCases.count)
        for entry in Entry.allCases {
            let text = entry.text
            #expect(!text.english.isEmpty && isChinese(text.chinese), "\(entry)")
            #expect(!isChinese(text.english), "\(entry)")
            // They stand in expressions and in JSON without arguments.
            #expect(!(text.english + text.chinese).contains { "{}\"".contains($0) }, "\(entry)")
        }
    }

    @Test("Each is there in both, without arguments")
    func entries() {
        check(ExportFigureMessage.self)
    }
}
