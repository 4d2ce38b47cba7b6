internal import PlannerPage
internal import Simulator
internal import Testing

@Suite struct `The words around levers and answers` {
    private func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
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

    private func check<Entry: MessageCatalogue>(_ type: Entry.Type, same: Set<String>) {
        for entry in Entry.allCases {
            let text = entry.text
            #expect(!text.english.isEmpty && !text.chinese.isEmpty, "\(entry)")
            #expect(placeholders(text.english) == placeholders(text.chinese), "\(entry)")
            guard !same.contains(entry.rawValue) else { continue }
            #expect(isChinese(text.chinese), "\(entry)")
            #expect(!isChinese(text.english), "\(entry)")
        }
    }

    @Test func `are there in both languages`() {
        // The switch is written in the language that it leads to.
        check(ShellText.self, same: ["language"])
        check(ShellScriptText.self, same: ["runningOf"])
        #expect(ShellText.language.text.english == "中文")
        #expect(ShellText.language.text.chinese == "English")
    }
}
