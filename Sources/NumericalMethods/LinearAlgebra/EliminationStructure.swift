/// Where the triangular factor of a symmetric sparse matrix has entries, in panels of columns.
///
/// Neighbouring columns whose entries lie in the same rows form a panel, which is kept as one dense
/// block. Panels with few more zeros than entries are joined, wide ones are cut.
struct EliminationStructure {
    let order: Int
    /// The place of each original index in the elimination.
    let position: [Int]
    /// The first column of each panel, and the order.
    let panelStarts: [Int]
    /// Offsets into `rows`, one more than panels.
    let rowStarts: [Int]
    /// The rows of each panel, ascending; its own columns come first.
    let rows: [Int32]
    /// Where the values of each panel start: columns one after the other, as long as the panel's rows.
    let valueStarts: [Int]
    /// The panel of each column.
    let panelOfColumn: [Int32]

    var panelCount: Int { panelStarts.count - 1 }
    var valueCount: Int { valueStarts[panelCount] }

    /// No panel has more columns than this, so that the work is in products of blocks.
    private static let widestPanel = 64

    /// Analyses a matrix.
    ///
    /// - Parameters:
    ///   - neighbours: the neighbours of each index, each pair in both directions.
    ///   - isFirstKind: a division of the indices into two kinds. Eliminating one kind before the other
    ///     is tried beside the free order, and what takes the least work is taken.
    init(starts: [Int], neighbours: [Int32], isFirstKind: [Bool]) {
        order = starts.count - 1
        var elimination: [Int] = Array(0..<order)
        var least = Double.infinity
        let all = [Bool](repeating: false, count: order)
        for waits in [isFirstKind.map { !$0 }, isFirstKind, all] {
            let candidate = ApproximateMinimumDegree(
                starts: starts, neighbours: neighbours, waits: waits, workLimit: least)
            if let candidate {
                elimination = candidate.order
                least = candidate.work
            }
        }
        let tree = EliminationTree(starts: starts, neighbours: neighbours, order: elimination)
        position = tree.position
        let firsts = Self.joinedPanels(tree)
        let starts = Self.cut(firsts, order: order)
        panelStarts = starts
        var owner = [Int32](repeating: 0, count: order)
        for panel in 0..<(starts.count - 1) {
            for column in starts[panel]..<starts[panel + 1] { owner[column] = Int32(panel) }
        }
        panelOfColumn = owner
        (rowStarts, rows) = Self.rows(tree, starts, owner)
        var offsets = [0]
        for panel in 0..<(starts.count - 1) {
            let width = starts[panel + 1] - starts[panel]
            offsets.append(offsets[panel] + width * (rowStarts[panel + 1] - rowStarts[panel]))
        }
        valueStarts = offsets
    }

    /// The original index that is eliminated in a step.
    func index(atStep step: Int) -> Int {
        position.firstIndex(of: step) ?? step
    }

    /// First columns of panels: equal structures, then neighbours that are worth joining.
    private static func joinedPanels(_ tree: EliminationTree) -> [Int] {
        let order = tree.parent.count
        var starts: [Int] = []
        for column in 0..<order {
            let follows =
                column > 0 && tree.parent[column - 1] == column
                && tree.counts[column - 1] == tree.counts[column] + 1
                && tree.childCount[column] == 1
            if !follows { starts.append(column) }
        }
        starts.append(order)

        // Panels on a stack; a panel joins its last child where that adds few zeros.
        var stack: [(start: Int, end: Int, zeros: Double)] = []
        for index in 0..<(starts.count - 1) {
            var panel = (start: starts[index], end: starts[index + 1], zeros: 0.0)
            while let child = stack.last, tree.parent[child.end - 1] == panel.start {
                let zeros = joinedZeros(tree, child, panel)
                let width = panel.end - child.start
                let height = Double(tree.counts[panel.end - 1] - 1)
                let entries = Double(width) * (Double(width + 1) / 2 + height)
                let share = zeros / entries
                let isWorthwhile =
                    width <= 4 || (width <= 16 && share < 0.8) || (width <= 48 && share < 0.1)
                    || share < 0.05
                guard isWorthwhile else { break }
                panel = (child.start, panel.end, zeros)
                stack.removeLast()
            }
            stack.append(panel)
        }
        return stack.map(\.start) + [order]
    }

    private static func joinedZeros(
        _ tree: EliminationTree, _ child: (start: Int, end: Int, zeros: Double),
        _ panel: (start: Int, end: Int, zeros: Double)
    ) -> Double {
        // Below the child's last column there will be the panel's columns and rows.
        let present = tree.counts[child.end - 1] - 1
        let joined = tree.counts[panel.end - 1] - 1 + panel.end - panel.start
        return child.zeros + panel.zeros
            + Double(child.end - child.start) * Double(joined - present)
    }

    private static func cut(_ starts: [Int], order: Int) -> [Int] {
        var result: [Int] = []
        for panel in 0..<(starts.count - 1) {
            let width = starts[panel + 1] - starts[panel]
            let parts = max(1, (width + widestPanel - 1) / widestPanel)
            for part in 0..<parts { result.append(starts[panel] + part * width / parts) }
        }
        result.append(order)
        return result
    }

    /// The rows of each panel: those of its columns in the matrix and those its children pass on.
    private static func rows(
        _ tree: EliminationTree, _ starts: [Int], _ owner: [Int32]
    ) -> (starts: [Int], rows: [Int32]) {
        let panels = starts.count - 1
        var rowStarts = [0]
        var rows: [Int32] = []
        var mark = [Int](repeating: -1, count: tree.parent.count)
        var firstChild = [Int](repeating: -1, count: panels)
        var nextChild = firstChild
        for panel in 0..<panels {
            let end = starts[panel + 1]
            for column in starts[panel]..<end {
                mark[column] = panel
                rows.append(Int32(column))
            }
            let below = rows.count
            func add(_ row: Int32) {
                guard row >= end, mark[Int(row)] != panel else { return }
                mark[Int(row)] = panel
                rows.append(row)
            }
            for column in starts[panel]..<end {
                for place in tree.lowerStarts[column]..<tree.lowerStarts[column + 1] {
                    add(tree.lowerRows[place])
                }
            }
            var child = firstChild[panel]
            while child >= 0 {
                for place in rowStarts[child]..<rowStarts[child + 1] { add(rows[place]) }
                child = nextChild[child]
            }
            rows[below...].sort()
            rowStarts.append(rows.count)
            if below < rows.count {
                let parent = Int(owner[Int(rows[below])])
                nextChild[panel] = firstChild[parent]
                firstChild[parent] = panel
            }
        }
        return (rowStarts, rows)
    }
}
