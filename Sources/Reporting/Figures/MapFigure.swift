internal import Simulator

extension FigureDrawing {
    /// Units of the country that the tables of the model do not have, with their tiles.
    private static let otherUnits: [(code: String, name: FigureMessage, column: Int, row: Int)] = [
        ("TW", .taiwan, 5, 6), ("MO", .macao, 4, 7), ("HK", .hongKong, 5, 7),
    ]

    /// The tiles of all provincial-level units of China; none lies on another.
    func tiles(_ year: Int) -> [TileMap.Tile] {
        var tiles: [TileMap.Tile] = []
        var taken: Set<[Int]> = []
        let table = source.record.data[.provinces]
        for row in table.rows {
            guard let code = table.text("province", row),
                let column = table.integer("tile_column", row),
                let line = table.integer("tile_row", row), taken.insert([column, line]).inserted
            else { continue }
            let name = source.record.data.provinces.name(of: code)[language]
            var tile = TileMap.Tile(
                code: String(code.dropFirst(3)), name: name, column: column, row: line)
            if let province = inputs.provinceIndex(code: code) {
                tile.value = source.series(shareVariable, province: province)[year]
                tile.isMissed = source.isMissed(province, year)
            }
            tiles.append(tile)
        }
        for unit in Self.otherUnits {
            var column = unit.column
            while !taken.insert([column, unit.row]).inserted { column += 1 }
            tiles.append(
                TileMap.Tile(code: unit.code, name: say(unit.name), column: column, row: unit.row))
        }
        return tiles
    }

    /// Green power share by province, a tile for each.
    func mapFigure() -> Figure? {
        let year = source.yearIndex(options.year)
        let tiles = tiles(year)
        let known = tiles.filter { $0.value != nil }
        guard !known.isEmpty else { return nil }
        let calendar = String(source.years[year])
        var sheet = sheet(
            .map, title: say(.mapTitle, ["year": calendar]), unit: say(.mapUnit, ["rule": rule]))
        let map = TileMap(
            tiles: tiles, decimals: 1, bounds: [0, 20, 40, 60, 80, 100],
            neutral: say(.noSmelters), missed: say(.quotaMissed))
        map.draw(in: &sheet)
        if map.usesCodes(sheet) { sheet.note(say(.codesNote)) }
        let sorted = known.sorted { ($0.value ?? 0, $1.code) > ($1.value ?? 0, $0.code) }
        let words = { (tile: TileMap.Tile) in "\(tile.name) \(self.fixed(tile.value ?? 0))" }
        var summary = say(
            .mapSummary,
            [
                "year": calendar,
                "high": sorted.prefix(3).map(words).joined(separator: list),
                "low": sorted.suffix(3).reversed().map(words).joined(separator: list),
            ])
        let missed = tiles.filter(\.isMissed)
        if !missed.isEmpty {
            summary +=
                (language == .chinese ? "" : " ")
                + say(.mapMissed, ["list": missed.map(\.name).joined(separator: list)])
        }
        return finished(sheet, summary: summary)
    }
}
