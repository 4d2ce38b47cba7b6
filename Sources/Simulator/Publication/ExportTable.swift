/// The tables an export adds to those of its runs.
enum ExportTable {
    static let runs = "runs"
    static let variables = "variables"
    static let provinces = "provinces"

    static let scenarioColumn = RunColumn(
        "scenario", .text, Text(en: "name of the run", zh: "运行名称"))

    static let runColumns: [RunColumn] = [
        scenarioColumn,
        RunColumn("scenario_run", .text, Text(en: "scenario that was run", zh: "所运行的情景")),
        RunColumn("title_en", .text, Text(en: "title in English", zh: "英文标题")),
        RunColumn("title_zh", .text, Text(en: "title in Chinese", zh: "中文标题")),
        RunColumn(
            "command", .choice(["run", "plan"]),
            Text(en: "projection or plan", zh: "推演或规划")),
        RunColumn(
            "status", .choice(PublishedRun.Status.allCases.map(\.rawValue)),
            Text(
                en: "whether the plan is optimal; results of an infeasible run are those of the "
                    + "least failure",
                zh: "规划是否最优；无可行解时结果为不足最小的情形")),
        RunColumn(
            "objective", .number, unit: "million CNY", isRequired: false,
            Text(en: "present value over doing nothing", zh: "相对不采取措施的现值")),
        RunColumn(
            "options", .text, isRequired: false,
            Text(en: "values set beside the scenario", zh: "情景之外另设的值")),
        RunColumn(
            "program_version", .text,
            Text(en: "version of the program that wrote the run", zh: "写出该运行的程序版本")),
    ]

    static let variableColumns: [RunColumn] = [
        RunColumn("variable", .text, Text(en: "name of the variable", zh: "变量名称")),
        RunColumn("unit", .text, Text(en: "unit of its values", zh: "数值单位")),
        RunColumn(
            "national_row", .choice(VariableDefinition.NationalRow.allCases.map(\.rawValue)),
            Text(en: "how the row of China comes about", zh: "全国行的来历")),
        RunColumn(
            "weight", .text, isRequired: false,
            Text(en: "variable the provinces are weighted by", zh: "各省加权所用的变量")),
        RunColumn("meaning_en", .text, Text(en: "meaning in English", zh: "英文含义")),
        RunColumn("meaning_zh", .text, Text(en: "meaning in Chinese", zh: "中文含义")),
    ]

    static let provinceColumns: [RunColumn] = [
        RunColumn("province", .text, Text(en: "ISO 3166-2 code", zh: "ISO 3166-2 代码")),
        RunColumn("region", .text, Text(en: "name in the results", zh: "结果中的名称")),
        RunColumn("name_en", .text, Text(en: "name in English", zh: "英文名称")),
        RunColumn("name_zh", .text, Text(en: "name in Chinese", zh: "中文名称")),
    ]

    static func runs(_ runs: [PublishedRun]) -> CSVText {
        var text = CSVText(header: runColumns.map(\.name).joined(separator: ","))
        for run in runs {
            text.append([
                run.name, run.scenario, run.title.english, run.title.chinese, run.command,
                run.status.rawValue, run.objective.map(DecimalText.exact) ?? "",
                run.options.joined(separator: " "), run.version,
            ])
        }
        return text
    }

    static var variablesCSV: CSVText {
        var text = CSVText(header: variableColumns.map(\.name).joined(separator: ","))
        for variable in VariableDefinition.all {
            text.append([
                variable.name, variable.unit, variable.nationalRow.rawValue,
                variable.weight ?? "", variable.meaning.english, variable.meaning.chinese,
            ])
        }
        return text
    }

    static func provinces(_ provinces: [ProvinceEntry]) -> CSVText {
        var text = CSVText(header: provinceColumns.map(\.name).joined(separator: ","))
        for province in provinces {
            text.append([
                province.code, "China|\(province.name.english)", province.name.english,
                province.name.chinese,
            ])
        }
        return text
    }
}
