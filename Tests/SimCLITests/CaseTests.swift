import Testing

/// The folders of `Tests/Cases`, run from end to end; CONTRIBUTING.md describes their files.
@Suite("Cases")
struct CaseTests {
    @Test("Each case ends with its exit code and says what it should", arguments: CaseFolder.all)
    func endsAsExpected(_ source: CaseFolder) async throws {
        let program = try CaseProgram()
        let languages = source.has("expected-messages.zh") ? [false, true] : [false]
        for isChinese in languages {
            let run = CaseRun(source: source, program: program, isChinese: isChinese)
            if let complaint = try await RunningCases.shared.run({ try await run.complaint() }) {
                Issue.record("\(complaint)")
            }
        }
    }

    @Test("Each case has a command and an exit code, and there are at least 25")
    func areComplete() throws {
        let cases = CaseFolder.all
        #expect(cases.count >= 25 || CaseFolder.areChosen)
        for source in cases {
            #expect(throws: Never.self, "\(source)") { try source.arguments() }
            #expect(throws: Never.self, "\(source)") { try source.expectedExit() }
            #expect(throws: Never.self, "\(source)") { try source.lines(of: "expected-messages") }
            #expect(throws: Never.self, "\(source)") { try source.environment() }
        }
    }
}

extension CaseFolder: CustomTestStringConvertible {
    var testDescription: String { name }
}
