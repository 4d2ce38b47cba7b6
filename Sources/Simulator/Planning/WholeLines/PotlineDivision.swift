/// In what portions a plan may move capacity.
public enum PotlineDivision: String, CaseIterable, Sendable, Hashable {
    /// Any amount, as if a potline could be cut.
    case continuous
    /// Whole potlines only.
    case whole
}

/// How many whole potlines a smelter may move.
///
/// With L the size of a line: the lines that stand are (capacity less all planned departures) / L,
/// rounded down; what is over is no line and stays. C1: stock / L rounded up to the next whole line,
/// but never more than stand. C2: pace x capacity / L rounded up. The national pace has no line of
/// its own and stays as it is.
struct PotlineLimits {
    /// Lines that may move by the last year.
    let stock: Int
    /// Lines that may move in one year.
    let pace: Int
    /// Mt/yr of one line.
    let size: Double

    /// Data may miss a whole number of lines by this share of one: capacities and line sizes are
    /// rounded to 1,000 t.
    static let tolerance = 1e-6

    /// - Parameters:
    ///   - stock: Mt/yr that the smelter may move by the last year.
    ///   - departures: Mt/yr that planned transfers close there.
    ///   - pace: fraction of capacity that may move in one year.
    init(_ smelter: Smelter, stock: Double, departures: Double, pace: Double) {
        size = smelter.lineSize
        func up(_ capacity: Double) -> Int {
            Int((capacity / smelter.lineSize - Self.tolerance).rounded(.up))
        }
        let left = max(0, smelter.capacity - departures)
        let standing = Int((left / smelter.lineSize + Self.tolerance).rounded(.down))
        self.stock = min(standing, max(0, up(stock)))
        self.pace = max(0, up(pace * smelter.capacity))
    }
}

extension RelocationAssembly {
    /// C1 and C2 of a smelter as the program holds them, Mt/yr.
    func movementLimits(of smelter: Int) -> (stock: Double, pace: Double) {
        let home = inputs.smelters[smelter].province
        let pace = inputs.parameters[.pacePerSmelter, home, 0]
        guard scope.countsLines else {
            return (effects.stock[smelter], pace * inputs.smelters[smelter].capacity)
        }
        let lines = inputs.potlines(of: smelter, stock: effects.stock[smelter])
        return (Double(lines.stock) * lines.size, Double(lines.pace) * lines.size)
    }
}

extension ModelInputs {
    /// - Parameter stock: Mt/yr that the smelter may move by the last year.
    func potlines(of smelter: Int, stock: Double) -> PotlineLimits {
        let departures = transfers.reduce(0) {
            $1.smelter == smelter ? $0 + $1.capacity : $0
        }
        return PotlineLimits(
            smelters[smelter], stock: stock, departures: departures,
            pace: parameters[.pacePerSmelter, smelters[smelter].province, 0])
    }
}

extension ModelInputs {
    /// More than this share of a line over whole lines is remarked on; less is the rounding of data.
    private static let remarkedRest = 0.05

    /// Smelters whose capacity is not a whole number of lines, where lines move whole.
    public var potlineRemarks: [Finding] {
        guard policy.lines == .whole else { return [] }
        return smelters.compactMap { smelter in
            let lines = smelter.capacity / smelter.lineSize
            let whole = (lines + PotlineLimits.tolerance).rounded(.down)
            guard smelter.movableShare > 0, lines - whole > Self.remarkedRest else { return nil }
            return Finding(
                .notice,
                Message(
                    WholeLineMessage.rest,
                    [
                        "smelter": smelter.name,
                        "capacity": Text(verbatim: DecimalText.short(smelter.capacity)),
                        "lines": Text(verbatim: DecimalText.short(whole)),
                        "size": Text(verbatim: DecimalText.short(smelter.lineSize)),
                        "rest": Text(
                            verbatim: DecimalText.short(
                                DecimalText.significant(
                                    smelter.capacity - whole * smelter.lineSize, digits: 6))),
                    ]))
        }
    }
}
