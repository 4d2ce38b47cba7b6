internal import Foundation
internal import TestSupport
internal import Testing

/// The inputs of the corpus, those that once broke something among them, without the fuzzer.
@Suite struct CorpusTests {
    static let folder = "\(Repository.folder)/Tests/Fuzzing/Corpus"

    struct Input: CustomTestStringConvertible, Sendable {
        let target: PropertyCheck
        let path: String
        var testDescription: String { path }
    }

    static let inputs: [Input] = PropertyCheck.all.flatMap { target in
        let folder = "\(folder)/\(target.name)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { Input(target: target, path: "\(folder)/\($0)") }
    }

    @Test(arguments: inputs)
    func `an input of the corpus breaks no property`(_ input: Input) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: input.path)))
        #expect(throws: Never.self, "\(input.path)") { try input.target.check(bytes) }
    }

    @Test(arguments: PropertyCheck.all.map(\.name))
    func `every target has inputs in the corpus`(_ name: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(name)")
        #expect(names.count >= 3)
    }
}
