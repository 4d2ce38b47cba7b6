import Simulator
import TestSupport
import Testing

@testable import SimServer

@Suite("The messages of the server speak both languages")
struct ServerCatalogueTests {
    private func check<Entry: MessageCatalogue>(_ type: Entry.Type) {
        #expect(CatalogueFaults.found(in: type) == [])
    }

    @Test("Texts are there, and take the same arguments in both languages")
    func entries() {
        check(SimServer.JobMessage.self)
        check(ServerRefusal.self)
        check(ServerWords.self)
        check(StoreMessage.self)
    }
}
