/// What is said about a CSV file before its columns are looked at: bytes, quotes, rows.
public enum CSVMessage: String, CaseIterable, MessageCatalogue {
    case empty
    case headerOnly = "header_only"
    case notText = "not_text"
    case truncatedText = "truncated_text"
    case utf16 = "utf_16"
    case workbook
    case decodedAsGB18030 = "decoded_as_gb18030"
    case noConverter = "no_converter"
    case controlCharacter = "control_character"
    case otherDelimiter = "other_delimiter"
    case raggedRow = "ragged_row"
    case blankLine = "blank_line"
    case quoteInsideField = "quote_inside_field"
    case textAfterQuote = "text_after_quote"
    case unclosedQuote = "unclosed_quote"
    case fieldTooLong = "field_too_long"
    case tooManyCells = "too_many_cells"
    case tooManyColumns = "too_many_columns"

    public static let area = "csv"

    public var text: Text {
        switch self {
        case .empty:
            Text(
                en: "The file is empty; a header line and at least one row are needed. Restore "
                    + "the table.",
                zh: "文件为空；至少需要表头和一行数据。请恢复此表。")
        case .headerOnly:
            Text(
                en: "The file has a header but no row; at least one row is needed. Restore the "
                    + "rows.",
                zh: "文件只有表头而没有数据行；至少需要一行。请恢复数据行。")
        case .notText:
            Text(
                en:
                    "Byte {offset} (0x{byte}, counted from 0) is no valid UTF-8, and the file is no "
                    + "GB18030 either. Save the file as UTF-8.",
                zh: "第 {offset} 字节（0x{byte}，从 0 计）不是有效的 UTF-8，文件也不是 GB18030。请将文件另存为 UTF-8。")
        case .truncatedText:
            Text(
                en: "The UTF-8 text is broken at byte {offset} (counted from 0): a character of "
                    + "several bytes is cut off or damaged. Fetch the file again or save it anew as "
                    + "UTF-8.",
                zh: "UTF-8 文本在第 {offset} 字节（从 0 计）处损坏：一个多字节字符被截断或破坏。请重新获取文件，或重新存为 UTF-8。")
        case .utf16:
            Text(
                en: "The file is UTF-16; UTF-8 or GB18030 is needed. Save it as \"CSV UTF-8\".",
                zh: "文件是 UTF-16；需要 UTF-8 或 GB18030。请另存为“CSV UTF-8”。")
        case .workbook:
            Text(
                en: "The file is a spreadsheet's workbook, not text, whatever its name says. Open "
                    + "it there and save it as \"CSV UTF-8\".",
                zh: "文件虽用此名，实为电子表格工作簿而非文本。请用表格软件打开，另存为“CSV UTF-8”。")
        case .decodedAsGB18030:
            Text(
                en: "The file is not UTF-8; it was read as GB18030 (GBK), the encoding of Chinese "
                    + "Excel. Save it as UTF-8 to be sure of every character.",
                zh: "文件不是 UTF-8，已按 GB18030（GBK，中文 Excel 的默认编码）读取。如需确保每个字符无误，请另存为 UTF-8。")
        case .noConverter:
            Text(
                en: "Byte {offset} (counted from 0) is no valid UTF-8, and this machine has no "
                    + "working GB18030 converter (iconv). Save the file as UTF-8.",
                zh: "第 {offset} 字节（从 0 计）不是有效的 UTF-8，本机又没有可用的 GB18030 转换器（iconv）。请将文件另存为 UTF-8。")
        case .controlCharacter:
            Text(
                en: "Byte {offset} (counted from 0) is the control character {character}; a table "
                    + "holds printable text only. Remove it.",
                zh: "第 {offset} 字节（从 0 计）是控制字符 {character}；表中只允许可显示的文本。请删除。")
        case .otherDelimiter:
            Text(
                en: "The header is divided by {delimiter}, not by commas; the file was read so.",
                zh: "表头以{delimiter}而非逗号分隔；已据此读取文件。")
        case .raggedRow:
            Text(
                en: "The row has {found} fields, the header {expected}. Put a field that holds a "
                    + "delimiter in double quotes, or mend the row.",
                zh: "该行有 {found} 个字段，表头有 {expected} 个。含分隔符的字段请加双引号，或修正该行。")
        case .blankLine:
            Text(
                en: "The line is blank; every line of the table is a row of {expected} fields. "
                    + "Delete the line.",
                zh: "此行为空；表中每行应有 {expected} 个字段。请删除此行。")
        case .quoteInsideField:
            Text(
                en: "Field {field} has a double quote inside but does not begin with one. Put the "
                    + "field in double quotes and double those inside it.",
                zh: "第 {field} 个字段内有双引号，但并非以双引号开头。请用双引号括住整个字段，并将其中的双引号写两次。")
        case .textAfterQuote:
            Text(
                en:
                    "Field {field}: \"{text}\" follows the closing double quote of the field; a delimiter or a "
                    + "line end is due. Double the quotes inside the field.",
                zh: "第 {field} 个字段：右双引号之后还有“{text}”，此处应为分隔符或行尾。请将字段内的双引号写两次。")
        case .unclosedQuote:
            Text(
                en: "The double quote opened in field {field} of this row is never closed. Add the "
                    + "closing quote.",
                zh: "本行第 {field} 个字段的双引号一直没有闭合。请补上右双引号。")
        case .fieldTooLong:
            Text(
                en: "Field {field} is longer than {limit} bytes. Shorten it, or close the quote "
                    + "that runs on.",
                zh: "第 {field} 个字段超过 {limit} 字节。请缩短，或闭合未结束的引号。")
        case .tooManyCells:
            Text(
                en: "The table has more than {limit} cells, the most that is read. Split it.",
                zh: "表的单元格超过 {limit} 个的读取上限。请拆分。")
        case .tooManyColumns:
            Text(
                en:
                    "The header has {found} columns; at most {limit} are read. Check the delimiter.",
                zh: "表头有 {found} 列；最多读取 {limit} 列。请检查分隔符。")
        }
    }
}
