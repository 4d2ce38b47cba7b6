internal import Simulator

/// A map of equal tiles, about where the provinces lie. It draws no boundary.
struct TileMap {
    struct Tile: Sendable {
        let code: String
        let name: String
        let column: Int
        let row: Int
        /// Nil for a neutral tile.
        var value: Double?
        var isMissed = false
    }

    let tiles: [Tile]
    let decimals: Int
    /// The classes' bounds, ascending; five classes.
    let bounds: [Double]
    /// Words for what has no value and for what is marked.
    let neutral: String
    let missed: String

    private static let classes: [Ink] = [.step1, .step2, .step3, .step4, .step5]

    private func place(_ value: Double) -> Int {
        let above = bounds.dropFirst().firstIndex { value < $0 } ?? Self.classes.count
        return max(0, min(Self.classes.count, above) - 1)
    }

    private func letters(_ place: Int) -> Ink { place < 3 ? .onLight : .onDark }

    private var columns: Int { (tiles.map(\.column).max() ?? 0) + 1 }
    private var rows: Int { (tiles.map(\.row).max() ?? 0) + 1 }

    private func step(_ sheet: FigureSheet) -> Double { sheet.innerWidth / Double(columns) }

    private func nameSize(_ sheet: FigureSheet) -> Double { sheet.isNarrow ? 10.5 : 11.5 }

    /// Whether names are too wide for the tiles, so that codes stand there.
    func usesCodes(_ sheet: FigureSheet) -> Bool {
        let room = step(sheet) - 6
        return tiles.contains { TextWidth.of($0.name, size: nameSize(sheet)) > room }
    }

    func draw(in sheet: inout FigureSheet) {
        drawLegend(in: &sheet)
        let step = step(sheet)
        let high = sheet.isNarrow ? step : step * 0.62
        let top = sheet.y + 6
        let showsCodes = usesCodes(sheet)
        let size = nameSize(sheet)
        for tile in tiles {
            let area = Area(
                x: FigureSheet.margin + Double(tile.column) * step + 1.5,
                y: top + Double(tile.row) * high + 1.5, width: step - 3, height: high - 3)
            let value = tile.value.map { DecimalText.fixed($0, decimals: decimals) }
            let place = tile.value.map(self.place)
            let ink = place.map { Self.classes[$0] } ?? .neutral
            let letters = place.map(self.letters) ?? .muted
            let words =
                "\(tile.name): \(value ?? neutral)" + (tile.isMissed ? ", \(missed)" : "")
            sheet.canvas.group(title: words) { canvas in
                canvas.rectangle(
                    area, ink: ink, edge: tile.isMissed ? .missed : nil, radius: 3,
                    edgeWidth: tile.isMissed ? 3 : 1)
                let middle = area.x + area.width / 2
                let isAlone = value == nil
                canvas.text(
                    showsCodes ? tile.code : tile.name,
                    at: Point(middle, area.y + area.height / 2 + (isAlone ? size * 0.36 : -3)),
                    size: size, anchor: .middle, ink: letters)
                if let value {
                    canvas.text(
                        value, at: Point(middle, area.y + area.height / 2 + size + 1),
                        size: size + 1, anchor: .middle, ink: letters, isBold: true)
                }
                if tile.isMissed { Self.corner(area, in: &canvas) }
            }
        }
        sheet.advance(6 + Double(rows) * high + 6)
    }

    /// A turned-down corner: a mark that needs no colour.
    private static func corner(_ area: Area, in canvas: inout Canvas) {
        let reach = 11.0
        canvas.polygon(
            [
                Point(area.right - reach, area.y), Point(area.right, area.y),
                Point(area.right, area.y + reach),
            ], ink: .missed)
    }

    private func drawLegend(in sheet: inout FigureSheet) {
        let size = sheet.smallSize
        let wide = sheet.isNarrow ? 44.0 : 54.0
        sheet.advance(6)
        let top = sheet.y
        for (index, ink) in Self.classes.enumerated() {
            sheet.canvas.rectangle(
                Area(
                    x: FigureSheet.margin + 6 + Double(index) * wide, y: top, width: wide,
                    height: 12), ink: ink)
        }
        for (index, bound) in bounds.enumerated() {
            sheet.canvas.text(
                DecimalText.fixed(bound, decimals: 0),
                at: Point(FigureSheet.margin + 6 + Double(index) * wide, top + 25), size: size,
                anchor: .middle, ink: .muted)
        }
        let after = FigureSheet.margin + 6 + Double(Self.classes.count) * wide + 24
        var marks: [Tile] = []
        if tiles.contains(where: { $0.value == nil }) {
            marks.append(Tile(code: "", name: neutral, column: 0, row: 0))
        }
        if tiles.contains(where: \.isMissed) {
            marks.append(Tile(code: "", name: missed, column: 0, row: 0, isMissed: true))
        }
        var x = sheet.isNarrow ? FigureSheet.margin : after
        let y = sheet.isNarrow ? top + 34 : top
        for mark in marks {
            let area = Area(x: x, y: y, width: 20, height: 12)
            sheet.canvas.rectangle(
                area, ink: mark.isMissed ? .paper : .neutral,
                edge: mark.isMissed ? .missed : .grid, radius: 2,
                edgeWidth: mark.isMissed ? 2 : 1)
            if mark.isMissed { Self.corner(area, in: &sheet.canvas) }
            sheet.canvas.text(
                mark.name, at: Point(x + 26, y + 10), size: sheet.labelSize)
            x += 26 + TextWidth.of(mark.name, size: sheet.labelSize) + 16
        }
        sheet.advance(sheet.isNarrow && !marks.isEmpty ? 52 : 32)
    }
}
