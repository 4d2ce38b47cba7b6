import Simulator
import Testing

@testable import SimServer

@Suite("The messages of the server speak both languages")
struct ServerCatalogueTests {
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
            #expect(!isChinese(text.english), "\(entry)")
            let words = text.english.replacing(/\{[A-Za-z]+\}/, with: "").filter(\.isLetter)
            if words.count > 7 { #expect(isChinese(text.chinese), "\(entry)") }
        }
    }

    @Test("Texts are there, and take the same arguments in both languages")
    func entries() {
        check(SimServer.JobMessage.self)
        check(ServerRefusal.self)
        check(ServerWords.self)
        check(StoreMessage.self)
    }
}
