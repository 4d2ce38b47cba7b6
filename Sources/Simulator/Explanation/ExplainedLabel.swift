/// What a quantity of an explanation is of, besides a province and a year.
public enum ExplainedSubject: Sendable, Hashable {
    /// Capacity by its place among the blocks of the fleet.
    case block(Int)
    /// A move by its place among the movements of the fleet.
    case movement(Int)
    case smelter(Int)
    case technology(Technology)
    case rule(AccountingRule)
    case option(GreenOption)
    /// 1 is January.
    case month(Int)
}

/// Which quantity a node of an explanation is.
public struct ExplainedLabel: Sendable, Hashable {
    public enum Quantity: Sendable, Hashable {
        case named(ExplainedQuantity)
        /// A variable of the results by its place in ``VariableDefinition/all``.
        case variable(Int)
    }

    public let quantity: Quantity
    public let subject: ExplainedSubject?
    /// Index of the province; nil for China and for what has no place.
    public let province: Int?
    /// Index of the year; nil for what is the same in all years.
    public let year: Int?
    /// Whether the fleet is meant as it would stand without chosen moves.
    public let isPlannedFleet: Bool

    init(
        _ quantity: ExplainedQuantity, _ subject: ExplainedSubject? = nil, _ province: Int? = nil,
        _ year: Int? = nil, isPlannedFleet: Bool = false
    ) {
        self.quantity = .named(quantity)
        self.subject = subject
        self.province = province
        self.year = year
        self.isPlannedFleet = isPlannedFleet
    }

    init(variable: Int, _ province: Int?, _ year: Int?) {
        quantity = .variable(variable)
        subject = nil
        self.province = province
        self.year = year
        isPlannedFleet = false
    }
}

/// Where the number of a leaf comes from.
public enum ExplainedSource: Sendable, Hashable {
    /// An effective value of the scenario.
    case input(ScenarioAddress)
    /// A cell that the model reads as it stands, whatever the scenario says.
    case cell(TableName, key: [String], column: String)
    /// Decided by the plan, or by merit order where there is no plan.
    case decision
    /// Fixed by the equations themselves.
    case rule
}

/// One quantity with how it follows from others.
public struct ExplainedNode: Sendable {
    public let label: ExplainedLabel
    /// Nil for a leaf.
    public let formula: Formula?
    /// Places of the operands in the graph, each before this node.
    public let operands: [Int]
    /// Nil for a quantity that is computed.
    public let source: ExplainedSource?
    public let value: Double
    /// The switches that chose this formula among others.
    public let switches: [ScenarioAddress]

    public var isLeaf: Bool { formula == nil }
}

/// Quantities and how they follow from each other, each quantity once. Operands stand before what
/// they are operands of.
public struct ExplanationGraph: Sendable {
    public private(set) var nodes: [ExplainedNode] = []

    public init() {}

    mutating func append(_ node: ExplainedNode) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }

    /// Every value computed anew from the leaves alone.
    /// - Parameter leaf: the number of a leaf by its place; the node's own where nil.
    public func values(leaf: (Int) -> Double? = { _ in nil }) -> [Double] {
        var values = [Double](repeating: 0, count: nodes.count)
        for (place, node) in nodes.enumerated() {
            if let formula = node.formula {
                values[place] = formula.value { values[node.operands[$0]] }
            } else {
                values[place] = leaf(place) ?? node.value
            }
        }
        return values
    }

    /// The derivative of one quantity by every quantity before it, by place.
    public func derivatives(of root: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: root + 1)
        sums[root] = 1
        for place in stride(from: root, through: 0, by: -1) where sums[place] != 0 {
            let node = nodes[place]
            node.formula?.addDerivatives(
                weight: sums[place], operands: { nodes[node.operands[$0]].value },
                into: { sums[node.operands[$0]] += $1 })
        }
        return sums
    }

    /// The elasticity of a quantity to every quantity before it: per cent of change for one per
    /// cent. Nil where the quantity is 0, so that no per cent of it can be said.
    public func elasticities(of root: Int) -> [Double]? {
        let value = nodes[root].value
        guard value != 0 else { return nil }
        return derivatives(of: root).enumerated().map { $1 * nodes[$0].value / value }
    }

    /// The quantities one is made of, itself among them, by place.
    public func reach(of root: Int) -> [Int] {
        var isReached = [Bool](repeating: false, count: root + 1)
        isReached[root] = true
        for place in stride(from: root, through: 0, by: -1) where isReached[place] {
            for operand in nodes[place].operands { isReached[operand] = true }
        }
        return isReached.indices.filter { isReached[$0] }
    }
}
