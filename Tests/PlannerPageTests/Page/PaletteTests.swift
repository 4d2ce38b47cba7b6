internal import Foundation
internal import PlannerPage
internal import Reporting
internal import Testing

@Suite struct `The page's colours` {
    /// The custom properties of each `:root`: light, dark, print.
    private static let palettes: [[String: String]] = {
        let style = String(decoding: PageAsset.style.bytes, as: UTF8.self)
        var found: [[String: String]] = []
        var rest = Substring(style)
        while let opening = rest.firstRange(of: ":root {"),
            let closing = rest[opening.upperBound...].firstIndex(of: "}")
        {
            var palette: [String: String] = [:]
            for declaration in rest[opening.upperBound..<closing].split(separator: ";") {
                let parts = declaration.split(separator: ":")
                guard parts.count == 2 else { continue }
                let name = parts[0].filter { !$0.isWhitespace }
                let value = parts[1].filter { !$0.isWhitespace }
                if value.hasPrefix("#") { palette[name] = value }
            }
            found.append(palette)
            rest = rest[closing...]
        }
        return found
    }()

    /// Relative luminance after WCAG 2.
    private static func luminance(_ colour: String) throws -> Double {
        let value = try #require(Int(colour.dropFirst(), radix: 16))
        let channels = [16, 8, 0].map { shift -> Double in
            let share = Double((value >> shift) & 255) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    private static func contrast(_ first: String, _ second: String) throws -> Double {
        let pair = [try luminance(first), try luminance(second)].sorted()
        return (pair[1] + 0.05) / (pair[0] + 0.05)
    }

    @Test func `are three sets: light, dark and print`() {
        #expect(Self.palettes.count == 3)
    }

    @Test(arguments: 0..<3)
    func `keep letters legible on what they stand on`(set: Int) throws {
        let palette = try #require(Self.palettes.indices.contains(set) ? Self.palettes[set] : nil)
        let pairs = [
            ("--ink", ["--paper", "--band", "--mark-band", "--bad-band", "--good-band"]),
            ("--soft", ["--paper", "--band", "--mark-band", "--bad-band"]),
            ("--accent", ["--paper", "--band", "--good-band"]),
            ("--bad", ["--paper", "--band", "--bad-band"]),
            ("--mark", ["--paper", "--band", "--mark-band"]),
        ]
        for (letters, grounds) in pairs {
            for ground in grounds {
                let found = try Self.contrast(
                    try #require(palette[letters]), try #require(palette[ground]))
                #expect(found >= 4.5, "\(letters) on \(ground): \(found)")
            }
        }
        if let onAccent = palette["--on-accent"], let accent = palette["--accent"] {
            #expect(try Self.contrast(onAccent, accent) >= 4.5)
        }
    }

    @Test(arguments: 0..<3)
    func `keep the edges of controls in sight`(set: Int) throws {
        let palette = try #require(Self.palettes.indices.contains(set) ? Self.palettes[set] : nil)
        for ground in ["--paper", "--band"] {
            let found = try Self.contrast(
                try #require(palette["--edge"]), try #require(palette[ground]))
            #expect(found >= 3, "\(ground): \(found)")
        }
    }

    @Test func `give figures the colours that reports give them`() {
        let style = String(decoding: PageAsset.style.bytes, as: UTF8.self)
        let rules = FigurePalette.pageSheet.split(separator: "\n")
        #expect(rules.count > 20)
        for rule in rules { #expect(style.contains(rule), "\(rule)") }
    }
}
