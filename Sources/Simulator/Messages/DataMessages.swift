/// What `data` says besides the tables' own texts.
public enum DataMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "data"

    case headTable = "head_table"
    case headContent = "head_content"
    case headRows = "head_rows"
    case headGrade = "head_grade"
    case total
    case gradeNote = "grade_note"
    case headQuantity = "head_quantity"
    case headValue = "head_value"
    case headUnit = "head_unit"
    case headRange = "head_range"
    case headSource = "head_source"
    case headProvince = "head_province"
    case headFrom = "head_from"
    case headTo = "head_to"
    case headYear = "head_year"
    case headMonth = "head_month"
    case headName = "head_name"
    case headTechnology = "head_technology"
    case headKind = "head_kind"
    case headKey = "head_key"
    case country
    case caption
    case rowsShown = "rows_shown"
    case noRows = "no_rows"
    case sources
    case sourceLine = "source_line"
    case unknownTable = "unknown_table"
    case unknownTableNearest = "unknown_table_nearest"
    case unknownProvince = "unknown_province"
    case unknownProvinceNearest = "unknown_province_nearest"
    case noColumn = "no_column"
    case wordProvince = "word_province"
    case wordYear = "word_year"
    case wordGrade = "word_grade"
    case notAYear = "not_a_year"
    case checkHeading = "check_heading"
    case checkTables = "check_tables"
    case checkScope = "check_scope"
    case checkGrades = "check_grades"
    case checkPassed = "check_passed"
    case checkPassedWithFindings = "check_passed_with_findings"

    public var text: Text {
        switch self {
        case .headTable: Text(en: "Table", zh: "表")
        case .headContent: Text(en: "Content", zh: "内容")
        case .headRows: Text(en: "Rows", zh: "行数")
        case .headGrade: Text(en: "Grade", zh: "等级")
        case .total: Text(en: "all", zh: "合计")
        case .gradeNote:
            Text(
                en: "Shares of the graded values in per cent. seed: stated in the seed text; "
                    + "found: read in a document; recalled: from memory; assumed: a planning "
                    + "value.",
                zh: "右四列为各来源等级数值所占百分比。seed：源文所载；found：文献所见；recalled：凭记忆；"
                    + "assumed：规划假定值。")
        case .headQuantity: Text(en: "Quantity", zh: "项目")
        case .headValue: Text(en: "Value", zh: "数值")
        case .headUnit: Text(en: "Unit", zh: "单位")
        case .headRange: Text(en: "Low-high", zh: "区间")
        case .headSource: Text(en: "Source", zh: "来源")
        case .headProvince: Text(en: "Province", zh: "省份")
        case .headFrom: Text(en: "From", zh: "转出")
        case .headTo: Text(en: "To", zh: "转入")
        case .headYear: Text(en: "Year", zh: "年份")
        case .headMonth: Text(en: "Month", zh: "月份")
        case .headName: Text(en: "Name", zh: "名称")
        case .headTechnology: Text(en: "Technology", zh: "技术")
        case .headKind: Text(en: "Kind", zh: "类别")
        case .headKey: Text(en: "Key", zh: "键")
        case .country: Text(en: "China", zh: "全国")
        case .caption: Text(en: "{title} ({file})", zh: "{title}（{file}）")
        case .rowsShown: Text(en: "{shown} of {count} rows.", zh: "显示 {count} 行中的 {shown} 行。")
        case .noRows:
            Text(en: "None of the {count} rows fits.", zh: "{count} 行中没有符合条件的行。")
        case .sources: Text(en: "Sources and notes", zh: "来源与备注")
        case .sourceLine: Text(en: "{number}. {text}", zh: "{number}. {text}")
        case .unknownTable:
            Text(
                en: "there is no table '{value}'; known: {known}",
                zh: "没有表 “{value}”；可用：{known}")
        case .unknownTableNearest:
            Text(
                en: "there is no table '{value}'; did you mean '{nearest}'? Known: {known}",
                zh: "没有表 “{value}”；是否想写 “{nearest}”？可用：{known}")
        case .unknownProvince:
            Text(
                en: "'{value}' is no province of the data; known: {known}",
                zh: "数据中没有省份 “{value}”；可用：{known}")
        case .unknownProvinceNearest:
            Text(
                en: "'{value}' is no province of the data; did you mean {nearest}? Known: {known}",
                zh: "数据中没有省份 “{value}”；是否想写 {nearest}？可用：{known}")
        case .noColumn:
            Text(
                en: "the table {table} gives no {what}, so {option} can choose nothing; leave it "
                    + "out",
                zh: "表 {table} 没有{what}，{option} 无从筛选；请去掉该选项")
        case .wordProvince: Text(en: "province", zh: "省份")
        case .wordYear: Text(en: "year", zh: "年份")
        case .wordGrade: Text(en: "grade", zh: "来源等级")
        case .notAYear:
            Text(
                en: "'{value}' is not a year; write it with four digits, such as 2026",
                zh: "“{value}” 不是年份；请写四位数字，例如 2026")
        case .checkHeading: Text(en: "Data folder {folder}", zh: "数据文件夹 {folder}")
        case .checkTables: Text(en: "{count} tables, {rows} rows.", zh: "{count} 张表，共 {rows} 行。")
        case .checkScope:
            Text(
                en: "Base year {base}, projection to {last}; {provinces} provinces with "
                    + "{smelters} smelters.",
                zh: "基年 {base}，推演至 {last} 年；{provinces} 个省份，{smelters} 家电解铝厂。")
        case .checkGrades:
            Text(
                en: "Grades of the values: seed {seed}%, found {found}%, recalled {recalled}%, "
                    + "assumed {assumed}%.",
                zh: "数值来源等级：seed {seed}%，found {found}%，recalled {recalled}%，assumed {assumed}%。")
        case .checkPassed:
            Text(
                en: "No error and no warning; the model has every value it needs.",
                zh: "没有错误或警告；模型所需数值齐全。")
        case .checkPassedWithFindings:
            Text(
                en: "No error; {count} warning(s) and note(s). The model has every value it needs.",
                zh: "没有错误；警告与提示共 {count} 条。模型所需数值齐全。")
        }
    }
}
