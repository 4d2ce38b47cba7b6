/// What the listings of scenarios and keys and the template of a scenario say.
public enum InspectionMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "inspection"

    // Scenarios.
    case listLegend, cameOut, filesHeading, optionsHeading
    case changedHeading, allHeading, nothingSet, was, nothingBeneath, standard, restatedHeading
    case restatedBecause, noSuchPrefix, noSuchPrefixNearest, onlySet, allBut
    case heldFrom, interpolated
    // Keys.
    case keysCount, byProvince, byYear, byLaterYear, byTransfer, bySmelter
    case list, listOfSmelters, listOfWords, name, rangeOf
    case now, nowBetween, nowNone, optional, fromTables
    // The template.
    case templateHead, templateExamples, templateExtends, templateTitle, templateQuestion
    case templateFields, fileExists, fileWritten, parentNotBeside
    case newNeedsEnding
    case allWritten, allStandsAlone

    public var text: Text {
        switch self {
        case .listLegend:
            Text(
                en: "greenalu scenario show NAME tells what a scenario sets; greenalu plan NAME "
                    + "plans it.",
                zh: "greenalu scenario show 名称 显示情景的设定；greenalu plan 名称 对其作规划。")
        case .cameOut: Text(en: "What came out: {finding}", zh: "结果：{finding}")
        case .filesHeading: Text(en: "Files: {files}", zh: "文件：{files}")
        case .optionsHeading: Text(en: "Options: {options}", zh: "选项：{options}")
        case .changedHeading:
            Text(
                en: "What the scenario sets, what stood there before, and where",
                zh: "情景设定的值、原值及其出处")
        case .allHeading: Text(en: "Every value, and where it is set", zh: "全部取值及其出处")
        case .nothingSet:
            Text(
                en: "The scenario sets nothing that differs from the tables and defaults.",
                zh: "该情景没有设定任何与数据表或默认值不同的值。")
        case .was: Text(en: "was", zh: "原为")
        case .nothingBeneath: Text(en: "nothing", zh: "无")
        case .standard: Text(en: "default", zh: "默认值")
        case .restatedHeading:
            Text(
                en: "Set, but changing nothing: the same value stands beneath",
                zh: "已设定但不改变任何值：下层取值相同")
        case .restatedBecause: Text(en: "as in", zh: "同")
        case .noSuchPrefix:
            Text(
                en: "no key begins with '{value}'; greenalu scenario keys lists them all",
                zh: "没有以 “{value}” 开头的键；greenalu scenario keys 列出全部键")
        case .noSuchPrefixNearest:
            Text(
                en: "no key begins with '{value}'; did you mean '{nearest}'? greenalu scenario "
                    + "keys lists them all",
                zh: "没有以 “{value}” 开头的键；是否想写 “{nearest}”？greenalu scenario keys 列出全部键")
        case .onlySet:
            Text(
                en: "--all shows every value; --format csv or json gives each on its own.",
                zh: "--all 显示全部取值；--format csv 或 json 逐条给出。")
        case .heldFrom: Text(en: "as in {year}", zh: "沿用 {year} 年")
        case .interpolated: Text(en: "between {years}", zh: "由 {years} 年插值")
        case .allBut: Text(en: "all but {list}", zh: "all（{list} 除外）")
        case .keysCount:
            Text(
                en: "{count} keys. A value without year holds for every year after the base year, "
                    + "one without province for every province.",
                zh: "共 {count} 个键。不写年份的值适用于基年之后各年，不写省份的值适用于各省。")
        case .byProvince: Text(en: "province", zh: "省份")
        case .byYear: Text(en: "year", zh: "年份")
        case .byLaterYear: Text(en: "later year", zh: "基年后年份")
        case .byTransfer: Text(en: "transfer", zh: "转移项目")
        case .bySmelter: Text(en: "smelter", zh: "铝厂")
        case .listOfSmelters: Text(en: "list of smelters", zh: "铝厂列表")
        case .listOfWords: Text(en: "list of {words}", zh: "{words} 的列表")
        case .list: Text(en: "list of transfers", zh: "转移项目列表")
        case .name: Text(en: "name", zh: "名称")
        case .rangeOf: Text(en: "{lower} to {upper}", zh: "{lower} 至 {upper}")
        case .now: Text(en: "now {value}", zh: "现为 {value}")
        case .nowBetween: Text(en: "now {lower} to {upper}", zh: "现为 {lower} 至 {upper}")
        case .nowNone: Text(en: "now none", zh: "现无")
        case .optional: Text(en: "may be none", zh: "可为 none")
        case .fromTables: Text(en: "in {tables}", zh: "见 {tables}")
        case .templateHead:
            Text(
                en: "A scenario for greenalu. It says only what differs from the tables. Use it "
                    + "with: greenalu plan FILE. What it sets: greenalu scenario show FILE.",
                zh: "greenalu 情景文件，只写与数据表不同之处。用法：greenalu plan 文件；查看其设定：greenalu "
                    + "scenario show 文件。")
        case .templateExamples:
            Text(
                en: "Lines that begin with # and no space are examples, most with the value that "
                    + "holds now: take the # away and change the value. In place of a province or "
                    + "a year, 'all' may stand.",
                zh: "以 # 开头且其后无空格的行是示例，多为现行取值：去掉 # 并改动数值即可。省份或年份处可写 all。")
        case .templateExtends:
            Text(
                en: "The scenario this one builds on; without it, the tables alone.",
                zh: "本情景所基于的情景；不写则只基于数据表。")
        case .templateTitle: Text(en: "Title of the scenario", zh: "情景标题")
        case .templateQuestion:
            Text(en: "Which question does it answer?", zh: "它要回答什么问题？")
        case .templateFields: Text(en: "Fields: {fields}", zh: "字段：{fields}")
        case .fileExists:
            Text(
                en: "{path} exists and is not overwritten. Name a new file or remove this one.",
                zh: "{path} 已存在，不会覆盖。请换一个文件名，或先删除该文件。")
        case .fileWritten:
            Text(
                en: "Scenario written to {path}. Edit it, then: greenalu scenario show {path}",
                zh: "情景已写入 {path}。修改后可用 greenalu scenario show {path} 查看")
        case .newNeedsEnding:
            Text(
                en: "'{path}' cannot be the file of a scenario; name a file that ends in .yaml",
                zh: "“{path}” 不能作为情景文件；请给出以 .yaml 结尾的文件名")
        case .allWritten:
            Text(
                en: "{count} files written to {path}: the shipped scenarios and tables, to be "
                    + "edited. Commands run in {folder} use them; --verbose shows it.",
                zh: "已将 {count} 个文件写入 {path}：自带情景与数据表，可供修改。在 {folder} 中运行的命令即使用它们；"
                    + "--verbose 会予以显示。")
        case .allStandsAlone:
            Text(
                en: "--all writes the shipped scenarios and tables as they are; give it without "
                    + "a file, --from and --data",
                zh: "--all 原样写出自带情景与数据表；请勿同时给出文件、--from 或 --data")
        case .parentNotBeside:
            Text(
                en: "--from {parent} names a file that does not lie beside {path}; a scenario can "
                    + "extend a file in its own folder or a shipped one by its name",
                zh: "--from {parent} 所指文件与 {path} 不在同一文件夹；情景只能基于同一文件夹中的文件，或按名称基于自带情景")
        }
    }
}
