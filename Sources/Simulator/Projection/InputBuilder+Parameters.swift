extension InputBuilder {
    /// Parameters, a province's own row in place of the national one unless the scenario sets the
    /// value.
    mutating func readParameters() -> ParameterValues {
        rejectProvinceRowsOfNationalParameters()
        var values = ParameterValues(provinceCount: codes.count, yearCount: horizon.yearCount)
        for parameter in Parameter.allCases {
            switch parameter.axis {
            case .year, .decisionYear:
                for (index, year) in horizon.years.enumerated() {
                    read(parameter, year: year, into: &values, years: index..<(index + 1))
                }
            case .province:
                for (province, code) in codes.enumerated() {
                    let own = ["\(parameter.rawValue).\(code)", ""]
                    let hasOwn = data.cell(.parameters, key: own, column: "value") != nil
                    let number = resolver.number(
                        parameter.scenarioPath, province: code, table: .parameters,
                        key: hasOwn ? own : [parameter.rawValue, ""])
                    for year in 0..<horizon.yearCount { values[parameter, province, year] = number }
                }
            case nil, .transfer:
                read(parameter, year: nil, into: &values, years: 0..<horizon.yearCount)
            }
        }
        return values
    }

    /// Reads a value of the whole country, and the rows of provinces that depart from it.
    private mutating func read(
        _ parameter: Parameter, year: Int?, into values: inout ParameterValues, years: Range<Int>
    ) {
        let yearText = year.map(String.init) ?? ""
        let number = resolver.number(
            parameter.scenarioPath, year: year, table: .parameters,
            key: [parameter.rawValue, yearText])
        let isSet = scenario[ScenarioAddress(parameter.scenarioPath, year: year)] != nil
        var hasOwnRows = false
        for (province, code) in codes.enumerated() {
            let key = ["\(parameter.rawValue).\(code)", yearText]
            let own = isSet ? nil : data.cell(.parameters, key: key, column: "value")
            hasOwnRows = hasOwnRows || own != nil
            for index in years { values[parameter, province, index] = own?.number ?? number }
        }
        // One national value could not say what the provinces' rows say.
        if hasOwnRows { resolver.forget(parameter.scenarioPath) }
    }

    private mutating func rejectProvinceRowsOfNationalParameters() {
        let table = data[.parameters]
        for row in table.rows {
            guard let key = table.text("key", row) else { continue }
            let parts = ParameterDefinition.split(key)
            guard parts.province != nil, let parameter = Parameter(rawValue: parts.base),
                parameter.isNational
            else { continue }
            resolver.error(
                Message(
                    InputMessage.nationalParameter, verbatim: ["key": key, "base": parts.base]),
                at: Location(file: table.file, line: row.line, column: "key"))
        }
    }
}
