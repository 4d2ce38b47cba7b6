import Simulator
import Testing

@testable import PlannerPage

@Suite("The messages of the page speak both languages")
struct PageCatalogueTests {
    private func placeholders(_ text: String) -> Set<Substring> {
        Set(text.matches(of: /\{([A-Za-z]+)\}/).map(\.1))
    }

    private func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    private func check<Entry: MessageCatalogue>(_ type: Entry.Type) {
        for entry in Entry.allCases {
            let text = entry.text
            #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(entry)")
            #expect(placeholders(text.english) == placeholders(text.chinese), "\(entry)")
            // The link to the other language is written in that language.
            if text.english != "中文" { #expect(!isChinese(text.english), "\(entry)") }
            let words = text.english.replacing(/\{[A-Za-z]+\}/, with: "").filter(\.isLetter)
            if words.count > 7 { #expect(isChinese(text.chinese), "\(entry)") }
        }
    }

    @Test("Texts are there, and take the same arguments in both languages")
    func entries() {
        check(AlternativesPageMessage.self)
        check(AnswerMessage.self)
        check(ComparisonPageMessage.self)
        check(JSONFault.self)
        check(LeverEffect.self)
        check(LeverFormMessage.self)
        check(LeverGroup.self)
        check(LeverMessage.self)
        check(LeverName.self)
        check(PageMessage.self)
        check(RefusalMessage.self)
        check(RequestMessage.self)
        check(ShellScriptText.self)
        check(ShellText.self)
    }
}
