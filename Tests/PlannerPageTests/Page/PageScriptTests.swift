internal import PlannerPage
internal import Simulator
internal import Testing

@Suite struct `The page's script` {
    private static let source = String(decoding: PageAsset.script.bytes, as: UTF8.self)

    /// The source without comments.
    private static let code = source.split(separator: "\n").filter { line in
        !line.drop { $0 == " " }.hasPrefix("//")
    }.joined(separator: "\n")

    /// What stands in quotes.
    private static let literals: [String] = {
        var found: [String] = []
        var current: String?
        var quote: Character = "'"
        for character in code {
            if let text = current {
                if character == quote {
                    found.append(text)
                    current = nil
                } else {
                    current = text + String(character)
                }
            } else if "'`\"".contains(character) {
                quote = character
                current = ""
            }
        }
        return found
    }()

    private static func names(after opening: String) -> Set<String> {
        var found = Set<String>()
        var rest = Substring(code)
        while let place = rest.firstRange(of: opening) {
            rest = rest[place.upperBound...]
            found.insert(String(rest.prefix { $0 != "'" }))
        }
        return found
    }

    @Test func `is strict and asks for nothing of another host`() {
        #expect(Self.code.hasPrefix("'use strict';"))
        for word in ["http:", "https:", "eval(", "new Function", "document.write", "import "] {
            #expect(!Self.code.contains(word), "\(word)")
        }
    }

    @Test func `has no words of its own`() {
        #expect(Self.literals.count > 100)
        #expect(
            Self.source.utf8.allSatisfy {
                $0 < 0x80 || $0 == 0xC2 || $0 == 0xB7 || $0 == 0xE2 || $0 == 0x80 || $0 == 0x94
            })
        for literal in Self.literals {
            let words = literal.split(separator: " ").filter { word in
                word.count > 1 && word.allSatisfy { $0.isLetter && $0.isASCII }
            }
            #expect(words.count < 3, "reads as a sentence: \(literal)")
        }
    }

    @Test func `says only what the catalogue has, and all of it`() {
        let known = Set(ShellScriptText.allCases.map(\.rawValue))
        #expect(Self.names(after: "say('").isSubset(of: known))
        for entry in known { #expect(Self.literals.contains(entry), "\(entry) is never said") }
    }

    @Test func `finds in the page every element that it asks for`() throws {
        // In the answer, which others draw.
        let ofTheAnswer: Set<String> = ["year", "year-shown"]
        let wanted = Self.names(after: "$('").subtracting(ofTheAnswer)
        #expect(wanted.count > 20)
        let page = try `The whole page`.page(.english)
        for identifier in wanted {
            #expect(page.identifiers.contains(identifier), "\(identifier)")
        }
    }
}
