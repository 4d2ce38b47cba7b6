import Foundation
import Testing

@Suite("Jobs that generate-runs writes")
struct GenerateRunsTests {
    private let program: CaseProgram
    private let shell = CaseProgram(path: "/bin/sh")
    private let folder: String

    /// What a shell would read something into.
    private static let nasty = "dry $HOME 'years' \"x\" `id` ; & \\n * ~ 云南"

    init() throws {
        program = try CaseProgram()
        folder = "\(NSTemporaryDirectory())/greenalu-jobs-\(UUID().uuidString)/\(Self.nasty)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
    }

    private func remove() {
        let above = folder.dropLast(Self.nasty.count + 1)
        try? FileManager.default.removeItem(atPath: String(above))
    }

    @discardableResult
    private func run(_ runner: CaseProgram, _ words: [String]) async throws -> String {
        let ending = try await runner.run(words, in: folder)
        #expect(ending.status == 0, "\(words): \(ending.output)")
        return ending.output
    }

    private func contents(_ name: String) throws -> [String: Data] {
        var result: [String: Data] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)") {
            result[file] = FileManager.default.contents(atPath: "\(folder)/\(name)/\(file)")
        }
        return result
    }

    @Test("Their scripts do the work of one process, whatever stands in paths and values")
    func scripts() async throws {
        defer { remove() }
        let scenario = "\(Self.nasty).yaml"
        try Data("schema: 1\ncarbon: {price: 120}\n".utf8)
            .write(to: URL(fileURLWithPath: "\(folder)/\(scenario)"))
        let options = [
            scenario, "--draws", "5", "--seed", "3", "--sampling", "latin-hypercube", "--plan",
            "none", "--set", "carbon.free_share=0.9",
        ]
        try await run(program, ["ensemble"] + options + ["--out", "whole", "--all-draws"])
        let job = "job \(Self.nasty)"
        try await run(
            program,
            ["generate-runs"] + options + [
                "--kind", "parallel", "--shards", "2", "--all-draws", "--program", program.path,
                "--out", job,
            ])
        // A shell started elsewhere, with the path of the script alone.
        for number in ["2", "1", "1"] {
            try await run(shell, ["\(folder)/\(job)/shard.sh", number])
        }
        try await run(shell, ["\(folder)/\(job)/merge.sh"])
        let merged = try contents("\(job)/merged")
        #expect(merged["draw_results.csv"] != nil)
        #expect(try merged == contents("whole"))
    }

    @Test(
        "Every script is one that a shell can read", arguments: ["sbatch", "snakemake", "parallel"])
    func syntax(_ kind: String) async throws {
        defer { remove() }
        try await run(
            program,
            [
                "generate-runs", "--kind", kind, "--shards", "3", "--draws", "9", "--program",
                Self.nasty, "--out", "job",
            ])
        for name in try contents("job").keys.sorted()
        where name.hasSuffix(".sh") || name.hasSuffix(".sbatch") {
            try await run(shell, ["-n", "job/\(name)"])
        }
    }

    @Test("The language of the command is that of the comments")
    func languages() async throws {
        defer { remove() }
        for (language, word) in [("en", "# Runs one shard"), ("zh", "# 运行一个分片")] {
            try await run(
                program,
                [
                    "generate-runs", "--kind", "snakemake", "--shards", "3", "--draws", "9",
                    "--lang", language, "--out", language,
                ])
            let script = try #require(try contents(language)["shard.sh"])
            #expect(String(decoding: script, as: UTF8.self).contains(word))
        }
    }

    @Test("The folder of the data that the environment names goes into the job")
    func environment() async throws {
        defer { remove() }
        let data = "\(folder)/tables"
        let shipped = try #require(
            #filePath.range(of: "/Tests/").map { String(#filePath[..<$0.lowerBound]) })
        try FileManager.default.copyItem(
            atPath: "\(shipped)/scenarios/data/china-2024", toPath: data)
        let ending = try await program.run(
            [
                "generate-runs", "--kind", "parallel", "--shards", "3", "--draws", "9", "--out",
                "job",
            ], in: folder, variables: ["GREENALU_DATA": "tables"])
        #expect(ending.status == 0, "\(ending.output)")
        let script = try #require(try contents("job")["shard.sh"])
        #expect(String(decoding: script, as: UTF8.self).contains("--data tables"))
    }
}
