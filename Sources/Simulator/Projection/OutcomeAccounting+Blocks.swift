extension OutcomeAccounting {
    /// Splits what a province did over its blocks. Options are spread over the captive coal and
    /// grid power they displace; certificates over what each block lacks to the quota.
    mutating func fillBlocks() {
        let years = inputs.yearCount
        var lacking = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: years, repeating: 0.0)
        var notGreen = lacking
        for index in fleet.blocks.indices {
            let home = fleet.blocks[index].province
            for year in 0..<years {
                let place = index * years + year
                let mix = power(home, year)
                var result = BlockOutcome()
                result.capacity = fleet.blocks[index].capacity[year]
                result.output = operation.output[place]
                result.electricity = operation.electricity[place]
                let coal = operation.captiveCoal[place]
                let grid = operation.grid[place]
                result.captiveCoalAfterOptions =
                    coal
                    * Self.ratio(
                        province[home, year].captiveCoalAfterOptions,
                        province[home, year].captiveCoal)
                result.gridAfterOptions =
                    grid
                    * Self.ratio(
                        province[home, year].gridAfterOptions, province[home, year].grid)
                let options =
                    coal - result.captiveCoalAfterOptions + grid - result.gridAfterOptions
                let own = operation.captiveRenewable[place] + options
                result.greenLocation = own + mix.gridRenewableShare * result.gridAfterOptions
                result.greenCredited = own + mix.gridCreditedShare * result.gridAfterOptions
                let coalFactor = inputs.parameters[.captiveCoalEmissionFactor, home, year]
                result.directEmissions =
                    result.output
                    * (inputs.parameters[.anodeEmissions, home, year]
                        + inputs.parameters[.perfluorocarbonEmissions, home, year])
                result.captiveCoalEmissions = result.captiveCoalAfterOptions * coalFactor
                result.scope2Location = result.gridAfterOptions * mix.gridFactor
                blocks[place] = result

                let judged = own + mix.gridShare(under: rule) * result.gridAfterOptions
                let quota = inputs.policy.quota[home, year] ?? 0
                lacking[home, year] += max(0, quota * result.electricity - judged)
                notGreen[home, year] += max(0, result.electricity - judged)
                addIndividualNeed(index, place: place, year: year, quota: quota)
            }
        }
        shareCertificates(lacking: lacking, notGreen: notGreen)
    }

    private static func ratio(_ part: Double, _ whole: Double) -> Double {
        whole > 0 ? part / whole : 0
    }

    /// What the block lacks to its quota by itself, before any purchase.
    private mutating func addIndividualNeed(
        _ block: Int, place: Int, year: Int, quota: Double
    ) {
        let home = fleet.blocks[block].province
        guard inputs.policy.quota[home, year] != nil else { return }
        var quota = quota
        if fleet.blocks[block].kind == .chosen, inputs.policy.quotaFollows == .stricter {
            let origin = inputs.smelters[fleet.blocks[block].smelter].province
            quota = max(quota, inputs.policy.quota[origin, year] ?? 0)
        }
        var share = power(home, year).gridShare(under: rule)
        if let pool = inputs.policy.greenPool[home, year] {
            let counted = share * province[home, year].grid
            if counted > pool { share *= pool / counted }
        }
        let has = operation.captiveRenewable[place] + share * operation.grid[place]
        province[home, year].individualNeed +=
            max(0, quota * operation.electricity[place] - has)
    }

    private mutating func shareCertificates(
        lacking: ProvinceYearTable<Double>, notGreen: ProvinceYearTable<Double>
    ) {
        let years = inputs.yearCount
        for index in fleet.blocks.indices {
            let home = fleet.blocks[index].province
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
