import Simulator
import TestSupport
import Testing

@testable import Reporting

/// The pictures that the README shows. `Scripts/golden` renews them.
@Suite("Pictures of the guides are what the program draws")
struct DocumentPictureTests {
    private static let carbon = Result { try FigureRuns.plan("carbon-price-300") }

    @Test("Picture", arguments: [FigureName.moves, .quotas], Language.allCases)
    func picture(_ name: FigureName, _ language: Language) throws {
        let drawing = FigureRuns.drawing(try Self.carbon.get(), language)
        let figure = try #require(drawing.figure(name))
        let file = "docs/pictures/\(name.rawValue).\(language.rawValue).svg"
        let path = "\(Repository.folder)/\(file)"
        if FigureGoldenTests.isRenewing {
            try FileLayer().replaceFile(at: path, with: Array(figure.svg.utf8))
            return
        }
        let bytes = try FileLayer().readFile(at: path, limit: 1 << 24)
        let difference = FigureGoldenTests.difference(
            figure.svg, String(decoding: bytes, as: UTF8.self))
        #expect(
            difference == nil,
            "\(file): \(difference ?? ""). If that is meant, look at it and run Scripts/golden.")
    }
}
