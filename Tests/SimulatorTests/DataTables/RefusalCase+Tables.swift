import Simulator

extension RefusalCase {
    static let names: [RefusalCase] = [
        RefusalCase(
            "a misspelt province", .quotas, "CN-CQ,2024", "Yunan,2024",
            "row.unknown_province_near", column: "province", words: "Yunnan"),
        RefusalCase(
            "a province that is none", .quotas, "CN-CQ,2024", "Atlantis,2024",
            "row.unknown_province", column: "province", words: "YN Yunnan"),
        RefusalCase(
            "Shanxi in small letters", .quotas, "CN-CQ,2024", "shanxi,2024",
            "row.ambiguous_province", column: "province", words: "Shaanxi"),
        RefusalCase(
            "a misspelt Shaanxi", .quotas, "CN-CQ,2024", "Shaanxii,2024",
            "row.ambiguous_province", column: "province"),
        RefusalCase(
            "a province of no country", .provinces, "CN-AH,", "CN-XX,",
            "row.unknown_province_code", column: "province"),
        RefusalCase(
            "a smelter that is none", .transfers, "anshun-rebuild,guizhou-anshun",
            "anshun-rebuild,guizhou-anshum", "row.unknown_smelter_near", column: "smelter",
            words: "guizhou-anshun"),
        RefusalCase(
            "a smelter unlike any other", .transfers, "anshun-rebuild,guizhou-anshun",
            "anshun-rebuild,x", "row.unknown_smelter", column: "smelter",
            words: "no smelter \"x\""),
        RefusalCase(
            "a parameter unlike any other", .parameters, "alumina_use", "colour_of_the_sky",
            "row.unknown_parameter", column: "key", words: "the parameters are "),
        RefusalCase(
            "an alias of a province behind a parameter", .parameters,
            "hydro_shortfall_borne.CN-YN", "hydro_shortfall_borne.Yunnan",
            "row.unknown_province_near", column: "key", words: "Did you mean CN-YN?"),
        RefusalCase(
            "a misspelt parameter", .parameters, "alumina_use", "alumina_us",
            "row.unknown_parameter_near", column: "key", words: "alumina_use"),
        RefusalCase(
            "a parameter for a province that is none", .parameters,
            "hydro_shortfall_borne.CN-YN", "hydro_shortfall_borne.Atlantis",
            "row.unknown_province", column: "key"),
        RefusalCase(
            "a misspelt province behind a parameter", .parameters,
            "hydro_shortfall_borne.CN-YN", "hydro_shortfall_borne.Yunan",
            "row.unknown_province_near", column: "key", words: "Did you mean"),
        RefusalCase(
            "a name of two provinces behind a parameter", .parameters,
            "hydro_shortfall_borne.CN-YN", "hydro_shortfall_borne.shanxi",
            "row.ambiguous_province", column: "key"),
        RefusalCase(
            "a misspelt choice", .quotas, "35.8,monitored", "35.8,monitord",
            "table.not_in_list_near", column: "legal_status", words: "monitored"),
        RefusalCase(
            "a grade that is none", .quotas, "39.8,assumed", "39.8,sure", "table.not_in_list",
            column: "grade", words: "recalled"),
        RefusalCase(
            "a smelter's identifier with a space", .smelters, "baotou-aluminium,",
            "baotou aluminium,", "table.bad_pattern", column: "smelter"),
        RefusalCase(
            "an empty name", .smelters, "Baotou Aluminium,", ",", "table.required",
            column: "name_en"),
    ]

    static let dangerousTexts: [RefusalCase] = [
        ("=HYPERLINK(\"\"http://x\"\")", "formula"), ("+cmd", "formula"), ("-cmd|x", "formula"),
        ("@SUM(1)", "formula"), ("\tx", "formula"), ("\rx", "formula"),
        ("Bao\u{202E}tou", "invisible_character"), ("Bao\u{200B}tou", "invisible_character"),
        ("Bao\u{85}tou", "invisible_character"), ("Bao\ntou", "invisible_character"),
        ("Bao\u{FFFD}tou", "lost_character"),
        (String(repeating: "x", count: 201), "text_too_long"),
    ].map { text, message in
        RefusalCase(
            "the name \(PrintableText.escaped(String(text.prefix(24))))", .smelters,
            "Baotou Aluminium,", "\"\(text)\",", "table.\(message)", column: "name_en")
    }

    static let headers: [RefusalCase] = [
        RefusalCase(
            "a missing column", .quotas, "legal_status,unit", "unit", "table.missing_column",
            column: "legal_status"),
        RefusalCase(
            "an unknown column", .quotas, "source,url,note", "source,url,note,colour",
            "table.unknown_column", column: "colour"),
        RefusalCase(
            "a misspelt column", .quotas, "legal_status", "legal_state",
            "table.unknown_column_near", column: "legal_state", words: "legal_status"),
        RefusalCase(
            "a column in another case", .quotas, "province,year", "Province,year",
            "table.column_spelling", column: "Province", words: "province"),
        RefusalCase(
            "a column with a space", .quotas, "province,year", "province, year",
            "table.column_spelling", column: " year"),
        RefusalCase(
            "a column given twice", .quotas, "province,year", "province,year,year",
            "table.duplicate_column", column: "year"),
    ]

    static let rows: [RefusalCase] = [
        RefusalCase(
            "captive shares above 1", .smelters, "13400,0.85,0.05", "13400,0.85,0.25",
            "row.captive_shares_over_one", column: "captive_renewable_share", words: "1.1"),
        RefusalCase(
            "a replacement ratio below 1", .transfers, "安顺,0.12,1,", "安顺,0.12,0.9,",
            "number.out_of_range", column: "ratio"),
        RefusalCase(
            "low above the value", .quotas, "%,31.799999999999997,39.8", "%,36,39.8",
            "row.low_above_value", column: "low"),
        RefusalCase(
            "high below the value", .quotas, "%,31.799999999999997,39.8", "%,30,35",
            "row.high_below_value", column: "high"),
        RefusalCase(
            "a low bound in another unit", .powerPrices, "540,CNY/MWh,480,", "540,CNY/MWh,0.48,",
            "number.implausible_factor", column: "low", words: "factor 1,000"),
        RefusalCase(
            "a high bound of a quota above 100", .quotas, "%,31.799999999999997,39.8",
            "%,31.8,139.8", "number.out_of_range", column: "high"),
        RefusalCase(
            "a low factor of 0", .freight, "CNY/t,0.65,1.35", "CNY/t,0,1.35",
            "number.out_of_range", column: "low"),
        RefusalCase(
            "a low factor above 1", .freight, "CNY/t,0.65,1.35", "CNY/t,1.1,1.35",
            "row.low_above_value", column: "low"),
        RefusalCase(
            "a year on a constant", .parameters, "alumina_use,,", "alumina_use,2025,",
            "row.parameter_has_no_year", column: "year"),
        RefusalCase(
            "no year on a yearly parameter", .parameters, "carbon_price,2024", "carbon_price,",
            "row.parameter_needs_year", column: "year"),
        RefusalCase(
            "a month on a value of the whole year", .hydrology, "CN-CQ,coefficient_of_variation,,",
            "CN-CQ,coefficient_of_variation,3,", "row.month_not_due", column: "month", words: "3"),
        RefusalCase(
            "no month on a monthly share", .hydrology, "CN-CQ,monthly_share,12,",
            "CN-CQ,monthly_share,,", "row.month_due", column: "month", words: "1 to 12"),
        RefusalCase(
            "a pair in the lower triangle", .hydroCorrelation, "CN-CQ,CN-FJ", "CN-FJ,CN-CQ",
            "row.pair_order", column: "province_a"),
        RefusalCase(
            "a diagonal of 0.9", .hydroCorrelation, "CN-CQ,CN-CQ,1,", "CN-CQ,CN-CQ,0.9,",
            "row.diagonal_not_one", column: "value"),
        RefusalCase(
            "a correlation of 1.2", .hydroCorrelation, "CN-CQ,CN-FJ,0.136", "CN-CQ,CN-FJ,1.2",
            "number.out_of_range", column: "value"),
    ]
}
