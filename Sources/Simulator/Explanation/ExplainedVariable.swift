/// How a variable of the results is made of quantities of the graph.
enum ExplainedVariable: Sendable {
    /// A quantity of a province and year, both by index.
    typealias Build = @Sendable (inout ExplanationBuilder, Int, Int) -> Int

    struct Part: Sendable {
        let quantity: ExplainedQuantity
        let subject: ExplainedSubject?
        let build: Build

        init(
            _ quantity: ExplainedQuantity, _ subject: ExplainedSubject? = nil,
            _ build: @escaping Build
        ) {
            self.quantity = quantity
            self.subject = subject
            self.build = build
        }
    }

    /// China is the sum of the provinces.
    case sum(Part)
    /// The same in EJ of a quantity in TWh.
    case exajoules(Part)
    /// China is the ratio of the sums. Nothing where the whole is 0.
    case ratio(scale: Double, Part, Part)
    /// China is the mean by weight.
    case weightedMean(Build, Part)
    /// A fraction of a province in per cent.
    case percent(Build)
    /// A quantity of China alone.
    case national(@Sendable (inout ExplanationBuilder, Int) -> Int)
}

extension ExplanationBuilder {
    /// The node of a variable of the results, by its place in ``VariableDefinition/all``; nil where
    /// the results have no such number.
    mutating func node(variable: Int, _ province: Int?, _ year: Int) -> Int? {
        guard let made = ExplainedVariable.all[VariableDefinition.all[variable].name] else {
            return nil
        }
        let label = ExplainedLabel(variable: variable, province, year)
        if let place = known(label) { return place }
        switch made {
        case .sum(let part): return node(part, province, year)
        case .exajoules(let part):
            let amount = node(part, province, year)
            return define(label, [amount]) {
                .converted($0[0], UnitConversion.exajoules(fromTerawattHours: 1))
            }
        case .ratio(let scale, let part, let whole):
            let operands = [node(part, province, year), node(whole, province, year)]
            guard graph.nodes[operands[1]].value > 0 else { return nil }
            return define(label, operands) {
                scale == 1 ? $0[0] / $0[1] : .converted($0[0] / $0[1], scale)
            }
        case .weightedMean(let value, let weight):
            if let province { return value(&self, province, year) }
            var operands: [Int] = [node(weight, nil, year)]
            guard graph.nodes[operands[0]].value > 0 else { return nil }
            for place in 0..<inputs.provinceCount {
                operands.append(value(&self, place, year))
                operands.append(weight.build(&self, place, year))
            }
            return define(label, operands) { operands in
                let parts = stride(from: 1, to: operands.count, by: 2).map {
                    operands[$0] * operands[$0 + 1]
                }
                return .sum(parts) / operands[0]
            }
        case .percent(let build):
            guard let province else { return nil }
            let fraction = build(&self, province, year)
            return define(label, [fraction]) { .converted($0[0], 100) }
        case .national(let build): return province == nil ? build(&self, year) : nil
        }
    }

    private mutating func node(
        _ part: ExplainedVariable.Part, _ province: Int?, _ year: Int
    ) -> Int {
        if let province { return part.build(&self, province, year) }
        return national(ExplainedLabel(part.quantity, part.subject, nil, year)) {
            part.build(&$0, $1, year)
        }
    }

    /// The node of a headline figure of China or a province; nil where there is none.
    mutating func node(headline: HeadlineQuantity, _ province: Int?, _ year: Int) -> Int? {
        if let name = headline.variableName,
            let variable = VariableDefinition.all.firstIndex(where: { $0.name == name })
        {
            return node(variable: variable, province, year)
        }
        if headline == .shortfall {
            guard let province else { return bindingShortfall(year) }
            return outcome.hasBindingQuota(province, year: year)
                ? shortfall(province, year) : nil
        }
        if let province { return totalEmissions(province, year) }
        return national(ExplainedLabel(.totalEmissions, nil, nil, year)) {
            $0.totalEmissions($1, year)
        }
    }
}
