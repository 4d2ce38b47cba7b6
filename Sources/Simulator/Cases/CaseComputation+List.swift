/// The company cases of `reported.csv` and what answers each: the only place where a case is known by
/// its name.
extension CaseComputation {
    static func computation(for identifier: String) -> CaseComputation? {
        all.first { $0.identifier == identifier }
    }

    static let all: [CaseComputation] = certified + capacities + shares + savings + unanswered

    private static func level(
        _ identifier: String, _ measure: CaseMeasure, _ blocks: [String],
        circumstances: [CaseSetting] = [], remark: CaseMessage? = nil
    ) -> CaseComputation {
        CaseComputation(
            identifier: identifier,
            answer: .computed(
                CaseRecipe(
                    measure: measure, reading: .level, blocks: blocks,
                    circumstances: circumstances, remark: remark)))
    }

    private static func difference(
        _ identifier: String, _ measure: CaseMeasure, _ blocks: [String],
        reading: CaseReading = .excess, circumstances: [CaseSetting] = [],
        change: [CaseSetting], remark: CaseMessage? = nil
    ) -> CaseComputation {
        CaseComputation(
            identifier: identifier,
            answer: .computed(
                CaseRecipe(
                    measure: measure, reading: reading, blocks: blocks,
                    circumstances: circumstances, change: change, remark: remark)))
    }

    private static func impossible(
        _ identifier: String, _ reason: CaseMessage, _ arguments: [String: String] = [:]
    ) -> CaseComputation {
        CaseComputation(
            identifier: identifier, answer: .impossible(Message(reason, verbatim: arguments)))
    }

    private static func fullOutput(in province: String) -> CaseSetting {
        .value("utilisation.\(province).{year}", 100)
    }

    // MARK: - Certified green aluminium

    private static let certified: [CaseComputation] = [
        level("lintao-green-2023", .evaluatedVolume, ["gansu-lintao"], remark: .gridMixOnly),
        level("lintao-green-2024", .evaluatedVolume, ["gansu-lintao"], remark: .gridMixOnly),
        level("lintao-share-2023", .evaluatedShare, ["gansu-lintao"], remark: .gridMixOnly),
        level("lintao-share-2024", .evaluatedShare, ["gansu-lintao"], remark: .gridMixOnly),
    ]

    // MARK: - Capacity

    private static let beichuan = ["qinghai-chalco", "qinghai-qiaotou", "qinghai-wuchan"]
    private static let beichuanArrivals = [
        "chalco-qinghai-rebuild", "ganhe-beichuan", "yunnan-aluminium-qinghai",
    ]
    private static let ganhe = ["qinghai-baihe", "qinghai-huanghe-xinye", "qinghai-haiyuan"]
    private static let investmentGroup = [
        "qinghai-baihe", "qinghai-qiaotou", "qinghai-western-hydropower",
    ]
    private static let guangyuan = [
        "guangyuan-hongchangsheng", "guangyuan-linfeng", "guangyuan-zhongfu",
    ]
    private static let wenshan = ["yunnan-hongtai", "yunnan-shenhuo", "yunnan-wenshan"]

    private static let capacities: [CaseComputation] = [
        level(
            "huolinguole", .capacity,
            ["huomei-hongjun", "neimenggu-chuangyuan", "neimenggu-jinlian"]),
        level("qh-beichuan-complete", .capacity, beichuan + beichuanArrivals),
        level("qh-beichuan-running", .capacity, beichuan),
        level(
            "qh-chalco-after", .capacity,
            ["qinghai-chalco", "chalco-qinghai-rebuild", "yunnan-aluminium-qinghai"]),
        level("qh-ganhe-running", .capacity, ganhe),
        level("qh-investment-group", .capacity, investmentGroup),
        level("qh-spic-share", .capacityShare, investmentGroup + ["qinghai-huanghe-xinye"]),
        level("sc-guangyuan", .capacity, guangyuan),
        level("sd-hongtai-moved", .capacity, ["yunnan-hongtai"], remark: .standsAtDestination),
        level("yn-wenshan", .capacity, wenshan),
    ]

    // MARK: - Green shares and electricity

    private static let zhongfu = ["guangyuan-linfeng", "guangyuan-zhongfu"]

    private static let shares: [CaseComputation] = [
        level("baise-hydro", .captiveRenewable, ["guangxi-baise-yinhai"], remark: .setFromFigure),
        level(
            "qh-datong-green", .greenShare,
            beichuan + ["chalco-qinghai-rebuild", "yunnan-aluminium-qinghai"], remark: .target),
        level("qh-xining-green-share", .greenShare, ganhe),
        level(
            "zhahanaoer-electricity", .electricity, ["hongjun-zhahanaoer-2"],
            circumstances: [fullOutput(in: "CN-NM")], remark: .setFromFigure),
        level(
            "zhongfu-electricity", .electricity, zhongfu,
            circumstances: [fullOutput(in: "CN-SC")]),
        level(
            "zhongrui-electricity", .electricity, ["gansu-zhongrui"],
            circumstances: [fullOutput(in: "CN-GS")], remark: .setFromFigure),
    ]

    // MARK: - Savings: the run with the change is the state before them

    private static let hongtaiBefore: [CaseSetting] = [
        .electricity(of: "yunnan-hongtai", raisedBy: 49)
    ]

    private static let savings: [CaseComputation] = [
        // The publisher counts all power at the national factor and the smelter at full output.
        difference(
            "baise-co2", .powerEmissions, ["guangxi-baise-yinhai"],
            circumstances: [
                fullOutput(in: "CN-GX"), .value("grid_emission_factor.CN-GX", 0.5703),
                .value("smelters.change.guangxi-baise-yinhai.captive_coal_share", 0),
                .value("smelters.change.guangxi-baise-yinhai.captive_renewable_share", 0),
            ],
            change: [.electricityOfCase(of: "guangxi-baise-yinhai", raisedBy: "baise-kwh")],
            remark: .nationalFactor),
        difference(
            "hongtai-co2-saved", .powerEmissions, ["yunnan-hongtai"], change: hongtaiBefore,
            remark: .tellsOutput),
        difference(
            "hongtai-coal-saved", .standardCoal, ["yunnan-hongtai"], change: hongtaiBefore,
            remark: .tellsOutput),
        difference(
            "hongtai-electricity-saved", .electricity, ["yunnan-hongtai"], change: hongtaiBefore,
            remark: .tellsOutput),
        difference(
            "hongtai-footprint-cut", .carbonFootprint, ["yunnan-hongtai"], reading: .relativeCut,
            change: [.value("smelters.change.yunnan-hongtai.captive_coal_share", 1)]),
        // Hydro power without emissions in place of coal power at 0.80 tCO2/MWh, at full output.
        difference(
            "zhongfu-co2", .powerEmissions, zhongfu,
            circumstances: [
                fullOutput(in: "CN-SC"), .value("grid_emission_factor.CN-SC", 0),
                .value("parameters.captive_coal_emission_factor.CN-SC", 0.8),
            ],
            change: zhongfu.map { .value("smelters.change.\($0).captive_coal_share", 1) },
            remark: .hydroWithoutEmissions),
        difference(
            "zhongfu-tce", .standardCoal, zhongfu, circumstances: [fullOutput(in: "CN-SC")],
            change: zhongfu.map { .electricityOfCase(of: $0, raisedBy: "zhongfu-kwh") }),
    ]

    // MARK: - What the model cannot answer

    private static let unanswered: [CaseComputation] = [
        impossible("baise-kwh", .isInput, ["case": "baise-co2"]),
        impossible("hongjun-ingot", .isBatch),
        impossible("hongjun-liquid-1", .isBatch),
        impossible("hongjun-liquid-2", .isBatch),
        impossible("hongjun-sold-2024", .isSale),
        impossible("hongjun-traded-2023", .isSale),
        impossible("hongjun-wind-solar", .isPower),
        impossible("zhongfu-cumulative", .isSumOfYears),
        impossible("zhongfu-kwh", .isInput, ["case": "zhongfu-tce"]),
        level("zhongfu-moved", .capacity, zhongfu, remark: .standsAtDestination),
    ]
}
