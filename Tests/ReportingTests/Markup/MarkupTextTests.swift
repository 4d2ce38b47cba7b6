import Testing

@testable import Reporting

@Suite("Text in markup")
struct MarkupTextTests {
    @Test("What would end an element or an attribute is written as an entity")
    func entities() {
        #expect(
            MarkupText.escaped("<b a=\"1\">R&D's</b>")
                == "&lt;b a=&quot;1&quot;&gt;R&amp;D&#39;s&lt;/b&gt;")
    }

    @Test("Chinese and line ends stay, characters that XML does not allow go")
    func characters() {
        #expect(MarkupText.escaped("云南\n铝\u{0}\u{1B}[1m\u{FFFE}") == "云南\n铝[1m")
    }

    @Test("Nothing in a text turns the direction of what stands beside it")
    func direction() {
        #expect(MarkupText.escaped("\u{202E}evil\u{202C} \u{2066}x\u{2069}") == "evil x")
        #expect(MarkupText.escaped("עברית") == "עברית")
    }
}
