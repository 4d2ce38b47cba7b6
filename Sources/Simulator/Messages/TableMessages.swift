/// What is said about the files, columns and cells of the tables.
public enum TableMessage: String, CaseIterable, MessageCatalogue {
    case folderMissing = "folder_missing"
    case fileMissing = "file_missing"
    case fileUnsuitable = "file_unsuitable"
    case unknownFile = "unknown_file"
    case missingColumn = "missing_column"
    case unknownColumn = "unknown_column"
    case unknownColumnNear = "unknown_column_near"
    case unnamedColumn = "unnamed_column"
    case columnSpelling = "column_spelling"
    case duplicateColumn = "duplicate_column"
    case tooManyFindings = "too_many_findings"
    case required
    case notInList = "not_in_list"
    case notInListNear = "not_in_list_near"
    case badPattern = "bad_pattern"
    case textTooLong = "text_too_long"
    case formula
    case invisibleCharacter = "invisible_character"
    case lostCharacter = "lost_character"
    case wrongUnit = "wrong_unit"
    case wrongUnitConversion = "wrong_unit_conversion"

    public static let area = "table"

    public var text: Text {
        switch self {
        case .folderMissing:
            Text(
                en: "The data folder does not exist or is no folder. Check the path.",
                zh: "数据文件夹不存在或不是文件夹。请检查路径。")
        case .fileMissing:
            Text(
                en:
                    "The table \"{title}\" is missing: the data folder needs this file. Restore it.",
                zh: "缺少表“{title}”：数据文件夹需要此文件。请恢复。")
        case .fileUnsuitable:
            Text(
                en: "The table \"{title}\" cannot be read: {reason}",
                zh: "无法读取表“{title}”：{reason}")
        case .unknownFile:
            Text(
                en: "The file is no table of this program and is not read.{hint}",
                zh: "此文件不是本程序的数据表，未读取。{hint}")
        case .missingColumn:
            Text(
                en: "The column \"{column}\" ({meaning}) is missing. Add it to the header and to "
                    + "every row.",
                zh: "缺少列“{column}”（{meaning}）。请在表头和每一行补上。")
        case .unnamedColumn:
            Text(
                en: "Column {number} of {total} has no name. Name it or delete it, with the "
                    + "delimiter, in every row; the columns are {list}.",
                zh: "{total} 列中的第 {number} 列没有列名。请写上列名，或连同分隔符在每一行中删去；各列为 {list}。")
        case .unknownColumn:
            Text(
                en: "The table has no column \"{column}\". Remove it; the columns are {list}.",
                zh: "此表没有“{column}”列。请删除；可用的列为 {list}。")
        case .unknownColumnNear:
            Text(
                en: "The table has no column \"{column}\". Did you mean {suggestion}? The columns "
                    + "are {list}.",
                zh: "此表没有“{column}”列。是否应为 {suggestion}？可用的列为 {list}。")
        case .columnSpelling:
            Text(
                en: "The column \"{column}\" differs from {suggestion} in case or spaces; names "
                    + "must match exactly. Write {suggestion}.",
                zh: "列名“{column}”与 {suggestion} 的大小写或空格不同；列名须完全一致。请写 {suggestion}。")
        case .duplicateColumn:
            Text(
                en: "The column \"{column}\" stands in the header twice. Remove one.",
                zh: "列“{column}”在表头中出现两次。请删去一个。")
        case .tooManyFindings:
            Text(
                en: "{count} more findings in this table are not listed. Mend those above first.",
                zh: "此表另有 {count} 条问题未列出。请先处理上面各条。")
        case .required:
            Text(
                en: "The cell is empty, but {meaning} is required. Fill it in.",
                zh: "单元格为空，但“{meaning}”必填。请填写。")
        case .notInList:
            Text(
                en: "\"{value}\" is not allowed here. Write one of {list}.",
                zh: "此处不允许“{value}”。请填写以下之一：{list}。")
        case .notInListNear:
            Text(
                en: "\"{value}\" is not allowed here. Did you mean {suggestion}? Write one of "
                    + "{list}.",
                zh: "此处不允许“{value}”。是否应为 {suggestion}？请填写以下之一：{list}。")
        case .badPattern:
            Text(
                en:
                    "\"{value}\" does not fit: an identifier has small letters a-z, digits, - and _ "
                    + "only. Rename it.",
                zh: "“{value}”不合规则：标识符只能含小写字母 a-z、数字、- 和 _。请改名。")
        case .textTooLong:
            Text(
                en: "The text has {length} characters, more than the {limit} allowed. Shorten it.",
                zh: "文本有 {length} 个字符，超过 {limit} 个的上限。请缩短。")
        case .formula:
            Text(
                en:
                    "\"{value}\" begins with {character}, which a spreadsheet would run as a formula. "
                    + "Begin the text with another character.",
                zh: "“{value}”以 {character} 开头，电子表格会把它当作公式执行。请换一个开头字符。")
        case .invisibleCharacter:
            Text(
                en: "\"{value}\" holds the invisible or control character {character} (character "
                    + "{position} of the text). Remove it.",
                zh: "“{value}”的第 {position} 个字符是不可见字符或控制字符 {character}。请删除。")
        case .lostCharacter:
            Text(
                en: "\"{value}\" holds U+FFFD (character {position} of the text): a character was "
                    + "lost when the file was converted. Fetch the original text.",
                zh: "“{value}”的第 {position} 个字符是 U+FFFD：文件转换时丢失了字符。请找回原文。")
        case .wrongUnit:
            Text(
                en: "The unit \"{value}\" is not the one of this row. Write {unit}, and the values "
                    + "in it.",
                zh: "单位“{value}”与本行不符。请写 {unit}，并按此单位填写数值。")
        case .wrongUnitConversion:
            Text(
                en:
                    "The unit \"{value}\" is not the one of this row. Write {unit} and {conversion}.",
                zh: "单位“{value}”与本行不符。请写 {unit}，并将数值{conversion}。")
        }
    }
}
