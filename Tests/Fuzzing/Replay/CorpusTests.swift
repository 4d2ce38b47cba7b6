internal import Foundation
internal import TestSupport
internal import Testing

/// The inputs of the corpus, those that once broke something among them, without the fuzzer.
@Suite struct CorpusTests {
    private static let folder = "\(Repository.folder)/Tests/Fuzzing/Corpus"

    /// Checks one input after another on a thread of its own: a check may wait for the server, which
    /// would never come to it while tests hold the threads of all tasks.
    private static func broken(in name: String) async -> [String] {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                var broken: [String] = []
                for target in PropertyCheck.all where target.name == name {
                    let folder = "\(folder)/\(name)"
                    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
                    for input in (names ?? []).sorted() {
                        do {
                            let path = "\(folder)/\(input)"
                            try target.check([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
                        } catch {
                            broken.append("\(input): \(error)")
                        }
                    }
                }
                continuation.resume(returning: broken)
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    @Test(arguments: PropertyCheck.all.map(\.name))
    func `the inputs of the corpus break no property`(_ name: String) async {
        let broken = await Self.broken(in: name)
        #expect(broken == [])
    }

    @Test(arguments: PropertyCheck.all.map(\.name))
    func `every target has inputs in the corpus`(_ name: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(name)")
        #expect(names.count >= 3)
    }
}
