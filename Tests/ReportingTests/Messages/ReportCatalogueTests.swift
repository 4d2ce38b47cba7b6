import Reporting
import Simulator
import TestSupport
import Testing

@Suite("The messages of reports speak both languages")
struct ReportCatalogueTests {
    private func check<Entry: MessageCatalogue>(_ type: Entry.Type) {
        #expect(CatalogueFaults.found(in: type) == [])
    }

    @Test("Texts are there, and take the same arguments in both languages")
    func entries() {
        check(ReportHeading.self)
        check(ReportSentence.self)
        check(ReportHelp.self)
    }
}
