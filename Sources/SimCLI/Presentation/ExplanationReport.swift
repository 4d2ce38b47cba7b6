internal import Reporting
internal import Simulator

/// The tree of a number for people, 80 columns wide, with what moves the number most below it.
struct ExplanationReport {
    let explanation: Explanation
    private let record: RunRecord
    private let depth: Int
    private let top: Int
    private let language: Language

    init(
        _ explanation: Explanation, record: RunRecord, depth: Int, top: Int, language: Language
    ) {
        self.explanation = explanation
        self.record = record
        self.depth = depth
        self.top = top
        self.language = language
    }

    private static let width = 80
    /// A node with more operands of one kind shows only the largest.
    private static let shownOperands = 5

    private func say(
        _ message: ExplanationMessage, _ arguments: [String: String] = [:]
    ) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    var text: String {
        var tree = Tree()
        write(explanation.root, to: &tree)
        var text = DisplayWidth.wrapped(InfluenceTable.runSentence(record, language)) + "\n"
        let target = explanation.target
        text += DisplayWidth.wrapped(
            say(.inResults, ["name": target.name, "unit": target.unit]), indent: "  ")
        text += "\n\n"
        text += tree.text
        if tree.isCut {
            text += "\n" + DisplayWidth.wrapped(say(.deeper, ["depth": "\(depth + 1)"])) + "\n"
        }
        return text + "\n" + influences
    }

    // MARK: - The tree

    private struct Tree {
        var text = ""
        /// Whether something lies below a line that is not shown.
        var isCut = false
        /// Nodes whose operands were shown.
        var expanded: Set<Int> = []
    }

    /// Where a line of the tree stands.
    private struct Stem {
        var first = ""
        var rest = ""
        var level = 0

        func below(isLast: Bool) -> Stem {
            Stem(
                first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "),
                level: level + 1)
        }
    }

    private func append(_ line: String, _ stem: Stem, isFirst: Bool, to tree: inout Tree) {
        let room = Self.width - DisplayWidth.of(stem.rest)
        let lines = DisplayWidth.wrapped(line, width: room, indent: "  ").split(separator: "\n")
        for (number, part) in lines.enumerated() {
            tree.text += (isFirst && number == 0 ? stem.first : stem.rest) + part + "\n"
        }
    }

    private func write(
        _ place: Int, name: String? = nil, parent: Int? = nil, stem: Stem = Stem(),
        to tree: inout Tree
    ) {
        let node = explanation.graph.nodes[place]
        let title = name ?? heading
        var line = "\(title) = \(amount(place))"
        let isSeen = tree.expanded.contains(place)
        // The number itself is opened even where it is nothing.
        let isRoot = parent == nil
        let isOpen =
            !node.isLeaf && !isSeen && stem.level < depth && (isRoot || isWorthOpening(node))
        if isSeen, !node.isLeaf { line += " " + say(.shownAbove) }
        if !node.isLeaf, !isOpen, !isSeen, isWorthOpening(node) {
            line += " …"
            tree.isCut = true
        }
        append(line, stem, isFirst: true, to: &tree)
        if node.isLeaf {
            if let origin = originLine(node, stem) {
                append(origin, stem, isFirst: false, to: &tree)
            }
            return
        }
        guard isOpen || stem.level == 0 else { return }
        if let formula = explanation.formulaText(node, language: language) {
            append("= " + formula, stem, isFirst: false, to: &tree)
        }
        for address in node.switches {
            append(setting(address), stem, isFirst: false, to: &tree)
        }
        guard isOpen else { return }
        tree.expanded.insert(place)
        writeOperands(of: place, node, stem, to: &tree)
    }

    /// What is nothing has nothing to show.
    private func isWorthOpening(_ node: ExplainedNode) -> Bool {
        node.value != 0 && !node.operands.isEmpty
    }

    private func writeOperands(
        of place: Int, _ node: ExplainedNode, _ stem: Stem, to tree: inout Tree
    ) {
        let names = explanation.operandNames(of: node).map { $0[language] }
        var seen: Set<Int> = []
        var lines = node.operands.indices.filter { seen.insert(node.operands[$0]).inserted }
        var rest: [Int] = []
        let kinds = Set(lines.map { explanation.graph.nodes[node.operands[$0]].label.quantity })
        if lines.count > Self.shownOperands + 1, kinds.count <= 2 {
            let isLeast =
                node.formula.map { if case .minimum = $0 { true } else { false } } ?? false
            let value = { (line: Int) in
                abs(explanation.graph.nodes[node.operands[line]].value) * (isLeast ? -1 : 1)
            }
            let sorted = lines.sorted {
                value($0) != value($1) ? value($0) > value($1) : $0 < $1
            }
            lines = Array(sorted.prefix(Self.shownOperands))
            rest = Array(sorted.dropFirst(Self.shownOperands))
        }
        for (count, line) in lines.enumerated() {
            let isLast = count == lines.count - 1 && rest.isEmpty
            write(
                node.operands[line], name: names[line], parent: place,
                stem: stem.below(isLast: isLast), to: &tree)
        }
        guard !rest.isEmpty else { return }
        let below = stem.below(isLast: true)
        if kinds.count == 1, let first = rest.first, case .sum? = node.formula {
            let total = rest.reduce(0) { $0 + explanation.graph.nodes[node.operands[$1]].value }
            let unit = unit(explanation.graph.nodes[node.operands[first]].label)
            append(
                say(
                    .together,
                    ["count": "\(rest.count)", "value": NumberText.shown(total) + unit]),
                below, isFirst: true, to: &tree)
        } else {
            append(
                say(.moreLines, ["count": "\(rest.count)"]), below, isFirst: true, to: &tree)
        }
    }

    private var heading: String {
        Message(
            ExplanationMessage.heading,
            [
                "region": explanation.region, "year": Text(verbatim: "\(explanation.year)"),
                "name": explanation.target.meaning,
            ]
        ).rendered(in: language)
    }

    private func amount(_ place: Int) -> String {
        let node = explanation.graph.nodes[place]
        let number =
            node.isLeaf && node.source != .decision
            ? DecimalText.short(node.value) : NumberText.shown(node.value)
        return number + unit(node.label)
    }

    private func unit(_ label: ExplainedLabel) -> String {
        let unit = explanation.names.unit(label)
        return unit.isEmpty || unit == "1" || unit == "fraction" ? "" : " " + unit
    }

    private func setting(_ address: ScenarioAddress) -> String {
        let setting = explanation.setting(address)
        let origin = setting.map { ValueWording.origin([$0.origin], language) } ?? ""
        return say(
            .setting,
            [
                "key": address.written, "value": setting?.value.written ?? "",
                "place": origin.isEmpty ? say(.settingDefault) : origin,
            ])
    }

    // MARK: - Leaves

    private func originLine(_ node: ExplainedNode, _ stem: Stem) -> String? {
        guard let origin = explanation.origin(node) else {
            return node.value == 0 ? say(.leafRule) : nil
        }
        var line = InfluenceTable.place(
            origin, key: explanation.key(node) ?? "", Decider(record), language)
        if let year = origin.heldFrom {
            line = say(.leafHeld, ["place": line, "year": "\(year)"])
        }
        guard !origin.source.isEmpty else { return line }
        let whole = say(.leafSource, ["place": line, "source": origin.source])
        // Two lines at most; --format json gives the source in full.
        let room = Self.width - DisplayWidth.of(stem.rest)
        return DisplayWidth.cut(whole, to: 2 * room - 12)
    }

    // MARK: - Influences

    private var influences: String {
        guard !explanation.influences.isEmpty else {
            return DisplayWidth.wrapped(say(.influenceNone)) + "\n"
        }
        let table = InfluenceTable(
            decider: Decider(record), language: language)
        var text = ""
        if top > 0 {
            text += DisplayWidth.wrapped(say(.influenceHeading)) + "\n"
            text += table.text(Array(explanation.influences.prefix(top)))
            let more = explanation.influences.count - top
            if more > 0 { text += say(.influenceMore, ["count": "\(more)"]) + "\n" }
            text += "\n"
        }
        text += DisplayWidth.wrapped(table.sharesSentence(explanation.shares)) + "\n"
        return text + DisplayWidth.wrapped(say(.sharesDefinition)) + "\n"
    }
}

/// Computed numbers for people.
enum NumberText {
    /// Five significant digits; no decimals beyond ten thousand.
    static func shown(_ value: Double) -> String {
        abs(value) >= 10_000
            ? DecimalText.exact(value.rounded())
            : DecimalText.exact(DecimalText.significant(value, digits: 5))
    }
}
