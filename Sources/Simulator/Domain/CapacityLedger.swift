/// One line of the ledger: what a block had, gained and lost in a year, Mt/yr.
public struct LedgerEntry: Sendable, Hashable {
    public let block: Int
    public let year: Int
    public let opening: Double
    public let arrivals: Double
    public let departures: Double
    public let closing: Double
}

/// The capacity ledger of a fleet: opening + arrivals - departures = closing, for every block and
/// year. Departures and arrivals are read from the moves, closings from the blocks, so that the
/// identity is a check and not a definition.
public struct CapacityLedger: Sendable {
    public let entries: [LedgerEntry]
    public let yearCount: Int

    init(blocks: [CapacityBlock], movements: [CapacityMovement], yearCount: Int) {
        self.yearCount = yearCount
        var arrivals = [Double](repeating: 0, count: blocks.count * yearCount)
        var departures = arrivals
        for movement in movements {
            departures[movement.from * yearCount + movement.year] += movement.closed
            arrivals[movement.to * yearCount + movement.year] += movement.opened
        }
        var entries: [LedgerEntry] = []
        entries.reserveCapacity(blocks.count * yearCount)
        for (index, block) in blocks.enumerated() {
            for year in 0..<yearCount {
                let opening =
                    year > 0
                    ? block.capacity[year - 1] : (block.kind == .existing ? block.capacity[0] : 0)
                entries.append(
                    LedgerEntry(
                        block: index, year: year, opening: opening,
                        arrivals: arrivals[index * yearCount + year],
                        departures: departures[index * yearCount + year],
                        closing: block.capacity[year]))
            }
        }
        self.entries = entries
    }

    public subscript(block: Int, year: Int) -> LedgerEntry { entries[block * yearCount + year] }

    /// The largest |opening + arrivals - departures - closing|, Mt/yr.
    public var largestImbalance: Double {
        entries.reduce(0) { largest, entry in
            max(
                largest,
                abs(entry.opening + entry.arrivals - entry.departures - entry.closing))
        }
    }
}

/// A move between two blocks of a fleet.
public struct CapacityMovement: Sendable, Hashable {
    /// Index of the block that closes capacity.
    public let from: Int
    /// Index of the block that opens it.
    public let to: Int
    public let year: Int
    /// Mt/yr closed and opened.
    public let closed: Double
    public let opened: Double
    public let kind: CapacityBlock.Kind
    /// Identifier of the planned transfer, or nil for a chosen move.
    public let transfer: String?
}
