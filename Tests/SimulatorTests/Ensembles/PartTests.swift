import TestSupport
import Testing

@testable import Simulator

@Suite("The parts of an ensemble are believed only when they fit together")
struct PartTests {
    private let folder: TemporaryFolder
    private let study: EnsembleStudy
    private static let first = "part-0001-of-0003.draws"
    private static let second = "part-0002-of-0003.draws"
    private static let third = "part-0003-of-0003.draws"

    init() throws {
        folder = try TemporaryFolder()
        study = try SmallEnsemble.study(draws: 7, treatment: .none)
        try SmallEnsemble.runShards(study, count: 3, in: folder.path("parts"))
    }

    private func refusals() throws -> [String] {
        let found = try SmallEnsemble.refusals {
            try SmallEnsemble.merge(folder.path("parts"), to: folder.path("merged"))
        }
        #expect(try folder.digests("merged") == nil)
        #expect(folder.names == ["parts"])
        return found
    }

    private func remove(_ name: String) throws {
        try FileLayer().removeFile(at: folder.path("parts/\(name)"))
    }

    @Test("Missing parts are refused and named")
    func missing() throws {
        try remove(Self.second)
        #expect(try refusals() == ["ensemble.partsMissing \(folder.path("parts"))"])
        try remove(Self.first)
        try remove(Self.third)
        #expect(try refusals() == ["ensemble.noParts -"])
    }

    @Test("Parts of runs in different numbers of shards are refused")
    func mixedCounts() throws {
        try SmallEnsemble.runShard(study, 2, of: 4, in: folder.path("parts"))
        #expect(try refusals() == ["ensemble.mixedCounts \(folder.path("parts"))"])
    }

    @Test("A part with any byte changed or cut off anywhere is refused")
    func damaged() throws {
        let whole = try folder.bytes("parts/\(Self.second)")
        let places = [0, 8, 15, 16, 40, whole.count / 2, whole.count - 73, whole.count - 1]
        for place in places {
            var bytes = whole
            bytes[place] ^= 1
            try folder.write("parts/\(Self.second)", bytes)
            #expect(
                try refusals() == ["ensemble.partDamaged \(Self.second)"], "byte \(place)")
        }
        for length in [0, 7, 16, 4000, whole.count / 2, whole.count - 64, whole.count - 1] {
            try folder.write("parts/\(Self.second)", Array(whole[..<length]))
            #expect(
                try refusals() == ["ensemble.partDamaged \(Self.second)"], "cut at \(length)")
        }
        try folder.write("parts/\(Self.second)", whole + [0])
        #expect(try refusals() == ["ensemble.partDamaged \(Self.second)"])
        try folder.write("parts/\(Self.second)", "not a part")
        try folder.write("parts/\(Self.third)", "nor this")
        #expect(
            try refusals() == [
                "ensemble.partDamaged \(Self.second)", "ensemble.partDamaged \(Self.third)",
            ])
    }

    @Test("A part whose header names no shard is refused, even with the digest put right")
    func contradictoryHeader() throws {
        let whole = try folder.bytes("parts/\(Self.second)")
        let changes = [
            ("\"count\":3", "\"count\":0"), ("\"count\":3", "\"count\":1"),
            ("\"index\":2", "\"index\":9"), ("\"draws\":7", "\"draws\":0"),
            ("\"lastYear\":2", "\"lastYear\":1"), ("\"lastYear\":2", "\"lastYear\":9"),
            ("\"bindingQuotas\":[[0,1]", "\"bindingQuotas\":[[0,9]"),
        ]
        for (old, new) in changes {
            var bytes = whole
            let pattern = Array(old.utf8)
            let place = try #require(
                (0..<(bytes.count - pattern.count)).first { bytes[$0...].starts(with: pattern) },
                "\(old)")
            bytes.replaceSubrange(place..<(place + pattern.count), with: Array(new.utf8))
            let body = Array(bytes.dropLast(64))
            try folder.write(
                "parts/\(Self.second)", body + Array(FileDigest.sha256(body).utf8))
            #expect(try refusals() == ["ensemble.partDamaged \(Self.second)"], "\(new)")
        }
    }

    @Test(
        "A part with a move of no smelter, draw or year is refused, even with the digest put right",
        arguments: [
            [0, -1, 0, 1, 0.5], [0, 100_000, 0, 1, 0.5], [0, 0, 99, 1, 0.5], [0, 0, 0, 99, 0.5],
            [0, 0.5, 0, 1, 0.5], [0, .nan, 0, 1, 0.5], [99, 0, 0, 1, 0.5], [0, 0, 0, 1, .infinity],
        ])
    func impossibleMove(numbers: [Double]) throws {
        // No draw of this study has moves: behind the numbers stand their count and the digest.
        let whole = try folder.bytes("parts/\(Self.second)")
        func part(_ move: [Double]) -> [UInt8] {
            var body = Array(whole.dropLast(72))
            for number in move {
                body += (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> ($0 * 8)) }
            }
            body += [1, 0, 0, 0, 0, 0, 0, 0]
            return body + Array(FileDigest.sha256(body).utf8)
        }
        try folder.write("parts/\(Self.second)", part(numbers))
        #expect(try refusals() == ["ensemble.partDamaged \(Self.second)"])
        try folder.write("parts/\(Self.second)", part([0, 0, 0, 1, 0.5]))
        try SmallEnsemble.merge(folder.path("parts"), to: folder.path("whole"))
    }

    @Test("A part under another's name is refused")
    func misnamed() throws {
        try folder.write("parts/\(Self.third)", try folder.bytes("parts/\(Self.first)"))
        #expect(try refusals() == ["ensemble.partMisnamed \(Self.third)"])
    }

    @Test("Parts of other inputs are refused and named")
    func otherInputs() throws {
        let others = [
            try SmallEnsemble.study(draws: 7, seed: 6, treatment: .none),
            try SmallEnsemble.study(draws: 8, treatment: .none),
            try SmallEnsemble.study(draws: 7, sampling: .latinHypercube, treatment: .none),
            try SmallEnsemble.study(draws: 7, treatment: .today),
            try SmallEnsemble.study(
                draws: 7, treatment: .none, options: ["carbon.free_share=0.5"]),
        ]
        for other in others {
            try remove(Self.third)
            try SmallEnsemble.runShard(other, 3, of: 3, in: folder.path("parts"))
            #expect(try refusals() == ["ensemble.partOfOther \(Self.third)"])
        }
    }

    @Test("Every problem of the parts is told at once")
    func several() throws {
        try remove(Self.first)
        try folder.write("parts/\(Self.third)", "not a part")
        #expect(
            try refusals() == [
                "ensemble.partsMissing \(folder.path("parts"))",
                "ensemble.partDamaged \(Self.third)",
            ])
    }

    // MARK: - Shards that are there

    @Test("A shard that is done is skipped and left as it is")
    func skipped() throws {
        let before = try folder.digests("parts")
        let outcome = try SmallEnsemble.runShard(study, 2, of: 3, in: folder.path("parts"))
        guard case .skipped = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try folder.digests("parts") == before)
    }

    @Test("A damaged shard or one of other inputs is not taken for done")
    func notDone() throws {
        let other = try SmallEnsemble.study(draws: 7, seed: 6, treatment: .none)
        let before = try folder.digests("parts")
        #expect(
            try SmallEnsemble.refusals {
                try SmallEnsemble.runShard(other, 1, of: 3, in: folder.path("parts"))
            } == ["ensemble.partOfOther \(Self.first)"])
        #expect(try folder.digests("parts") == before)
        try folder.write("parts/\(Self.first)", "not a part")
        #expect(
            try SmallEnsemble.refusals {
                try SmallEnsemble.runShard(study, 1, of: 3, in: folder.path("parts"))
            } == ["ensemble.partDamaged \(Self.first)"])
    }

    // MARK: - Several writers

    @Test("What killed writers of this machine left is removed, by a shard and by the merge")
    func abandoned() throws {
        let own = ".\(Self.second).greenalu-\(HostName.current)-1-18446744073709551615"
        let others = [
            ".\(Self.second).greenalu-\(HostName.current)x-1-2",
            ".\(Self.second).greenalu-\(HostName.current)-1-2-3",
            ".\(Self.second).greenalu-\(HostName.current)-1-",
            ".part-notes.greenalu-\(HostName.current)-1-2", "notes",
        ]
        for name in others { try folder.write("parts/\(name)", "another's") }
        let expected = try #require(try folder.digests("parts"))
        try folder.write("parts/\(own)", "half a part")
        try SmallEnsemble.runShard(study, 1, of: 3, in: folder.path("parts"))
        #expect(try folder.digests("parts") == expected)
        try folder.write("parts/\(own)", "half a part")
        try SmallEnsemble.merge(folder.path("parts"), to: folder.path("merged"))
        #expect(try folder.digests("parts") == expected)
    }

    @Test("A writer that is at work is left alone")
    func livingWriter() throws {
        let layer = FileLayer()
        let parts = try layer.openFolder(at: folder.path("parts"))
        let shard = try #require(EnsembleShard(2, of: 3))
        let living = try WorkingFile.create(for: shard.fileName, in: parts, files: layer)
        try living.file.write([1, 2, 3] as [UInt8], at: 0)
        try SmallEnsemble.runShard(study, 2, of: 3, in: folder.path("parts"))
        try SmallEnsemble.merge(folder.path("parts"), to: folder.path("merged"))
        #expect(try folder.bytes("parts/\(living.name)") == [1, 2, 3])
        withExtendedLifetime(living) {}
    }

    @Test("Several writers of one shard at once leave the part of one")
    func severalWriters() throws {
        let before = try folder.digests("parts")
        let (study, path) = (study, folder.path("parts"))
        for _ in 0..<5 {
            try remove(Self.second)
            try OrderedWork.run(count: 4, threads: 4) { _ in
                try SmallEnsemble.runShard(study, 2, of: 3, in: path)
            } deliver: { _, outcome in
                if case .stopped = outcome { Issue.record("stopped") }
            }
            #expect(try folder.digests("parts") == before)
        }
    }
}
