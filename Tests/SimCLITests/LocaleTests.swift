import Foundation
import Testing

@Suite("The machine's settings change no byte of data")
struct LocaleTests {
    @Test("Locale, with its decimal comma or none, changes nothing but the language of messages")
    func locales() async throws {
        let program = try CaseProgram()
        var written: [String: Data] = [:]
        for locale in ["C", "de_DE.UTF-8", "fr_FR.UTF-8", "zh_CN.UTF-8", "tr_TR.UTF-8"] {
            let folder = NSTemporaryDirectory() + "greenalu-locale-\(UUID().uuidString)"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let ending = try await program.run(
                ["plan", "dry-yunnan", "--out", "run"], in: folder, locale: locale)
            #expect(ending.status == 0, "\(ending.output)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/run")
            #expect(names.count == 8)
            for name in names {
                let bytes = try #require(
                    FileManager.default.contents(atPath: "\(folder)/run/\(name)"))
                if let first = written[name] {
                    #expect(first == bytes, "\(name) differs under \(locale)")
                } else {
                    written[name] = bytes
                }
            }
            let isChinese = ending.output.contains("规划已达最优")
            #expect(isChinese == locale.hasPrefix("zh"))
        }
        for bytes in written.values {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains(NSTemporaryDirectory() + "greenalu"), "a path of the machine")
        }
    }
}
