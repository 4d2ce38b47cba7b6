/// Tables of published figures the model is compared with.
extension TableSchema {
    static let reported = TableSchema(
        .reported,
        title: Text(en: "Published figures the model is compared with", zh: "用于对照模型的公布数据"),
        key: ["id"], values: ["value"], units: .free, grade: .fixed(.found),
        columns: [
            .identifier("id", Text(en: "identifier", zh: "标识符")),
            .name("quantity", Text(en: "what the figure says", zh: "指标含义")),
            .choice(
                "scope", ["national", "province", "case"],
                Text(en: "national, province or a single case", zh: "全国、省或个案")),
            .provinceOrCountry, .year(1980, 2100),
            .value(range: .any, Text(en: "the published value", zh: "公布值")),
            ColumnSchema("unit", .unit, meaning: Text(en: "unit", zh: "单位")),
            .choice(
                "comparison", ["about", "at_least", "at_most"],
                Text(
                    en: "about: within the tolerance; at_least: a lower bound; at_most: an upper "
                        + "bound",
                    zh: "about：在误差内；at_least：下限；at_most：上限")),
            .number(
                "tolerance", unit: "%", range: NumberRange(0, 100),
                Text(en: "the tolerance in per cent of the value", zh: "允许误差（占数值的百分比）")),
            .choice(
                "reconciles", ["yes", "no"],
                Text(en: "whether the figure agrees with the others", zh: "该数据与其他数据是否一致")),
            .prose("reason", isRequired: false, Text(en: "why it does not", zh: "不一致的原因")),
            .source, .note,
        ])

    static let seedChecks = TableSchema(
        .seedChecks,
        title: Text(en: "Arithmetic checks of the seed's figures", zh: "源文数据的算术核对"),
        key: ["check_id"], values: [], grade: .none,
        columns: [
            .name("check_id", Text(en: "identifier", zh: "标识符")),
            .prose("result", Text(en: "outcome", zh: "结果")),
            .prose("text", Text(en: "the check written out", zh: "核对过程")),
        ])

    static let seedFacts = TableSchema(
        .seedFacts,
        title: Text(en: "Figures stated in the seed text", zh: "源文所载数据"),
        key: ["id"], values: ["value"], units: .free, grade: .fixed(.seed),
        columns: [
            .name("id", Text(en: "identifier", zh: "标识符")),
            .name("key", Text(en: "short name", zh: "简称")),
            .name("entity_zh", isRequired: false, Text(en: "subject, Chinese", zh: "对象（中文）")),
            .name("entity_en", isRequired: false, Text(en: "subject, English", zh: "对象（英文）")),
            .name(
                "province", isRequired: false,
                Text(
                    en: "province by English name; National; or origin to destination",
                    zh: "省份英文名；National；或“转出地 to 转入地”")),
            .name("quantity", Text(en: "what the figure says", zh: "指标含义")),
            .name("value", Text(en: "the figure; dates and ranges are text", zh: "数据；日期与区间为文本")),
            ColumnSchema("unit", .unit, meaning: Text(en: "unit", zh: "单位")),
            .name("year", isRequired: false, Text(en: "year or years", zh: "年份")),
            .prose("quote_zh", Text(en: "words of the seed", zh: "源文原句")),
            .choice("status", ["seed"], Text(en: "always seed", zh: "恒为 seed")),
            .prose(
                "check", isRequired: false,
                Text(en: "checks it takes part in", zh: "涉及的核对")),
        ])
}
