internal import Foundation
internal import GRDB
internal import PlannerPage
internal import Simulator
internal import Testing

@testable internal import SimServer

@Suite struct StoreTests {
    private let folder = StoreFolder()

    private func store() throws -> ScenarioStore {
        try ScenarioStore(path: folder.path, patience: 0.05)
    }

    private func reason(_ store: ScenarioStore) -> String? {
        guard case .unavailable(let message) = store.history else { return nil }
        return message.rendered(in: .english)
    }

    // MARK: - Keeping

    @Test func `what is saved is there when the server starts again`() throws {
        let number = try store().save(ScenarioName("Dry year"), yaml: "a: 1").entry.scenario.number
        let again = try store()
        let saved = try #require(try again.saved(number))
        #expect(
            saved
                == SavedScenario(
                    number: number, name: "Dry year", file: "dry-year.yaml", yaml: "a: 1"))
        #expect(reason(again) == nil)
    }

    @Test func `file and folder are for their owner alone`() throws {
        _ = try store().save(ScenarioName("x"), yaml: "")
        let files = FileManager.default
        for (path, mode) in [(folder.path, 0o600), (folder.folder, 0o700)] {
            let found = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(found == mode)
        }
    }

    @Test func `numbers are not given twice`() throws {
        let store = try store()
        let first = try store.save(ScenarioName("one"), yaml: "").entry.scenario.number
        #expect(try store.delete(first))
        #expect(try !store.delete(first))
        #expect(try store.saved(first) == nil)
        let second = try store.save(ScenarioName("two"), yaml: "").entry.scenario.number
        #expect(second > first)
    }

    @Test func `the same text under the same name is saved once, another is refused`() throws {
        let store = try store()
        let name = try ScenarioName("plan")
        let first = try store.save(name, yaml: "a: 1")
        let again = try store.save(name, yaml: "a: 1")
        #expect(first.isNew && !again.isNew)
        #expect(first.entry == again.entry)
        #expect(throws: StoreRefusal.self) { try store.save(name, yaml: "a: 2") }
        #expect(try store.saved(first.entry.scenario.number)?.yaml == "a: 1")
    }

    @Test func `a full store refuses and loses nothing`() throws {
        let store = try ScenarioStore(path: nil)
        for number in 1...ScenarioStore.savedLimit {
            _ = try store.save(ScenarioName("n\(number)"), yaml: "")
        }
        let refusal = #expect(throws: StoreRefusal.self) {
            try store.save(ScenarioName("one more"), yaml: "")
        }
        #expect(refusal?.reason == .full)
        #expect(try store.entries().count == ScenarioStore.savedLimit)
    }

    // MARK: - Names from outside

    static let hostile = [
        "'; DROP TABLE saved; --", "\" OR \"\"=\"", "<script>alert(1)</script>",
        "100%", "under_score", "back\\slash", "%_\\", "ﷺ", "田中さんにあげて下さい", "ÅÍÎÏ",
        "😍 🏳️‍🌈", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "null", "NaN", "0x0", "../../etc/passwd", "$HOME", "{0}",
    ]

    @Test(arguments: hostile)
    func `a name is kept as it is and found by each part of it`(_ text: String) throws {
        let name: ScenarioName
        do {
            name = try ScenarioName(text)
        } catch {
            // Characters that cannot be seen are refused; the joiner of a flag is one.
            #expect(text.unicodeScalars.contains(where: PrintableText.isUnsafe))
            return
        }
        let store = try store()
        _ = try store.save(ScenarioName("another"), yaml: "")
        let number = try store.save(name, yaml: text).entry.scenario.number
        #expect(try store.saved(number)?.name == text)
        #expect(try store.entries(search: text).map(\.scenario.name) == [text])
        #expect(try store.entries().count == 2)
    }

    @Test func `wildcards of the search stand for themselves`() throws {
        let store = try store()
        for name in ["100% green", "100x green", "a_b", "axb", "c\\d"] {
            _ = try store.save(ScenarioName(name), yaml: "")
        }
        func found(_ search: String) throws -> [String] {
            try store.entries(search: search).map(\.scenario.name).sorted()
        }
        #expect(try found("%") == ["100% green"])
        #expect(try found("_") == ["a_b"])
        #expect(try found("\\") == ["c\\d"])
        #expect(try found("GREEN") == ["100% green", "100x green"])
        #expect(try found("\u{0}").count == 5)
        #expect(try found("nothing like it") == [])
    }

    @Test(arguments: ["", " ", "=1+1", "+1", "-1", "@x", "＝1", "a\u{0}b", "a\nb", "\u{202E}x"])
    func `a name that could do harm is refused`(_ text: String) {
        let rejected = #expect(throws: InputRejected.self) { try ScenarioName(text) }
        #expect(rejected?.findings.first?.location.keyPath == "name")
    }

    @Test func `a name has two hundred characters at most`() throws {
        let text = String(repeating: "铝", count: 200)
        #expect(try ScenarioName(text).text == text)
        #expect(throws: InputRejected.self) { try ScenarioName(text + "铝") }
    }

    @Test func `files are named in letters that every system holds`() throws {
        #expect(
            try ScenarioName("Dry Year, dear carbon!").fileName(number: 3)
                == "dry-year-dear-carbon.yaml")
        #expect(try ScenarioName("枯水年").fileName(number: 3) == "scenario-3.yaml")
        #expect(try ScenarioName("../../etc/passwd").fileName(number: 3) == "etc-passwd.yaml")
    }

    // MARK: - Files that cannot be used

    @Test func `a file that is no database is left as it is`() throws {
        let bytes = Data(
            "not a database, but somebody's notes ".utf8 + [UInt8](repeating: 7, count: 4096))
        try folder.write(bytes)
        let store = try store()
        #expect(reason(store)?.contains("damaged") == true)
        let number = try store.save(ScenarioName("x"), yaml: "y").entry.scenario.number
        #expect(try store.saved(number)?.yaml == "y")
        #expect(try folder.read() == bytes)
    }

    @Test func `a damaged database is left as it is`() throws {
        do {
            let store = try store()
            for number in 1...200 {
                _ = try store.save(
                    ScenarioName("n\(number)"), yaml: String(repeating: "x", count: 500))
            }
        }
        var bytes = try folder.read()
        for place in 4096..<min(bytes.count, 20_000) { bytes[place] = 0xAA }
        try folder.write(bytes)
        #expect(try reason(store())?.contains("damaged") == true)
        #expect(try folder.read() == bytes)
    }

    @Test func `a file of a newer version is left as it is`() throws {
        _ = try store().save(ScenarioName("x"), yaml: "")
        try folder.change("INSERT INTO grdb_migrations (identifier) VALUES ('of-tomorrow')")
        let bytes = try folder.read()
        #expect(try reason(store())?.contains("newer version") == true)
        #expect(try folder.read() == bytes)
    }

    @Test func `a database of another program is left as it is`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.folder, withIntermediateDirectories: true)
        try folder.change("CREATE TABLE bookmarks (place TEXT)")
        let bytes = try folder.read()
        #expect(try reason(store())?.contains("another program") == true)
        #expect(try folder.read() == bytes)
    }

    @Test func `a store that another server uses stays that server's`() throws {
        let first = try store()
        _ = try first.save(ScenarioName("mine"), yaml: "")
        let second = try store()
        #expect(reason(second)?.contains("in use") == true)
        #expect(try second.entries().isEmpty)
        #expect(try first.entries().count == 1)
    }

    @Test func `a link, a folder and a pipe are no store`() throws {
        try folder.write(Data())
        let link = folder.path + ".link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        let pipe = folder.path + ".pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [link, folder.folder, pipe] {
            let store = try ScenarioStore(path: path)
            #expect(reason(store)?.contains("regular file") == true)
        }
    }

    @Test func `a place that cannot be written says so`() throws {
        // The root user may write anywhere but below what is no folder and on /proc.
        let below = try ScenarioStore(path: "/dev/null/greenalu/store.sqlite")
        #expect(reason(below) != nil)
        let nowhere = try ScenarioStore(path: "/proc/greenalu/store.sqlite")
        #expect(reason(nowhere) != nil)
        #expect(try nowhere.save(ScenarioName("x"), yaml: "").isNew)
    }

    @Test func `every message has both languages`() {
        for message in StoreMessage.allCases {
            #expect(!message.text.english.isEmpty && !message.text.chinese.isEmpty)
        }
    }
}

/// A store's file in a folder of the test's own, gone with it.
final class StoreFolder: Sendable {
    let folder = FileManager.default.temporaryDirectory.path + "/greenalu-store-\(UUID())"
    var path: String { folder + "/store.sqlite" }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ bytes: Data) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try bytes.write(to: URL(filePath: path))
    }

    func read() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    /// Changes the file as another program would.
    func change(_ sql: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.inDatabase { try $0.execute(sql: sql) }
        try database.close()
    }
}
