import Foundation
import Reporting
import Simulator
import TestSupport
import Testing

@Suite("The colours of a report can be read")
struct ReportStyleTests {
    /// Relative luminance of a colour such as `#0a6650`, by WCAG 2.2.
    private func luminance(_ hex: Substring) -> Double {
        let digits = hex.dropFirst()
        let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
            let start = digits.index(digits.startIndex, offsetBy: place)
            let end = digits.index(start, offsetBy: 2)
            let value = Double(Int(digits[start..<end], radix: 16) ?? 0) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test("Text has a contrast of 4.5 to 1 on every ground, light, dark and printed")
    func contrast() throws {
        let html = try HTMLReport(try ReportFixture.issued(), language: .english).html
        let style = try #require(html.range(of: "<style>")).upperBound
        let sheet = html[style...]
        let blocks = sheet.matches(of: /:root \{([^}]*)\}/).prefix(3).map { $0.1 }
        #expect(blocks.count == 3)
        for block in blocks {
            var colours: [Substring: Substring] = [:]
            for match in block.matches(of: /--([a-z-]+): (#[0-9a-f]{6})/) {
                colours[match.1] = match.2
            }
            for text in ["ink", "soft", "accent", "bad"] {
                for ground in ["paper", "band", "bad-band", "good-band"] {
                    let first = luminance(try #require(colours[Substring(text)]))
                    let second = luminance(try #require(colours[Substring(ground)]))
                    let contrast =
                        (max(first, second) + 0.05) / (min(first, second) + 0.05)
                    #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
                }
            }
        }
    }
}
