import Glibc
import Simulator
import TestSupport
import Testing

@testable import Reporting

@Suite("Figures that were looked at and found right")
struct FigureGoldenTests {
    /// A figure that is kept: of a plan or a projection of a scenario.
    struct Kept: Sendable, CustomTestStringConvertible {
        let name: FigureName
        let run: String
        let language: Language
        var width = FigureWidth.wide

        var file: String {
            "\(run)-\(name.rawValue)-\(width.rawValue).\(language.rawValue).svg"
        }
        var testDescription: String { file }
    }

    static let kept = [
        Kept(name: .shares, run: "plan", language: .english),
        Kept(name: .quotas, run: "missed", language: .english),
        Kept(name: .quotas, run: "missed", language: .chinese, width: .narrow),
        Kept(name: .electricity, run: "plan", language: .chinese),
        Kept(name: .emissions, run: "long", language: .english, width: .narrow),
        Kept(name: .cost, run: "premium", language: .english),
        Kept(name: .moves, run: "plan", language: .english),
        Kept(name: .moves, run: "plan", language: .chinese, width: .narrow),
        Kept(name: .map, run: "missed", language: .chinese),
        Kept(name: .map, run: "missed", language: .english, width: .narrow),
        Kept(name: .provinces, run: "long", language: .english),
    ]

    static var folder: String { Repository.folder + "/Tests/ReportingTests/Fixtures/figures" }

    static var isRenewing: Bool {
        getenv("GREENALU_RENEW_GOLDEN").map { String(cString: $0) } == "1"
    }

    /// Units of the canvas by which places may differ: a plan is exact to 1e-8 in its cost only.
    static let tolerance = 0.05

    private func record(_ run: String) throws -> RunRecord {
        switch run {
        case "plan": try FigureRuns.optimal()
        case "missed": try FigureRuns.projection("no-certificates-hard")
        case "long": try FigureRuns.long()
        default: try FigureRuns.projection("green-premium")
        }
    }

    @Test("Figure", arguments: kept)
    func figure(_ kept: Kept) throws {
        let drawing = FigureRuns.drawing(try record(kept.run), kept.language, width: kept.width)
        let figure = try #require(drawing.figure(kept.name))
        let path = "\(Self.folder)/\(kept.file)"
        if Self.isRenewing {
            try FileLayer().replaceFile(at: path, with: Array(figure.svg.utf8))
            return
        }
        let bytes = try #require(
            try? FileLayer().readFile(at: path, limit: 1 << 24),
            "There is no \(kept.file). Look at the figure, then run Scripts/golden.")
        let difference = Self.difference(figure.svg, String(decoding: bytes, as: UTF8.self))
        #expect(
            difference == nil,
            "\(kept.file): \(difference ?? ""). If that is meant, look at it and run Scripts/golden."
        )
    }

    /// The first place where two texts differ by more than the last digits of their numbers.
    static func difference(_ first: String, _ second: String) -> String? {
        let ours = first.split(separator: "\n", omittingEmptySubsequences: false)
        let theirs = second.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, (our, their)) in zip(ours, theirs).enumerated() where our != their {
            let one = tokens(our)
            let other = tokens(their)
            let agrees =
                one.count == other.count
                && zip(one, other).allSatisfy { first, second in
                    if first == second { return true }
                    guard let a = Double(first), let b = Double(second) else { return false }
                    return abs(a - b) <= tolerance
                }
            if !agrees { return "line \(number + 1): \(our.prefix(160)) | \(their.prefix(160))" }
        }
        return ours.count == theirs.count ? nil : "\(ours.count) lines against \(theirs.count)"
    }

    /// Numbers and what stands between them.
    private static func tokens(_ line: Substring) -> [Substring] {
        var result: [Substring] = []
        var start = line.startIndex
        var wasNumber: Bool?
        for index in line.indices {
            let isNumber = line[index].isNumber || line[index] == "."
            if let wasNumber, wasNumber != isNumber {
                result.append(line[start..<index])
                start = index
            }
            wasNumber = isNumber
        }
        result.append(line[start...])
        return result
    }

    @Test("A figure that changed is found out, one that rounds otherwise is not")
    func comparison() {
        #expect(Self.difference("<a x=\"1.02\"/>\n", "<a x=\"1.04\"/>\n") == nil)
        #expect(Self.difference("<a x=\"1.02\"/>\n", "<a x=\"1.24\"/>\n") != nil)
        #expect(Self.difference("<a x=\"1.02\"/>\n", "<b x=\"1.02\"/>\n") != nil)
        #expect(Self.difference("<a/>\n", "<a/>\n<a/>\n") != nil)
    }
}
