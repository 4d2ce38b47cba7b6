extension VariableDefinition {
    static let capacityVariables: [VariableDefinition] = [
        sum(
            "Production|Non-Ferrous Metals|Aluminum|Primary", "Mt/yr",
            Text(en: "primary aluminium output", zh: "原铝产量")
        ) { $0.outcome.output },
        sum(
            "Capacity|Aluminum|Primary", "Mt/yr",
            Text(en: "smelting capacity after the year's moves", zh: "当年转移后的电解铝产能")
        ) { $0.outcome.capacity },
        sum(
            "Capacity Transfer|Aluminum|Arrivals|Planned", "Mt/yr",
            Text(
                en: "capacity opened by planned transfers, rebuilds included",
                zh: "计划转移新开产能，含省内置换")
        ) { $0.outcome.plannedArrivals },
        sum(
            "Capacity Transfer|Aluminum|Arrivals|Chosen", "Mt/yr",
            Text(en: "capacity opened by chosen moves", zh: "优化转移新开产能")
        ) { $0.outcome.chosenArrivals },
        sum(
            "Capacity Transfer|Aluminum|Departures|Planned", "Mt/yr",
            Text(
                en: "capacity closed by planned transfers, rebuilds included",
                zh: "计划转移关停产能，含省内置换")
        ) { $0.outcome.plannedDepartures },
        sum(
            "Capacity Transfer|Aluminum|Departures|Chosen", "Mt/yr",
            Text(en: "capacity closed by chosen moves", zh: "优化转移关停产能")
        ) { $0.outcome.chosenDepartures },
        sum(
            "Production Lost|Aluminum|Drought", "Mt/yr",
            Text(en: "output lost to a dry year's cut", zh: "枯水限电损失的产量")
        ) { $0.outcome.droughtLostOutput },
        provincePercent(
            "Drought Cut|Aluminum",
            Text(en: "share of output lost to a dry year's cut", zh: "枯水限电损失产量的比例")
        ) { $0.cut },
    ]

    static let electricityVariables: [VariableDefinition] = [
        sum(
            "Electricity Use|Aluminum", "TWh/yr",
            Text(en: "electricity of smelting", zh: "电解用电量")
        ) { $0.outcome.electricity },
        sum(
            "Electricity Use|Aluminum|Captive Coal", "TWh/yr",
            Text(en: "captive coal power before green options", zh: "自备煤电（绿电选项之前）")
        ) { $0.outcome.captiveCoal },
        sum(
            "Electricity Use|Aluminum|Captive Renewable", "TWh/yr",
            Text(en: "own renewable power", zh: "自有可再生电力")
        ) { $0.outcome.captiveRenewable },
        sum(
            "Electricity Use|Aluminum|Grid", "TWh/yr",
            Text(en: "grid power before green options", zh: "网电（绿电选项之前）")
        ) { $0.outcome.grid },
        sum(
            "Electricity Use|Aluminum|Captive Coal after Options", "TWh/yr",
            Text(en: "captive coal power left after green options", zh: "绿电选项之后剩余的自备煤电")
        ) { $0.outcome.captiveCoalAfterOptions },
        sum(
            "Electricity Use|Aluminum|Grid after Options", "TWh/yr",
            Text(en: "grid power left after green options", zh: "绿电选项之后剩余的网电")
        ) { $0.outcome.gridAfterOptions },
        sum(
            "Final Energy|Industry|Non-Ferrous Metals|Aluminum|Electricity", "EJ/yr",
            Text(en: "electricity of smelting, in EJ", zh: "电解用电量（EJ）")
        ) { UnitConversion.exajoules(fromTerawattHours: $0.outcome.electricity) },
        VariableDefinition(
            "Electricity Intensity|Aluminum", "kWh/t",
            Text(en: "AC electricity per tonne of aluminium", zh: "吨铝交流电耗"),
            .ratio(scale: 1000, { $0.outcome.electricity }, over: { $0.outcome.output })),
    ]

    static let greenVariables: [VariableDefinition] =
        ruleVariables + [
            sum(
                "Green Electricity|Aluminum|Grid Credited", "TWh/yr",
                Text(
                    en: "grid power credited as green under the judged rule",
                    zh: "按考核规则计为绿电的网电")
            ) { $0.outcome.gridCredited },
            sum(
                "Green Electricity|Aluminum|Options|Captive Wind and Solar", "TWh/yr",
                Text(en: "bought: own wind and solar, direct lines", zh: "新增自有风光与绿电直连")
            ) { $0.outcome.options[0] },
            sum(
                "Green Electricity|Aluminum|Options|Local Green Trade", "TWh/yr",
                Text(en: "bought: green power trade in the province", zh: "省内绿电交易")
            ) { $0.outcome.options[1] },
            sum(
                "Green Electricity|Aluminum|Options|Imported Green Trade", "TWh/yr",
                Text(en: "bought: green power trade from other provinces", zh: "省间绿电交易")
            ) { $0.outcome.options[2] },
            sum(
                "Green Electricity|Aluminum|Certificates", "TWh/yr",
                Text(en: "bought: green certificates", zh: "购买的绿证")
            ) { $0.outcome.certificates },
            sum(
                "Green Power Quota|Aluminum|Requirement", "TWh/yr",
                Text(en: "quota times electricity", zh: "配额要求的绿电量")
            ) { $0.outcome.requirement },
            sum(
                quotaShortfall, "TWh/yr",
                Text(
                    en: "missing from the quota after purchases, monitored years included",
                    zh: "购买后仍缺的绿电量，含仅监测年份")
            ) { $0.outcome.shortfall },
            sum(
                "Green Power Quota|Aluminum|Need|Pooled", "TWh/yr",
                Text(
                    en: "missing before any purchase, smelters of a province pooled",
                    zh: "购买前缺口，省内各厂合并计算")
            ) { $0.outcome.pooledNeed },
            sum(
                "Green Power Quota|Aluminum|Need|Individual", "TWh/yr",
                Text(
                    en: "missing before any purchase if every smelter had to meet the quota alone",
                    zh: "购买前缺口，各厂单独考核")
            ) { $0.outcome.individualNeed },
            percent(
                "Green Power Quota|Aluminum|Share",
                Text(en: "the quota", zh: "绿电消费比例配额"),
                { $0.outcome.hasQuota ? $0.outcome.requirement : 0 },
                of: { $0.outcome.hasQuota ? $0.outcome.electricity : 0 }),
            sum(
                "Green Aluminum|Evaluated Volume", "Mt/yr",
                Text(
                    en: "output times credited share by smelter (T/CNIA 0168-2022); base year: "
                        + "location share",
                    zh: "各厂产量乘计入比例（T/CNIA 0168-2022）；基年用基于位置的比例")
            ) { $0.outcome.evaluatedVolume },
            VariableDefinition(
                "Price|Certificate", "CNY/MWh",
                Text(en: "price all buyers of certificates pay", zh: "全部买方支付的绿证价格"),
                .national { outcome, year in outcome.certificatePrice[year] }),
        ]

    private static let ruleVariables: [VariableDefinition] = AccountingRule.allCases.flatMap {
        rule in
        [
            sum(
                "Green Electricity|Aluminum|\(rule.exportName)", "TWh/yr",
                Text(
                    en: "green electricity under the rule '\(rule.rawValue)'",
                    zh: "按“\(rule.title.chinese)”规则的绿电量")
            ) { $0.outcome.green(under: rule) },
            percent(
                "Green Power Share|Aluminum|\(rule.exportName)",
                Text(
                    en: "green power share under the rule '\(rule.rawValue)'",
                    zh: "按“\(rule.title.chinese)”规则的绿电比例"),
                { $0.outcome.green(under: rule) }, of: { $0.outcome.electricity }),
        ]
    }
}

extension AccountingRule {
    /// The part of a variable's name that stands for the rule.
    public var exportName: String {
        switch self {
        case .location: "Location"
        case .credited: "Credited"
        case .strict: "Strict"
        case .clean: "Clean"
        }
    }

    /// Name for people.
    public var title: Text {
        switch self {
        case .location: Text(en: "location", zh: "基于位置")
        case .credited: Text(en: "credited", zh: "计入")
        case .strict: Text(en: "strict", zh: "从严")
        case .clean: Text(en: "clean", zh: "清洁电力")
        }
    }
}
