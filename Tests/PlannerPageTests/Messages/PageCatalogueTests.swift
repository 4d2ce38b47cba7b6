import Simulator
import TestSupport
import Testing

@testable import PlannerPage

@Suite("The messages of the page speak both languages")
struct PageCatalogueTests {
    private func check<Entry: MessageCatalogue>(_ type: Entry.Type) {
        // The link to the other language is written in that language.
        let shared: Set<String> = Entry.area == ShellText.area ? ["language"] : []
        #expect(CatalogueFaults.found(in: type, shared: shared) == [])
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
