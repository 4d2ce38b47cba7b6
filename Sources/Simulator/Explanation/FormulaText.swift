/// A formula in words, with the names of its operands.
struct FormulaText {
    let operands: [String]
    let language: Language

    func written(_ formula: Formula) -> String { text(formula, binding: 0) }

    /// - Parameter binding: how tightly what stands around holds: 0 nothing, 1 a sum, 2 what is
    ///   taken away, 3 a product, 4 a divisor.
    private func text(_ formula: Formula, binding: Int) -> String {
        func bracketed(_ text: String, weakerThan strength: Int) -> String {
            binding > strength ? "(\(text))" : text
        }
        switch formula {
        case .operand(let place): return operands[place]
        case .number(let number): return DecimalText.exact(number)
        case .converted(let inner, _): return text(inner, binding: binding)
        case .sum(let terms):
            guard terms.count > 1 else {
                return terms.first.map { text($0, binding: binding) } ?? "0"
            }
            return bracketed(
                terms.map { text($0, binding: 1) }.joined(separator: " + "), weakerThan: 1)
        case .difference(let first, let second):
            return bracketed(difference(first, second), weakerThan: 1)
        case .remainder(let whole, let part, _):
            return bracketed(difference(whole, part), weakerThan: 1)
        case .product(let factors):
            return bracketed(
                factors.map { text($0, binding: 3) }.joined(separator: " × "), weakerThan: 3)
        case .quotient(let part, let whole):
            return bracketed(
                text(part, binding: 3) + " ÷ " + text(whole, binding: 4), weakerThan: 3)
        case .minimum(let terms): return "min(\(list(terms)))"
        case .maximum(let terms): return "max(\(list(terms)))"
        case .whenPositive(let condition, let first, let second):
            return say(
                .whenPositive,
                [
                    "condition": text(condition, binding: 0), "then": text(first, binding: 0),
                    "otherwise": text(second, binding: 0),
                ])
        case .annuity(let rate, let years):
            return say(
                .annuityFormula,
                ["rate": text(rate, binding: 4), "years": text(years, binding: 4)])
        }
    }

    private func difference(_ first: Formula, _ second: Formula) -> String {
        if case .number(0) = first { return "−" + text(second, binding: 3) }
        return text(first, binding: 1) + " − " + text(second, binding: 2)
    }

    private func list(_ terms: [Formula]) -> String {
        terms.map { text($0, binding: 0) }.joined(separator: "; ")
    }

    private func say(_ message: ExplanationMessage, _ arguments: [String: String]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }
}

extension Explanation {
    /// How a node follows from its operands, in words; nil for a leaf.
    public func formulaText(_ node: ExplainedNode, language: Language) -> String? {
        guard let formula = node.formula else { return nil }
        let all = node.operands.indices.map(Formula.operand)
        let kinds = Set(node.operands.map { graph.nodes[$0].label.quantity })
        let isLong = node.operands.count > Self.listedOperands
        if isLong || kinds.count < 2 && node.operands.count != 1 {
            let count = ["count": "\(node.operands.count)"]
            if formula == .sum(all) {
                return Message(
                    node.operands.isEmpty
                        ? ExplanationMessage.sumOfNothing : ExplanationMessage.sumOfLines,
                    verbatim: count
                ).rendered(in: language)
            }
            if formula == .minimum(all) {
                return Message(ExplanationMessage.leastOfLines, verbatim: count)
                    .rendered(in: language)
            }
            if case .variable = node.label.quantity, case .quotient(.sum, .operand(0)) = formula {
                return ExplanationMessage.weightedMean.text[language]
            }
        }
        return FormulaText(
            operands: operandNames(of: node).map { $0[language] }, language: language
        )
        .written(formula)
    }

    /// Most operands that a sum or a least value writes out.
    static let listedOperands = 5

    /// Short names that tell the operands of a node apart.
    public func operandNames(of node: ExplainedNode) -> [Text] {
        node.operands.map { operand in
            let label = graph.nodes[operand].label
            return names.name(label, whereabouts: names.place(label, within: node.label))
        }
    }
}
