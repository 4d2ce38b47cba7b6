/// A unit that is easily written in place of the right one, and the factor between them.
struct UnitSlip: Sendable {
    /// Names of the wrong unit; the first is the one shown.
    let names: [String]
    /// What a value in the wrong unit must be multiplied by.
    let factor: Double

    /// The slips known for a unit, the likeliest first.
    static func slips(for unit: String) -> [UnitSlip] {
        switch unit {
        case "TWh":
            [
                UnitSlip(names: ["亿千瓦时", "亿kWh", "亿度", "10^8 kWh"], factor: 0.1),
                UnitSlip(names: ["GWh", "百万千瓦时"], factor: 1e-3),
                UnitSlip(names: ["MWh", "兆瓦时"], factor: 1e-6),
                UnitSlip(names: ["万千瓦时", "万kWh"], factor: 1e-5),
                UnitSlip(names: ["kWh", "千瓦时", "度"], factor: 1e-9),
            ]
        case "Mt/yr", "Mt":
            [
                UnitSlip(names: ["万吨", "万吨/年", "万t", "10^4 t", "10 kt"], factor: 0.01),
                UnitSlip(names: ["kt/yr", "kt", "千吨"], factor: 1e-3),
                UnitSlip(names: ["t/yr", "t", "吨", "吨/年"], factor: 1e-6),
            ]
        case "CNY/MWh":
            [
                UnitSlip(names: ["CNY/kWh", "元/kWh", "元/千瓦时", "元/度", "RMB/kWh"], factor: 1_000),
                UnitSlip(names: ["分/千瓦时", "分/kWh"], factor: 10),
                UnitSlip(names: ["元/MWh", "元/兆瓦时", "RMB/MWh"], factor: 1),
            ]
        case "kWh/t":
            [
                UnitSlip(names: ["MWh/t", "kWh/kg", "兆瓦时/吨"], factor: 1_000),
                UnitSlip(names: ["千瓦时/吨"], factor: 1),
            ]
        case "tCO2/MWh":
            [
                UnitSlip(names: ["kgCO2/MWh", "gCO2/kWh", "kg/MWh", "g/kWh"], factor: 1e-3),
                UnitSlip(names: ["kgCO2/kWh", "kg/kWh", "t/MWh"], factor: 1),
            ]
        case "CNY/t":
            [
                UnitSlip(names: ["万元/吨", "万元/t"], factor: 10_000),
                UnitSlip(names: ["CNY/kg", "元/kg", "kCNY/t"], factor: 1_000),
                UnitSlip(names: ["元/吨", "元/t", "RMB/t"], factor: 1),
            ]
        case "CNY per t/yr":
            [
                UnitSlip(names: ["万元/吨", "万元 per t/yr", "bn CNY per Mt/yr"], factor: 10_000),
                UnitSlip(names: ["million CNY per kt/yr", "kCNY per t/yr"], factor: 1_000),
                UnitSlip(names: ["CNY/t", "元/吨"], factor: 1),
            ]
        case "CNY/tCO2": [UnitSlip(names: ["元/吨", "CNY/t"], factor: 1)]
        case "1/yr": [UnitSlip(names: ["%/yr", "%"], factor: 0.01)]
        case "%/yr": [UnitSlip(names: ["1/yr", "fraction", "1"], factor: 100)]
        default: []
        }
    }

    /// The slip a text in a unit column stands for.
    static func named(_ text: String, insteadOf unit: String) -> UnitSlip? {
        slips(for: unit).first { $0.names.contains(text) }
    }

    /// The first slip that would explain an implausible value.
    static func explaining(_ value: Double, unit: String, plausible: NumberRange) -> UnitSlip? {
        slips(for: unit).first { slip in
            slip.factor != 1 && value != 0 && plausible.contains(value * slip.factor)
        }
    }

    /// The factor as a whole number, whichever way it goes: `1,000`.
    var factorText: String {
        DecimalText.grouped((factor < 1 ? 1 / factor : factor).rounded())
    }

    /// What to do with the values, to follow "Write the unit and".
    var advice: Text {
        if factor == 1 { return Text(en: "keep the values", zh: "保持不变") }
        let number = factorText
        return factor < 1
            ? Text(en: "divide the values by \(number)", zh: "除以 \(number)")
            : Text(en: "multiply the values by \(number)", zh: "乘以 \(number)")
    }
}
