import Simulator
import TestSupport
import Testing

@testable import Reporting

@Suite("Figures are sound, legible and fit to stand beside each other in one page")
struct FigureFormTests {
    @Test(
        "Every text lies within the canvas and on no other, in both languages and widths",
        arguments: FigureRuns.Kind.allCases)
    func texts(_ kind: FigureRuns.Kind) throws {
        let record = try kind.record()
        let source = FigureSource(record, bands: try FigureRuns.bands(record))
        for language in Language.allCases {
            for width in FigureWidth.allCases {
                var options = FigureOptions(language: language)
                options.width = width
                let figures = FigureDrawing(source, options: options).figures
                #expect(figures.count >= 7)
                for figure in figures {
                    let document = SVGDocument(figure.svg)
                    #expect(document.isWellFormed)
                    #expect(document.size.width == width.units)
                    #expect(!document.textBoxes.isEmpty)
                    let misplaced = document.misplacedTexts
                    #expect(
                        misplaced.isEmpty,
                        "\(kind) \(figure.name) \(language) \(width): \(misplaced.prefix(5))")
                }
            }
        }
    }

    @Test("Figures name themselves and say what is to be seen to those who cannot see them")
    func accessibility() throws {
        for language in Language.allCases {
            for figure in FigureRuns.drawing(try FigureRuns.optimal(), language).figures {
                let document = SVGDocument(figure.svg)
                let root = document.root
                #expect(root["role"] == "img")
                #expect(root["lang"] == (language == .chinese ? "zh-Hans" : "en"))
                let named = (root["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
                #expect(named.count == 2)
                let described = document.elements.filter {
                    $0.path == ["svg"] && ["title", "desc"].contains($0.name)
                }
                #expect(described.map { $0.attributes["id"] ?? "" } == named)
                #expect(described.map(\.text) == [figure.title, figure.summary])
                #expect(!figure.title.isEmpty && !figure.summary.isEmpty)
                #expect(!figure.summary.contains("{"), "\(figure.summary)")
            }
        }
    }

    @Test("Nothing in a figure comes from outside or runs")
    func closed() throws {
        for figure in FigureRuns.drawing(try FigureRuns.optimal()).figures {
            let document = SVGDocument(figure.svg)
            let allowed: Set<String> = [
                "svg", "title", "desc", "style", "defs", "pattern", "g", "path", "rect", "circle",
                "text",
            ]
            #expect(Set(document.elements.map(\.name)).subtracting(allowed).isEmpty)
            let attributes = document.elements.flatMap(\.attributes)
            #expect(!attributes.contains { $0.key.hasPrefix("on") || $0.key.hasSuffix("href") })
            let text = figure.svg.replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!text.contains("//") && !text.contains("@import"))
            let places = text.ranges(of: "url(").count
            #expect(places == text.ranges(of: "url(#figure-").count)
        }
    }

    @Test("Identifiers are unique in a page of many figures, and styles reach no other figure")
    func identifiers() throws {
        var seen: [String] = []
        for prefix in ["first", "second"] {
            for width in FigureWidth.allCases {
                var options = FigureOptions(language: .english)
                options.identifierPrefix = "\(prefix)-\(width.rawValue)"
                options.width = width
                let drawing = FigureDrawing(
                    FigureSource(try FigureRuns.optimal()), options: options)
                for figure in drawing.figures {
                    let document = SVGDocument(figure.svg)
                    seen += document.identifiers
                    let identifier = try #require(document.root["id"])
                    #expect(identifier == "\(prefix)-\(width.rawValue)-\(figure.name.rawValue)")
                    #expect(document.identifiers.allSatisfy { $0.hasPrefix(identifier) })
                    let sheet = document.elements.first { $0.name == "style" }?.text ?? ""
                    for line in sheet.split(separator: "\n") where !line.hasPrefix("@media") {
                        #expect(line.hasPrefix("#\(identifier)"), "\(line)")
                    }
                }
            }
        }
        #expect(Set(seen).count == seen.count)
    }

    @Test("An identifier prefix keeps only what an identifier may hold")
    func oddPrefix() {
        var options = FigureOptions(language: .english)
        options.identifierPrefix = "\"><script>1"
        #expect(FigureSheet.identifier(.map, options) == "script1-map")
        options.identifierPrefix = "1"
        #expect(FigureSheet.identifier(.map, options) == "figure1-map")
        options.identifierPrefix = ""
        #expect(FigureSheet.identifier(.map, options) == "figure-map")
    }

    @Test("Every colour has a class with a shade for light and, where asked for, for dark")
    func palettes() throws {
        let record = try FigureRuns.optimal()
        for palette in FigurePalette.allCases {
            var options = FigureOptions(language: .english)
            options.palette = palette
            for figure in FigureDrawing(FigureSource(record), options: options).figures {
                let document = SVGDocument(figure.svg)
                let sheet = document.elements.first { $0.name == "style" }?.text ?? ""
                #expect(sheet.contains("prefers-color-scheme:dark") == (palette == .automatic))
                let shade = palette == .dark ? Ink.text.dark : Ink.text.light
                #expect(sheet.contains("--text:\(shade)"))
                for element in document.elements {
                    for name in (element.attributes["class"] ?? "").split(separator: " ") {
                        #expect(sheet.contains(" .\(name){"), "\(figure.name) \(name)")
                    }
                    for colour in ["fill", "stroke"] {
                        guard let value = element.attributes[colour], value.hasPrefix("#")
                        else { continue }
                        #expect(element.attributes["class"] != nil, "\(figure.name) \(value)")
                    }
                }
            }
        }
    }

    @Test("Letters stand out from their ground by the 4.5 to 1 of WCAG, in light and dark")
    func contrast() throws {
        func luminance(_ colour: String) throws -> Double {
            let value = try #require(Int(colour.dropFirst(), radix: 16))
            let parts = [value >> 16, (value >> 8) & 255, value & 255].map { part in
                let share = Double(part) / 255
                // The published curve of sRGB without its short straight piece near black.
                return share <= 0.04 ? share / 12.92 : power((share + 0.055) / 1.055)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        func power(_ base: Double) -> Double {
            // base to the power of 2.4 = base squared times its square root but for a tenth.
            var low = 0.0
            var high = 1.0
            for _ in 0..<60 {
                let middle = (low + high) / 2
                let fifth = middle * middle * middle * middle * middle
                let twelfth = (0..<12).reduce(1.0) { product, _ in product * base }
                if fifth < twelfth { low = middle } else { high = middle }
            }
            return low
        }
        func ratio(_ first: String, _ second: String) throws -> Double {
            let pair = [try luminance(first), try luminance(second)].sorted()
            return (pair[1] + 0.05) / (pair[0] + 0.05)
        }
        for shade in [\Ink.light, \Ink.dark] {
            for ink in [Ink.text, .muted, .missed] {
                #expect(try ratio(ink[keyPath: shade], Ink.paper[keyPath: shade]) >= 4.5, "\(ink)")
            }
            #expect(try ratio(Ink.muted[keyPath: shade], Ink.neutral[keyPath: shade]) >= 4.5)
        }
        for ink in [Ink.step1, .step2, .step3] {
            #expect(try ratio(Ink.onLight.light, ink.light) >= 4.5, "\(ink)")
        }
        for ink in [Ink.step4, .step5] {
            #expect(try ratio(Ink.onDark.light, ink.light) >= 4.5, "\(ink)")
        }
    }

    @Test("The same run gives the same bytes")
    func deterministic() throws {
        let first = FigureRuns.drawing(try FigureRuns.optimal()).figures
        let second = FigureRuns.drawing(try FigureRuns.plan("policies-as-issued")).figures
        #expect(first.map(\.svg) == second.map(\.svg))
    }
}
