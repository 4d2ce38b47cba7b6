/// Words of the list of inputs.
public enum InputListMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "input_list"

    case help, title, introduction, input, unit, years, values, grade, source, sources

    public var text: Text {
        switch self {
        case .help:
            Text(
                en: "Write every input with unit, grade and source as a Markdown document.",
                zh: "以 Markdown 文档列出每项输入及其单位、来源等级与出处。")
        case .title: Text(en: "Inputs", zh: "输入数据")
        case .introduction:
            Text(
                en: "Every input that an equation may read, table by table. A line is a series; up "
                    + "to four values are written out, more are given by the least and the largest "
                    + "with their number. Grades: `seed` stated in the seed text, `found` read in a "
                    + "document, `recalled` from memory, `assumed` a planning value. Numbers of "
                    + "sources belong to the list below each table. `greenalu data show TABLE` shows "
                    + "single rows with their ranges and notes. This page is written by `greenalu "
                    + "data inputs`.",
                zh: "逐表列出方程可能读取的每项输入。一行为一个序列：不超过四个数值时全部列出，更多时给出最小值、"
                    + "最大值与个数。来源等级：`seed` 源文所载，`found` 文献所见，`recalled` 凭记忆，`assumed` "
                    + "规划假定值。出处编号对应各表之后的列表。用 `greenalu data show 表名` 查看各行的范围与备注。"
                    + "本页由 `greenalu data inputs` 生成。")
        case .input: Text(en: "Input", zh: "输入")
        case .unit: Text(en: "Unit", zh: "单位")
        case .years: Text(en: "Years", zh: "年份")
        case .values: Text(en: "Values", zh: "数值")
        case .grade: Text(en: "Grade", zh: "等级")
        case .source: Text(en: "Source", zh: "出处")
        case .sources: Text(en: "Sources:", zh: "出处：")
        }
    }
}
