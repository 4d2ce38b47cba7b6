import Foundation
import TestSupport
import Testing

/// `docs/refusals.md` against the folders it names.
@Suite("The guide to refusals names cases that are there")
struct RefusalGuideTests {
    private static let guide: String = {
        let path = Repository.folder + "/docs/refusals.md"
        return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }()

    /// Names in backticks in the last column of the tables of cases.
    private static let named: [String] = {
        var names: [String] = []
        for line in guide.split(separator: "\n") where line.hasPrefix("|") {
            let cells = line.split(separator: "|")
            guard cells.count == 3, let last = cells.last else { continue }
            let parts = last.split(separator: "`", omittingEmptySubsequences: false)
            names += parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
        return names
    }()

    @Test("Each name is a case or a suite of the tests")
    func names() {
        let cases = Set(CaseFolder.all.map(\.name))
        let suites = ["InputFileTests", "SameDataTests", "RunFolderTests", "RunFolderFaultTests"]
        #expect(Self.named.count >= 90)
        for name in Self.named {
            #expect(cases.contains(name) || suites.contains(name), "\(name)")
        }
        let folders = Self.named.filter(cases.contains)
        #expect(Set(folders).count == folders.count, "no case stands twice")
    }
}
