/// What splitting a count has lifted the bound by so far, per step that was cut off: a guess at what
/// it will do again.
struct BranchingCosts: Sendable {
    private struct Record {
        var sum = 0.0
        var count = 0
    }

    private var down: [Record]
    private var up: [Record]
    private var allDown = Record()
    private var allUp = Record()

    init(placeCount: Int) {
        down = Array(repeating: Record(), count: placeCount)
        up = down
    }

    /// How often both sides of a place were seen.
    func experience(_ place: Int) -> Int { min(down[place].count, up[place].count) }

    mutating func learn(_ place: Int, isUp: Bool, gain: Double, distance: Double) {
        guard gain.isFinite, distance > 0 else { return }
        let rate = max(0, gain) / distance
        if isUp {
            up[place].sum += rate
            up[place].count += 1
            allUp.sum += rate
            allUp.count += 1
        } else {
            down[place].sum += rate
            down[place].count += 1
            allDown.sum += rate
            allDown.count += 1
        }
    }

    /// Guessed gains of both sides for a count with this broken part.
    func gains(_ place: Int, broken: Double) -> (down: Double, up: Double) {
        func rate(_ own: Record, _ all: Record) -> Double {
            if own.count > 0 { return own.sum / Double(own.count) }
            return all.count > 0 ? all.sum / Double(all.count) : 1
        }
        return (
            rate(down[place], allDown) * broken, rate(up[place], allUp) * (1 - broken)
        )
    }

    /// Both sides count: a split is as good as the product of what they gain.
    static func score(_ down: Double, _ up: Double, scale: Double) -> Double {
        let least = 1e-6 * scale
        return max(down, least) * max(up, least)
    }
}
