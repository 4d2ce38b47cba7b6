/// Green aluminium by smelter (T/CNIA 0168-2022): options are spread over the captive coal and grid
/// power they displace, certificates over what each smelter lacks to the quota.
extension ExplanationBuilder {
    private mutating func optionsOfBlock(_ block: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.greenOptionsOfBlock, .block(block), nil, year)
        if let place = known(label) { return place }
        let province = blocks[block].province
        let after = gridAfterOptions(block: block, year)
        var operands = [grid(block: block, year), after]
        if let coal = captiveCoal(block: block, year) {
            operands += [coal, coalAfterOptions(province, year), captiveCoal(province, year)]
        }
        return define(label, operands) {
            let fromGrid = $0[0] - $0[1]
            return $0.count == 2 ? fromGrid : $0[2] - $0[2] * ($0[3] / $0[4]) + fromGrid
        }
    }

    private mutating func gridAfterOptions(block: Int, _ year: Int) -> Int {
        let province = blocks[block].province
        let operands = [
            grid(block: block, year), gridAfterOptions(province, year), grid(province, year),
        ]
        return define(ExplainedLabel(.gridAfterOptions, .block(block), nil, year), operands) {
            $0[0] * ($0[1] / $0[2])
        }
    }

    /// TWh a block has without certificates under a rule.
    private mutating func greenBefore(_ rule: AccountingRule, _ block: Int, _ year: Int) -> Int {
        let isPrimary = rule == judgedRule
        let label = ExplainedLabel(
            isPrimary ? .greenBeforeCertificates : .greenUnderOtherRule, .block(block), nil, year)
        let own = ExplainedLabel(.greenOwn, .block(block), nil, year)
        if let place = known(label) { return place }
        var parts = [optionsOfBlock(block, year)]
        if let renewable = captiveRenewable(block: block, year) { parts.append(renewable) }
        let has = total(own, parts)
        let operands = [
            has, greenGridShare(rule, blocks[block].province, year),
            gridAfterOptions(block: block, year),
        ]
        return define(label, operands) { $0[0] + $0[1] * $0[2] }
    }

    private mutating func lacking(_ block: Int, _ year: Int) -> Int {
        let province = blocks[block].province
        let label = ExplainedLabel(.lacking, .block(block), nil, year)
        if let place = known(label) { return place }
        guard let quota = quota(province, year) else { return nothing(label) }
        let operands = [
            quota, electricity(block: block, year), greenBefore(judgedRule, block, year),
        ]
        return define(label, operands) { .maximum([0, $0[0] * $0[1] - $0[2]]) }
    }

    private mutating func notGreen(_ block: Int, _ year: Int) -> Int {
        let operands = [
            electricity(block: block, year), greenBefore(judgedRule, block, year),
        ]
        return define(ExplainedLabel(.notGreen, .block(block), nil, year), operands) {
            .maximum([0, $0[0] - $0[1]])
        }
    }

    /// The part of the province's certificates that a block gets.
    private mutating func certificatePart(_ block: Int, _ year: Int) -> Int {
        let province = blocks[block].province
        let operands = [
            blockSum(.lacking, province, year) { builder, block, _ in
                builder.lacking(block, year)
            },
            lacking(block, year),
            blockSum(.notGreen, province, year) { builder, block, _ in
                builder.notGreen(block, year)
            },
            notGreen(block, year),
        ]
        return define(ExplainedLabel(.certificatePart, .block(block), nil, year), operands) {
            .whenPositive($0[0], then: $0[1] / $0[0], otherwise: $0[3] / $0[2])
        }
    }

    private mutating func evaluatedVolume(block: Int, _ year: Int) -> Int {
        let label = ExplainedLabel(.evaluatedVolume, .block(block), nil, year)
        if let place = known(label) { return place }
        var operands = [
            output(block: block, year), electricity(block: block, year),
            greenBefore(year == 0 ? .location : .credited, block, year),
        ]
        // In the base year quotas are only monitored and the location share counts.
        if year > 0 {
            operands += [certificates(blocks[block].province, year), certificatePart(block, year)]
        }
        return define(label, operands) {
            let green = $0.count == 3 ? $0[2] : $0[2] + $0[3] * $0[4]
            return $0[0] * .minimum([$0[1], green]) / $0[1]
        }
    }

    /// Mt of green aluminium evaluated.
    mutating func evaluatedVolume(_ province: Int, _ year: Int) -> Int {
        blockSum(.evaluatedVolume, province, year) { builder, block, _ in
            builder.evaluatedVolume(block: block, year)
        }
    }
}
