extension OutcomeAccounting {
    /// Splits what a province did over its blocks. Options are spread over the captive coal and
    /// grid power they displace; certificates over what each block lacks to the quota.
    mutating func fillBlocks() {
        let years = inputs.yearCount
        var lacking = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: years, repeating: 0.0)
        var notGreen = lacking
        for (index, block) in fleet.blocks.enumerated() {
            for year in 0..<years {
                let place = index * years + year
                let sum = province[block.province, year]
                let mix = power(block.province, year)
                var result = BlockOutcome()
                result.capacity = block.capacity[year]
                result.output = operation.output[place]
                result.electricity = operation.electricity[place]
                let coal = operation.captiveCoal[place]
                let grid = operation.grid[place]
                result.captiveCoalAfterOptions =
                    coal * Self.ratio(sum.captiveCoalAfterOptions, sum.captiveCoal)
                result.gridAfterOptions = grid * Self.ratio(sum.gridAfterOptions, sum.grid)
                let options =
                    coal - result.captiveCoalAfterOptions + grid - result.gridAfterOptions
                let own = operation.captiveRenewable[place] + options
                result.greenLocation = own + mix.gridRenewableShare * result.gridAfterOptions
                result.greenCredited = own + mix.gridCreditedShare * result.gridAfterOptions
                let coalFactor = inputs.parameters[.captiveCoalEmissionFactor, block.province, year]
                result.directEmissions =
                    result.output
                    * (inputs.parameters[.anodeEmissions, block.province, year]
                        + inputs.parameters[.perfluorocarbonEmissions, block.province, year])
                result.captiveCoalEmissions = result.captiveCoalAfterOptions * coalFactor
                result.scope2Location = result.gridAfterOptions * mix.gridFactor
                blocks[place] = result

                let judged = own + mix.gridShare(under: rule) * result.gridAfterOptions
                let quota = inputs.policy.quota[block.province, year] ?? 0
                lacking[block.province, year] += max(0, quota * result.electricity - judged)
                notGreen[block.province, year] += max(0, result.electricity - judged)
                addIndividualNeed(block, place: place, year: year, quota: quota)
            }
        }
        shareCertificates(lacking: lacking, notGreen: notGreen)
    }

    private static func ratio(_ part: Double, _ whole: Double) -> Double {
        whole > 0 ? part / whole : 0
    }

    /// What the block lacks to its quota by itself, before any purchase.
    private mutating func addIndividualNeed(
        _ block: CapacityBlock, place: Int, year: Int, quota: Double
    ) {
        guard inputs.policy.quota[block.province, year] != nil else { return }
        var quota = quota
        if block.kind == .chosen, inputs.policy.quotaFollows == .stricter {
            let origin = inputs.smelters[block.smelter].province
            quota = max(quota, inputs.policy.quota[origin, year] ?? 0)
        }
        var share = power(block.province, year).gridShare(under: rule)
        if let pool = inputs.policy.greenPool[block.province, year] {
            let counted = share * province[block.province, year].grid
            if counted > pool { share *= pool / counted }
        }
        let has = operation.captiveRenewable[place] + share * operation.grid[place]
        province[block.province, year].individualNeed +=
            max(0, quota * operation.electricity[place] - has)
    }

    private mutating func shareCertificates(
        lacking: ProvinceYearTable<Double>, notGreen: ProvinceYearTable<Double>
    ) {
        let years = inputs.yearCount
        for (index, block) in fleet.blocks.enumerated() {
            let home = block.province
            for year in 0..<years {
                let place = index * years + year
                var result = blocks[place]
                guard result.electricity > 0 else { continue }
                let certificates = province[home, year].certificates
                let mix = power(home, year)
                let own =
                    result.greenLocation - mix.gridRenewableShare * result.gridAfterOptions
                let judged = own + mix.gridShare(under: rule) * result.gridAfterOptions
                let quota = inputs.policy.quota[home, year] ?? 0
                var share = 0.0
                if lacking[home, year] > 0 {
                    share = max(0, quota * result.electricity - judged) / lacking[home, year]
                } else if notGreen[home, year] > 0 {
                    share = max(0, result.electricity - judged) / notGreen[home, year]
                }
                let credited = min(
                    result.electricity, result.greenCredited + certificates * share)
                let green = year == 0 ? min(result.electricity, result.greenLocation) : credited
                result.evaluatedVolume = result.output * green / result.electricity
                blocks[place] = result
                province[home, year].evaluatedVolume += result.evaluatedVolume
            }
        }
    }
}
