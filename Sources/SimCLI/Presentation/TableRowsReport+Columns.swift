internal import Simulator

/// What stands before the values of a row.
extension TableRowsReport {
    struct LeadingColumn {
        let column: String
        let heading: DataMessage
        /// Where the column may be cut.
        var least: Int?
    }

    /// The key of a row, and what else tells rows apart.
    var leadingColumns: [LeadingColumn] {
        var names = schema.key
        switch schema.name {
        case .smelters: names.append("province")
        case .transfers: names += ["to_province", "year", "state"]
        case .transfersHistory: names += ["from_province", "to_province", "year"]
        case .quotas: names.append("legal_status")
        case .reported: names += ["province", "year"]
        case .seedFacts: names += [language == .chinese ? "entity_zh" : "entity_en", "year"]
        case .seedChecks: names.append("result")
        case .provinces:
            names += [language == .chinese ? "name_zh" : "name_en", "grid_region"]
        default: break
        }
        return names.map { name in
            switch name {
            case "province":
                LeadingColumn(
                    column: name, heading: schema.name == .provinces ? .headKey : .headProvince)
            case "province_a", "province_b": LeadingColumn(column: name, heading: .headProvince)
            case "from_province": LeadingColumn(column: name, heading: .headFrom, least: 8)
            case "to_province": LeadingColumn(column: name, heading: .headTo, least: 8)
            case "year": LeadingColumn(column: name, heading: .headYear)
            case "month": LeadingColumn(column: name, heading: .headMonth)
            case "technology": LeadingColumn(column: name, heading: .headTechnology)
            case "name_zh", "name_en", "entity_zh", "entity_en":
                LeadingColumn(column: name, heading: .headName, least: 12)
            case "key": LeadingColumn(column: name, heading: .headKey)
            case "smelter", "transfer", "id", "check_id":
                LeadingColumn(column: name, heading: .headKey)
            default: LeadingColumn(column: name, heading: .headKind, least: 16)
            }
        }
    }

    /// A cell, with provinces by name.
    func shown(_ column: String, _ row: TableRow) -> String {
        let text = cell(column, row)
        guard let definition = schema.column(column), case .province = definition.kind else {
            return text
        }
        // As read, since the file may name it in another way.
        let code = table.text(column, row) ?? text
        return code == "CN" ? label(.country) : data.provinces.name(of: code)[language]
    }
}
