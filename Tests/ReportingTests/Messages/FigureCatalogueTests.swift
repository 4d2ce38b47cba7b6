import Reporting
import Simulator
import Testing

@Suite("The messages of figures speak both languages")
struct FigureCatalogueTests {
    private func placeholders(_ text: String) -> Set<Substring> {
        var found = Set<Substring>()
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            found.insert(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    private func check<Entry: MessageCatalogue>(_ type: Entry.Type) {
        for entry in Entry.allCases {
            let text = entry.text
            #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(entry)")
            #expect(placeholders(text.english) == placeholders(text.chinese), "\(entry)")
            let isChinese = { (text: String) in
                text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
            }
            #expect(!isChinese(text.english), "\(entry)")
            if text.english.filter(\.isLetter).count > 12 {
                #expect(isChinese(text.chinese), "\(entry)")
            }
        }
    }

    @Test("Texts are there and placeholders agree")
    func entries() {
        check(FigureMessage.self)
        check(FigureTableMessage.self)
        check(PlotMessage.self)
    }
}
