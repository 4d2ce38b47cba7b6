import Simulator
import Testing

@testable import SimServer

@Suite("A query is taken apart as a browser wrote it")
struct QueryTextTests {
    private func pairs(_ query: String) -> [String]? {
        QueryText.parameters(query)?.map { "\($0.name)|\($0.value)" }
    }

    @Test("Percent-encoding and plus signs are undone, order and repetition kept")
    func decoding() {
        #expect(pairs("") == [])
        #expect(pairs("a=1&b=2&a=3") == ["a|1", "b|2", "a|3"])
        #expect(pairs("a=1+2&b=%2B&c=%E4%BA%91") == ["a|1 2", "b|+", "c|云"])
        #expect(pairs("a=b=c&d&=e&&") == ["a|b=c", "d|", "|e"])
    }

    @Test(
        "Incomplete encodings and bytes that are not UTF-8 are refused",
        arguments: ["a=%", "a=%4", "a=%zz", "%=1", "a=%FF", "a=%C0%AE", "a=%E4%BA"])
    func malformed(_ query: String) {
        #expect(pairs(query) == nil)
    }

    @Test("The token goes, all else stays letter by letter")
    func withoutToken() {
        #expect(
            QueryText.withoutToken("token=x&scenario=a%20b&lang=zh") == "scenario=a%20b&lang=zh")
        #expect(QueryText.withoutToken("scenario=a&token=x") == "scenario=a")
        #expect(QueryText.withoutToken("%74oken=x") == "")
        #expect(QueryText.withoutToken("tokens=x") == "tokens=x")
    }

    @Test("The browser's first language of ours is taken, by weight")
    func languages() {
        #expect(AcceptedLanguage.preferred("zh-CN,zh;q=0.9,en;q=0.8") == .chinese)
        #expect(AcceptedLanguage.preferred("en;q=0.5, zh;q=0.7") == .chinese)
        #expect(AcceptedLanguage.preferred("fr, en-GB;q=0.3") == .english)
        #expect(AcceptedLanguage.preferred("fr, de") == nil)
        #expect(AcceptedLanguage.preferred("zh;q=0, en") == .english)
        #expect(AcceptedLanguage.preferred("zh;q=x") == nil)
        #expect(AcceptedLanguage.preferred("") == nil)
    }
}
