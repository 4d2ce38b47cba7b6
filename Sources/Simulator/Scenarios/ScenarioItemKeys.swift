extension ScenarioKey {
    static let transferKeys: [ScenarioKey] =
        [
            ScenarioKey(
                "transfers.include", .identifiers(.rumouredTransfers),
                standard: .identifiers([]),
                Text(en: "rumoured transfers to count as planned", zh: "计入计划的传闻转移")),
            ScenarioKey(
                "transfers.drop", .identifiers(.transfers), standard: .identifiers([]),
                Text(en: "transfers that do not happen", zh: "不发生的转移")),
        ]
        + ["transfers.add", "transfers.change"].flatMap { group in
            TransferField.allCases.map { field in
                ScenarioKey(
                    "\(group).\(field.rawValue)", [.transfer], field.kind, isOptional: true,
                    field.meaning)
            }
        }

    static let smelterKeys: [ScenarioKey] =
        [
            ScenarioKey(
                "smelters.remove", .identifiers(.smelters), standard: .identifiers([]),
                Text(en: "smelters that do not exist", zh: "视为不存在的铝厂")),
            ScenarioKey(
                "smelters.movable_share", [.province], .number(unit: "fraction", range: 0...1),
                isOptional: true,
                Text(
                    en: "movable share of every smelter in the province, unless smelters.change "
                        + "says otherwise for one",
                    zh: "该省各铝厂的可转移比例；smelters.change 对单厂另有规定的除外")),
        ]
        + ["smelters.add", "smelters.change"].flatMap { group in
            SmelterField.allCases.map { field in
                ScenarioKey(
                    "\(group).\(field.rawValue)", [.smelter], field.kind, isOptional: true,
                    field.meaning)
            }
        }
}

/// A field of a smelter that a scenario may give.
public enum SmelterField: String, CaseIterable, Sendable {
    case province, capacity, electricity
    case captiveCoalShare = "captive_coal_share"
    case captiveRenewableShare = "captive_renewable_share"
    case movableShare = "movable_share"
    case lineSize = "line_size"

    var kind: ScenarioKey.Kind {
        switch self {
        case .province: .identifier(.provinces)
        case .capacity: .number(unit: "Mt/yr", range: 0...50)
        case .electricity: .number(unit: "kWh/t", range: 12000...15000)
        case .captiveCoalShare, .captiveRenewableShare, .movableShare:
            .number(unit: "fraction", range: 0...1)
        case .lineSize: .number(unit: "Mt/yr", range: 0.001...10)
        }
    }

    var meaning: Text {
        switch self {
        case .province: Text(en: "province it stands in", zh: "所在省份")
        case .capacity: Text(en: "capacity at the end of the base year", zh: "基年末产能")
        case .electricity:
            Text(en: "AC electricity per tonne in the base year", zh: "基年吨铝交流电耗")
        case .captiveCoalShare:
            Text(en: "share of electricity from captive coal plants", zh: "自备煤电占用电量的比例")
        case .captiveRenewableShare:
            Text(en: "share of electricity from own renewable plants", zh: "自有可再生电力占用电量的比例")
        case .movableShare:
            Text(en: "share of capacity that may be moved by the last year", zh: "至末年可转移的产能比例")
        case .lineSize: Text(en: "capacity of one potline", zh: "单个电解系列的产能")
        }
    }

    /// What an added smelter cannot do without.
    static let required: [SmelterField] = [.province, .capacity, .electricity]
}

/// A field of a planned transfer that a scenario may give.
public enum TransferField: String, CaseIterable, Sendable {
    case smelter
    case destination = "to_province"
    case capacity, ratio, year, electricity
    case captiveCoalShare = "captive_coal_share"
    case captiveRenewableShare = "captive_renewable_share"

    var kind: ScenarioKey.Kind {
        switch self {
        case .smelter: .identifier(.smelters)
        case .destination: .identifier(.provinces)
        case .capacity: .number(unit: "Mt/yr", range: 0...50)
        case .ratio: .number(unit: "t/t", range: 1...3)
        case .year: .integer(unit: "yr", range: 2000...2100)
        case .electricity: .number(unit: "kWh/t", range: 12000...15000)
        case .captiveCoalShare, .captiveRenewableShare:
            .number(unit: "fraction", range: 0...1)
        }
    }

    var meaning: Text {
        switch self {
        case .smelter: Text(en: "smelter that closes the capacity", zh: "关停产能的铝厂")
        case .destination: Text(en: "province that receives it", zh: "承接省份")
        case .capacity: Text(en: "capacity closed at the origin", zh: "原址关停产能")
        case .ratio: Text(en: "closed per opened capacity", zh: "关停与新开产能之比")
        case .year: Text(en: "year on whose 1 January it takes effect", zh: "生效年份（1 月 1 日）")
        case .electricity: Text(en: "electricity per tonne at the new site", zh: "新址吨铝电耗")
        case .captiveCoalShare:
            Text(en: "share of captive coal at the new site", zh: "新址自备煤电比例")
        case .captiveRenewableShare:
            Text(en: "share of own renewable power at the new site", zh: "新址自有可再生电力比例")
        }
    }
}
