internal import PlannerPage
internal import Simulator
internal import Testing

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    /// Values have no equality of their own; their text has.
    private func again(_ text: String) throws -> String { try read(text).rendered }

    @Test func `what is written by the program is read back as it was`() throws {
        let value = JSONValue.object([
            ("a", .array([.integer(-3), .number(0.1), .number(1e300), .null, .flag(true)])),
            ("铝 \"\\", .text("line\n\u{1F600}")), ("b", .object([])),
        ])
        #expect(try again(value.rendered) == value.rendered)
    }

    @Test func `escapes stand for their characters`() throws {
        guard case .text(let text) = try read(#""\u94dd\ud83d\ude00\t\/""#) else {
            Issue.record("no text")
            return
        }
        #expect(text == "铝😀\t/")
    }

    @Test func `whole numbers beyond 64 bits become numbers`() throws {
        guard case .number = try read("9223372036854775808") else {
            Issue.record("no number")
            return
        }
        guard case .integer(Int.max) = try read("9223372036854775807") else {
            Issue.record("no integer")
            return
        }
    }

    @Test(arguments: [
        "", " ", "{", "[1,", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "nul", "True", "01", "-",
        "1.", ".5", "1e", "+1", "0x1", "NaN", "Infinity", "1e999", "[1] 2", "\"", "\"\u{1}\"",
        "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "{\"a\":1,\"a\":2}", "'a'",
        "\u{FEFF}\u{FEFF}1", "/* */ 1",
    ])
    func `what is no JSON is refused with its line`(_ text: String) {
        let rejected = #expect(throws: InputRejected.self) { try read(text) }
        #expect(rejected?.findings.first?.location.line == 1)
        #expect(rejected?.findings.first?.message.arguments["remedy"] != nil)
    }

    @Test func `bytes that are no text are refused`() {
        for bytes in [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
        ] {
            #expect(throws: InputRejected.self) { try JSONReader.read(bytes.map { UInt8($0) }) }
        }
    }

    @Test func `nesting ends before the stack does`() throws {
        let depth = JSONReader.depthLimit
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try read(nested(depth))
        #expect(throws: InputRejected.self) { try read(nested(depth + 1)) }
        #expect(throws: InputRejected.self) { try read(String(repeating: "[", count: 1_000_000)) }
        #expect(throws: InputRejected.self) {
            try read(String(repeating: "{\"a\":", count: 100_000))
        }
    }

    @Test func `a body holds a bounded number of values`() {
        let many = "[" + String(repeating: "1,", count: JSONReader.valueLimit) + "1]"
        #expect(throws: InputRejected.self) { try read(many) }
    }

    @Test func `every problem of a request is named in one pass`() throws {
        var object = RequestObject(
            try read(#"{"kid":"ensemble","draws":"many","seed":-1,"treatment":"anow","x":1}"#))
        _ = object.requiredText("kind")
        _ = object.integer("draws", in: 1...10)
        _ = object.integer("seed", in: 0...10)
        _ = object.choice("treatment", of: EnsembleTreatment.self)
        let rejected = #expect(throws: InputRejected.self) { try object.finish() }
        let fields = rejected?.findings.map { $0.location.keyPath ?? "" }
        #expect(fields == ["kind", "draws", "seed", "treatment", "kid", "x"])
        let sentences = rejected?.findings.map { $0.message.rendered(in: .english) } ?? []
        #expect(sentences.contains { $0.contains("Did you mean 'kind'?") })
        #expect(sentences.contains { $0.contains("Did you mean 'anew'?") })
        #expect(sentences.allSatisfy { !$0.contains("{") && !$0.contains("}") })
        let chinese = rejected?.findings.map { $0.message.rendered(in: .chinese) } ?? []
        #expect(chinese.allSatisfy { !$0.contains("{") && !$0.contains("}") })
    }

    @Test func `what the members lead to is judged in the same pass`() throws {
        var object = RequestObject(try read(#"{"x":1,"name":"=1"}"#))
        let name = object.requiredText("name") ?? ""
        let rejected = #expect(throws: InputRejected.self) {
            try object.finish { _ = try ScenarioName(name) }
        }
        #expect(Set(rejected?.findings.map { $0.location.keyPath ?? "" } ?? []) == ["x", "name"])
    }

    @Test func `numbers, flags and texts become what a link would hold`() throws {
        var object = RequestObject(
            try read(#"{"settings":{"a":300,"b":0.1,"c":true,"d":"x","e":[1],"f":null}}"#))
        let values = object.values("settings")
        #expect(values == ["a": "300", "b": "0.1", "c": "true", "d": "x"])
        let rejected = #expect(throws: InputRejected.self) { try object.finish() }
        #expect(
            rejected?.findings.map { $0.location.keyPath ?? "" } == ["settings.e", "settings.f"])
    }

    @Test(arguments: ["[]", "1", "null", "\"a\""])
    func `a request is an object`(_ text: String) throws {
        var object = RequestObject(try read(text))
        _ = object.requiredText("name")
        let rejected = #expect(throws: InputRejected.self) { try object.finish() }
        #expect(rejected?.findings.count == 1)
    }

    @Test func `whole numbers may be written as numbers`() throws {
        var object = RequestObject(try read(#"{"a":1e3,"b":2.0,"c":2.5,"d":1e30}"#))
        #expect(object.integer("a", in: 1...10_000) == 1000)
        #expect(object.integer("b", in: 1...10_000) == 2)
        #expect(object.integer("c", in: 1...10_000) == nil)
        #expect(object.integer("d", in: 1...10_000) == nil)
        #expect(throws: InputRejected.self) { try object.finish() }
    }
}
