/// Checks that concern several cells of one row.
struct RowCheck {
    let schema: TableSchema

    func check(
        _ row: TableRow, definition: ParameterDefinition?, into findings: inout TableFindings
    ) {
        checkBounds(row, into: &findings)
        switch schema.name {
        case .smelters, .transfers: checkCaptiveShares(row, into: &findings)
        case .hydrology: checkMonth(row, into: &findings)
        case .hydroCorrelation: checkPair(row, into: &findings)
        case .parameters: checkParameterYear(row, definition: definition, into: &findings)
        default: break
        }
    }

    private func number(_ name: String, _ row: TableRow) -> Double? {
        guard let position = schema.position(of: name),
            case .number(let value) = row.cells[position]
        else { return nil }
        return value
    }

    private func text(_ name: String, _ row: TableRow) -> String? {
        guard let position = schema.position(of: name), case .text(let value) = row.cells[position]
        else { return nil }
        return value
    }

    /// low <= value <= high, where given.
    private func checkBounds(_ row: TableRow, into findings: inout TableFindings) {
        let column: String
        let value: Double
        switch schema.rangeRule {
        case .none: return
        case .bounds(let bounded):
            guard let centre = number(bounded, row) else { return }
            (column, value) = (bounded, centre)
        case .factors: (column, value) = ("factor", 1)
        }
        if let low = number("low", row), low > value {
            findings.error(
                Message(
                    RowMessage.lowAboveValue,
                    verbatim: [
                        "low": DecimalText.exact(low), "column": column,
                        "value": DecimalText.exact(value),
                    ]),
                line: row.line, column: "low")
        }
        if let high = number("high", row), high < value {
            findings.error(
                Message(
                    RowMessage.highBelowValue,
                    verbatim: [
                        "high": DecimalText.exact(high), "column": column,
                        "value": DecimalText.exact(value),
                    ]),
                line: row.line, column: "high")
        }
    }

    private func checkCaptiveShares(_ row: TableRow, into findings: inout TableFindings) {
        guard let coal = number("captive_coal_share", row),
            let renewable = number("captive_renewable_share", row)
        else { return }
        // Shares such as 0.9 and 0.1 are not exact in binary.
        let roundingAllowance = 1e-9
        guard coal + renewable > 1 + roundingAllowance else { return }
        findings.error(
            Message(
                RowMessage.captiveSharesOverOne,
                verbatim: [
                    "coal": DecimalText.exact(coal), "renewable": DecimalText.exact(renewable),
                    "sum": DecimalText.rounded(coal + renewable),
                ]),
            line: row.line, column: "captive_renewable_share")
    }

    private func checkMonth(_ row: TableRow, into findings: inout TableFindings) {
        let month = number("month", row)
        switch text("quantity", row) {
        case "coefficient_of_variation":
            guard let month else { return }
            findings.error(
                Message(RowMessage.monthNotDue, verbatim: ["value": DecimalText.exact(month)]),
                line: row.line, column: "month")
        case "monthly_share":
            if month == nil {
                findings.error(Message(RowMessage.monthDue), line: row.line, column: "month")
            }
        default: break
        }
    }

    private func checkPair(_ row: TableRow, into findings: inout TableFindings) {
        guard let first = text("province_a", row), let second = text("province_b", row) else {
            return
        }
        if first > second {
            findings.error(
                Message(RowMessage.pairOrder, verbatim: ["first": first, "second": second]),
                line: row.line, column: "province_a")
        }
        if first == second, let value = number("value", row), value != 1 {
            findings.error(
                Message(
                    RowMessage.diagonalNotOne,
                    verbatim: ["province": first, "value": DecimalText.exact(value)]),
                line: row.line, column: "value")
        }
    }

    private func checkParameterYear(
        _ row: TableRow, definition: ParameterDefinition?, into findings: inout TableFindings
    ) {
        guard let definition else { return }
        let argument = ["value": definition.key]
        let hasYear = number("year", row) != nil
        if definition.years == .constant, hasYear {
            findings.error(
                Message(RowMessage.parameterHasNoYear, verbatim: argument), line: row.line,
                column: "year")
        }
        if definition.years != .constant, !hasYear {
            findings.error(
                Message(RowMessage.parameterNeedsYear, verbatim: argument), line: row.line,
                column: "year")
        }
    }
}
