extension InputBuilder {
    /// Parameters. What a scenario says comes first, then a province's own row of the table, then
    /// the national row.
    mutating func readParameters() -> ParameterValues {
        rejectProvinceRowsOfNationalParameters()
        var values = ParameterValues(provinceCount: codes.count, yearCount: horizon.yearCount)
        for parameter in Parameter.allCases {
            if parameter.isNational {
                read(parameter, code: nil, into: &values, provinces: 0..<codes.count)
            } else {
                for (province, code) in codes.enumerated() {
                    read(
                        parameter, code: code, into: &values, provinces: province..<(province + 1))
                }
            }
        }
        return values
    }

    private mutating func read(
        _ parameter: Parameter, code: String?, into values: inout ParameterValues,
        provinces: Range<Int>
    ) {
        let own = code.map { "\(parameter.rawValue).\($0)" }
        func row(_ year: String) -> [String] {
            guard let own, data.cell(.parameters, key: [own, year], column: "value") != nil else {
                return [parameter.rawValue, year]
            }
            return [own, year]
        }
        func fill(_ number: Double, _ years: Range<Int>) {
            for province in provinces {
                for year in years { values[parameter, province, year] = number }
            }
        }
        guard parameter.isYearly else {
            let number = resolver.number(
                parameter.scenarioPath, province: code, table: .parameters, key: row(""))
            fill(number, 0..<horizon.yearCount)
            return
        }
        for (index, year) in horizon.years.enumerated() {
            let number = resolver.number(
                parameter.scenarioPath, province: code, year: year, table: .parameters
            ) { row(String($0)) }
            fill(number, index..<(index + 1))
        }
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
