internal import Simulator

/// Bands from origins on the left to destinations on the right, as wide as what flows (a Sankey
/// diagram of two columns).
struct FlowChart {
    struct Flow: Sendable {
        let origin: Int
        let destination: Int
        /// Solid or hatched.
        let isSolid: Bool
        let amount: Double
    }

    let flows: [Flow]
    let name: (Int) -> String
    let decimals: Int
    /// Words for the two kinds and the two columns.
    let solid: String
    let hatched: String
    let origins: String
    let destinations: String

    /// One end of flows with its place in its column.
    private struct Node {
        let identifier: Int
        let amount: Double
        var middle = 0.0
        /// Where the next band begins.
        var next = 0.0
    }

    private static let barWidth = 9.0

    func draw(in sheet: inout FigureSheet) {
        drawLegend(in: &sheet)
        let order = ordered
        let total = flows.reduce(0) { $0 + $1.amount }
        let isNarrow = sheet.isNarrow
        let slot = isNarrow ? 34.0 : 20.0
        let scale = (isNarrow ? 260.0 : 300.0) / total
        var left = order.origins
        var right = order.destinations
        let height = max(
            Self.height(left, scale: scale, slot: slot),
            Self.height(right, scale: scale, slot: slot))
        let top = sheet.y + 22
        Self.place(&left, from: top, height: height, scale: scale, slot: slot)
        Self.place(&right, from: top, height: height, scale: scale, slot: slot)
        let size = sheet.labelSize
        let leftX = FigureSheet.margin + room(left, size: size, isNarrow: isNarrow) + 6
        let rightX =
            sheet.right - room(right, size: size, isNarrow: isNarrow) - 6 - Self.barWidth
        for (text, x, anchor): (String, Double, Canvas.Anchor) in [
            (origins, leftX + Self.barWidth, .end), (destinations, rightX, .start),
        ] {
            sheet.canvas.text(
                text, at: Point(x, sheet.y + 12), size: sheet.smallSize, anchor: anchor,
                ink: .muted)
        }
        drawBands(&left, &right, from: leftX + Self.barWidth, to: rightX, scale, in: &sheet)
        for (nodes, x, isLeft) in [(left, leftX, true), (right, rightX, false)] {
            for node in nodes {
                let high = max(1, node.amount * scale)
                sheet.canvas.rectangle(
                    Area(x: x, y: node.middle - high / 2, width: Self.barWidth, height: high),
                    ink: .text)
                let edge = isLeft ? x - 6 : x + Self.barWidth + 6
                label(node, at: Point(edge, node.middle), isLeft: isLeft, in: &sheet)
            }
        }
        sheet.advance(22 + height + 6)
    }

    private func number(_ value: Double) -> String {
        DecimalText.fixed(value, decimals: decimals)
    }

    // MARK: - Order and places

    /// Destinations by size; origins by where on average they go, so that bands cross little.
    private var ordered: (origins: [Node], destinations: [Node]) {
        func nodes(_ end: KeyPath<Flow, Int>) -> [Node] {
            var amounts: [Int: Double] = [:]
            for flow in flows { amounts[flow[keyPath: end], default: 0] += flow.amount }
            return amounts.map { Node(identifier: $0.key, amount: $0.value) }
                .sorted { ($1.amount, $0.identifier) < ($0.amount, $1.identifier) }
        }
        let destinations = nodes(\.destination)
        var rank: [Int: Double] = [:]
        for (index, node) in destinations.enumerated() { rank[node.identifier] = Double(index) }
        func mean(_ node: Node) -> Double {
            flows.filter { $0.origin == node.identifier }.reduce(0) {
                $0 + $1.amount * (rank[$1.destination] ?? 0)
            } / node.amount
        }
        let origins = nodes(\.origin).map { ($0, mean($0)) }.sorted {
            ($0.1, $1.0.amount, $0.0.identifier) < ($1.1, $0.0.amount, $1.0.identifier)
        }.map(\.0)
        return (origins, destinations)
    }

    private static let gap = 6.0

    /// Each node has at least the room of its label.
    private static func height(_ nodes: [Node], scale: Double, slot: Double) -> Double {
        nodes.reduce(-gap) { $0 + max(slot, $1.amount * scale) + gap }
    }

    private static func place(
        _ nodes: inout [Node], from top: Double, height: Double, scale: Double, slot: Double
    ) {
        let own = Self.height(nodes, scale: scale, slot: slot)
        let spare = nodes.count > 1 ? min(26, (height - own) / Double(nodes.count - 1)) : 0
        var y = top + (height - own - spare * Double(nodes.count - 1)) / 2
        for index in nodes.indices {
            let high = max(slot, nodes[index].amount * scale)
            nodes[index].middle = y + high / 2
            nodes[index].next = nodes[index].middle - nodes[index].amount * scale / 2
            y += high + gap + spare
        }
    }

    // MARK: - Bands

    private func drawBands(
        _ left: inout [Node], _ right: inout [Node], from start: Double, to end: Double,
        _ scale: Double, in sheet: inout FigureSheet
    ) {
        // On the left bands leave in the order of destinations, on the right they arrive in the
        // order of origins.
        var leaving: [Int: Double] = [:]
        for origin in left.indices {
            for destination in right.indices {
                for isSolid in [true, false] {
                    guard
                        let flow = find(left[origin], right[destination], isSolid)
                    else { continue }
                    leaving[flow] = left[origin].next
                    left[origin].next += flows[flow].amount * scale
                }
            }
        }
        for destination in right.indices {
            for origin in left.indices {
                for isSolid in [true, false] {
                    guard let flow = find(left[origin], right[destination], isSolid),
                        let first = leaving[flow]
                    else { continue }
                    let wide = max(0.6, flows[flow].amount * scale)
                    let second = right[destination].next
                    right[destination].next += flows[flow].amount * scale
                    let words =
                        "\(name(flows[flow].origin)) → \(name(flows[flow].destination)) "
                        + number(flows[flow].amount)
                    let data = Self.band(
                        from: Point(start, first), to: Point(end, second), wide: wide)
                    sheet.canvas.group(title: words) { canvas in
                        Self.fill(data, isSolid: isSolid, in: &canvas)
                    }
                }
            }
        }
    }

    private func find(_ origin: Node, _ destination: Node, _ isSolid: Bool) -> Int? {
        flows.firstIndex {
            $0.origin == origin.identifier && $0.destination == destination.identifier
                && $0.isSolid == isSolid
        }
    }

    private static func fill(_ data: String, isSolid: Bool, in canvas: inout Canvas) {
        if isSolid {
            canvas.path(data, ink: .chosen, opacity: 0.62)
        } else {
            canvas.path(data, ink: .planned, opacity: 0.28)
            canvas.path(data, ink: .planned, isHatched: true)
        }
    }

    /// A band whose upper edge goes from one point to another.
    private static func band(from start: Point, to end: Point, wide: Double) -> String {
        func text(_ x: Double, _ y: Double) -> String { Coordinate.text(Point(x, y)) }
        let middle = (start.x + end.x) / 2
        return "M\(text(start.x, start.y))C\(text(middle, start.y)) \(text(middle, end.y)) "
            + "\(text(end.x, end.y))L\(text(end.x, end.y + wide))"
            + "C\(text(middle, end.y + wide)) \(text(middle, start.y + wide)) "
            + "\(text(start.x, start.y + wide))Z"
    }

    // MARK: - Words

    /// Room that the labels of a column need.
    private func room(_ nodes: [Node], size: Double, isNarrow: Bool) -> Double {
        nodes.map { node in
            let words = TextWidth.of(name(node.identifier), size: size)
            let amount = TextWidth.of(number(node.amount), size: size, isBold: true)
            return isNarrow ? max(words, amount) : words + 7 + amount
        }.max() ?? 0
    }

    private func label(_ node: Node, at edge: Point, isLeft: Bool, in sheet: inout FigureSheet) {
        let size = sheet.labelSize
        let anchor: Canvas.Anchor = isLeft ? .end : .start
        let words = name(node.identifier)
        let amount = number(node.amount)
        if sheet.isNarrow {
            sheet.canvas.text(
                words, at: Point(edge.x, edge.y - 2), size: size, anchor: anchor)
            sheet.canvas.text(
                amount, at: Point(edge.x, edge.y + size), size: size, anchor: anchor,
                isBold: true)
            return
        }
        let baseline = edge.y + size * 0.36
        let step = (isLeft ? -1 : 1) * (TextWidth.of(amount, size: size, isBold: true) + 7)
        sheet.canvas.text(
            amount, at: Point(edge.x, baseline), size: size, anchor: anchor, isBold: true)
        sheet.canvas.text(words, at: Point(edge.x + step, baseline), size: size, anchor: anchor)
    }

    private func drawLegend(in sheet: inout FigureSheet) {
        let kinds = [true, false].filter { kind in flows.contains { $0.isSolid == kind } }
        sheet.legend(
            kinds, name: { $0 ? solid : hatched },
            draw: { canvas, isSolid, end in
                let x = Coordinate.text(end.x - 22)
                let y = Coordinate.text(end.y - 6)
                Self.fill("M\(x) \(y)h22v11h-22Z", isSolid: isSolid, in: &canvas)
            })
    }
}
