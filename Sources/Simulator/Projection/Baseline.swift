/// What follows from the inputs before anything is decided: the planned fleet, the cut of a dry
/// year, the power balance.
public struct Baseline: Sendable {
    public let inputs: ModelInputs
    public let fleet: Fleet
    /// Share of output lost to a dry year.
    public let cut: ProvinceYearTable<Double>
    public let operation: FleetOperation
    public let power: PowerBalance
    /// Share of an option's power that displaces captive coal; the rest displaces grid power.
    public let coalDisplacement: ProvinceYearTable<Double>
    /// Remarks on the planned fleet and the power balance.
    public let notices: [Finding]

    public init(_ inputs: ModelInputs) throws(InputRejected) {
        self.inputs = inputs
        let fleet = try Fleet(planned: inputs)
        self.fleet = fleet
        let utilisation = inputs.relocation.utilisation
        let noCut = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount, repeating: 0.0)
        let uncut = FleetOperation(fleet: fleet, utilisation: utilisation, cut: noCut)
        let cut = Self.droughtCut(inputs: inputs, uncut: uncut)
        self.cut = cut
        let operation = FleetOperation(fleet: fleet, utilisation: utilisation, cut: cut)
        self.operation = operation
        let shed = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount
        ) { province, year in
            cut[province, year] * uncut.province[province, year].electricity
        }
        let power = PowerBalance(inputs: inputs, operation: operation, shed: shed)
        self.power = power
        coalDisplacement = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount
        ) { province, year in
            let sum = operation.province[province, year]
            let displaceable = sum.captiveCoal + sum.grid
            return displaceable > 0 ? sum.captiveCoal / displaceable : 0
        }
        notices = power.notices + Self.remarks(on: fleet, inputs: inputs)
    }

    /// cut = clamp(borne x max(0, 1 - w) x normal hydro / E0, 0, maximum); 0 where E0 = 0.
    private static func droughtCut(
        inputs: ModelInputs, uncut: FleetOperation
    ) -> ProvinceYearTable<Double> {
        var normalHydro = inputs.power.baseGeneration[.hydro] ?? []
        var result = ProvinceYearTable(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount, repeating: 0.0)
        for province in 0..<inputs.provinceCount {
            for year in 0..<inputs.yearCount {
                if year > 0 {
                    normalHydro[province] *= 1 + (inputs.power.growth[.hydro]?[province, year] ?? 0)
                }
                let electricity = uncut.province[province, year].electricity
                guard electricity > 0 else { continue }
                let missing =
                    max(0, 1 - inputs.power.hydrologyIndex[province, year])
                    * normalHydro[province]
                let share =
                    inputs.parameters[.hydroShortfallBorne, province, year] * missing / electricity
                let most = inputs.parameters[.hydroCutMaximum, province, year]
                result[province, year] = min(max(share, 0), most)
            }
        }
        return result
    }

    /// Planned arrivals above hosting and a planned fleet above the ceiling are warnings.
    private static func remarks(on fleet: Fleet, inputs: ModelInputs) -> [Finding] {
        var result: [Finding] = []
        let planned = fleet.plannedArrivals(provinceCount: inputs.provinceCount)
        for (province, place) in inputs.provinces.enumerated() {
            for year in 1..<max(1, inputs.yearCount) {
                let arrivals = planned[province, year]
                let hosting = inputs.relocation.hosting[province, year]
                guard arrivals > hosting + 1e-9 else { continue }
                result.append(
                    Finding(
                        .warning,
                        Message(
                            InputMessage.arrivalsExceedHosting,
                            [
                                "province": place.name,
                                "arrivals": Text(verbatim: DecimalText.short(arrivals)),
                                "hosting": Text(verbatim: DecimalText.short(hosting)),
                                "year": Text(verbatim: "\(inputs.horizon.year(at: year))"),
                            ])))
            }
        }
        let ceiling = inputs.parameters[.capacityCeiling]
        for year in 0..<inputs.yearCount {
            let total = fleet.nationalCapacity(year: year)
            guard total > ceiling + 1e-9 else { continue }
            result.append(
                Finding(
                    .warning,
                    Message(
                        InputMessage.ceilingExceeded,
                        verbatim: [
                            "capacity": DecimalText.short(total),
                            "ceiling": DecimalText.short(ceiling),
                            "year": "\(inputs.horizon.year(at: year))",
                        ])))
        }
        return result
    }
}

extension Fleet {
    /// Capacity opened by planned transfers in a province up to a year, rebuilds included, Mt/yr.
    public func plannedArrivals(in province: Int, upTo year: Int) -> Double {
        var total = 0.0
        for index in movements.indices
        where movements[index].kind == .planned && movements[index].year <= year
            && blocks[movements[index].to].province == province
        {
            total += movements[index].opened
        }
        return total
    }

    /// Capacity opened by planned transfers up to each year, rebuilds included, Mt/yr.
    func plannedArrivals(provinceCount: Int) -> ProvinceYearTable<Double> {
        var result = ProvinceYearTable(
            provinceCount: provinceCount, yearCount: yearCount, repeating: 0.0)
        for index in movements.indices where movements[index].kind == .planned {
            let province = blocks[movements[index].to].province
            for year in movements[index].year..<yearCount {
                result[province, year] += movements[index].opened
            }
        }
        return result
    }

    public func nationalCapacity(year: Int) -> Double {
        var total = 0.0
        for index in blocks.indices { total += blocks[index].capacity[year] }
        return total
    }
}
