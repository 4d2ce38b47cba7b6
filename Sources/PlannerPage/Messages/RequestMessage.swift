public import Simulator

/// What is refused in a request to the programming interface. Every sentence is made of the value,
/// the rule and the remedy, which an answer also gives one by one.
public enum RequestMessage: String, MessageCatalogue {
    public static let area = "request"

    case notJSON = "not_json"
    case tooDeep = "too_deep"
    case tooManyValues = "too_many_values"
    case memberTwice = "member_twice"
    case notAnObject = "not_an_object"
    case unknownMember = "unknown_member"
    case memberMissing = "member_missing"
    case wrongType = "wrong_type"
    case notAChoice = "not_a_choice"
    case outOfRange = "out_of_range"
    case tooLong = "too_long"
    case badName = "bad_name"
    case notTogether = "not_together"
    case onlyForEnsembles = "only_for_ensembles"
    case notForWholeLines = "not_for_whole_lines"
    case onlyForAlternatives = "only_for_alternatives"
    case seedNotANumber = "seed_not_a_number"
    case badMargin = "bad_margin"
    case jobTooLarge = "job_too_large"
    case linkUnreadable = "link_unreadable"
    case givenTwice = "given_twice"
    case wholeLinesTakeLong = "whole_lines_take_long"

    public var text: Text {
        Text(
            en: "'{value}' is refused: {rule}. {remedy}",
            zh: "“{value}” 未被接受：{rule}。{remedy}")
    }

    /// What holds, in the middle of a sentence.
    var rule: Text {
        switch self {
        case .notJSON:
            Text(
                en: "the body is JSON in UTF-8, and at line {line} it is not: {problem}",
                zh: "正文应为 UTF-8 编码的 JSON，第 {line} 行不合规范：{problem}")
        case .tooDeep:
            Text(en: "values nest {limit} deep at most", zh: "嵌套至多 {limit} 层")
        case .tooManyValues:
            Text(en: "a body holds {limit} values at most", zh: "正文至多含 {limit} 个值")
        case .memberTwice:
            Text(en: "each member stands once", zh: "同一成员只能出现一次")
        case .notAnObject:
            Text(en: "a JSON object is due", zh: "此处应为 JSON 对象")
        case .unknownMember:
            Text(en: "the members are {known}", zh: "可用的成员为 {known}")
        case .memberMissing:
            Text(en: "this member must be given", zh: "必须给出这个成员")
        case .wrongType:
            Text(en: "{due} is due, not {found}", zh: "此处应为{due}，而不是{found}")
        case .notAChoice:
            Text(en: "the values are {known}", zh: "可用的值为 {known}")
        case .outOfRange:
            Text(en: "{least} to {largest}", zh: "范围为 {least} 至 {largest}")
        case .tooLong:
            Text(en: "{limit} characters at most", zh: "至多 {limit} 个字符")
        case .badName:
            Text(
                en: "a name has 1 to {limit} characters, none of them invisible, and begins with "
                    + "none of = + - @, which a spreadsheet would run",
                zh: "名称须有 1 至 {limit} 个字符，不含不可见字符，且不以电子表格会执行的 = + - @ 开头")
        case .notTogether:
            Text(
                en: "{first} and {second} do not go together, and one of them is needed",
                zh: "{first} 与 {second} 只能且必须给出其一")
        case .onlyForEnsembles:
            Text(en: "only an ensemble has it", zh: "只有集合计算才有这一项")
        case .onlyForAlternatives:
            Text(en: "only alternatives have it", zh: "只有备选方案计算才有这一项")
        case .notForWholeLines:
            Text(en: "only whole potlines have it", zh: "只有整条电解系列的计算才有这一项")
        case .seedNotANumber:
            Text(
                en: "a whole number from 0 to 18446744073709551615, as a number or in quotes",
                zh: "应为 0 至 18446744073709551615 的整数，可写成数字或放在引号内")
        case .badMargin:
            Text(
                en: "a share such as 2% or million CNY such as 500, not negative",
                zh: "应为份额（如 2%）或百万元金额（如 500），不得为负")
        case .jobTooLarge:
            Text(
                en: "draws x provinces x years x smelters may be {limit} at most, and are {size}",
                zh: "抽样数 × 省份数 × 年数 × 铝厂数至多 {limit}，此处为 {size}")
        case .linkUnreadable:
            Text(
                en: "a link's query is percent-encoded UTF-8 with {limit} parameters at most",
                zh: "链接参数须为百分号编码的 UTF-8，至多 {limit} 个")
        case .givenTwice:
            Text(
                en: "a name stands in levers or in settings, not in both",
                zh: "同一名称只能出现在 levers 或 settings 之一")
        case .wholeLinesTakeLong:
            Text(
                en: "whole potlines are sought in the background", zh: "整条系列的方案在后台求解")
        }
    }

    /// What to do, as a sentence without its stop.
    var remedy: Text {
        switch self {
        case .notJSON:
            Text(en: "Correct the body", zh: "请改正正文")
        case .tooDeep, .tooManyValues:
            Text(en: "Send less at once", zh: "请减少一次发送的内容")
        case .memberTwice, .givenTwice:
            Text(en: "Leave one out", zh: "请删去一个")
        case .notAnObject:
            Text(en: "Write members between { and }", zh: "请把成员写在 { 与 } 之间")
        case .unknownMember, .notAChoice:
            Text(en: "{advice}", zh: "{advice}")
        case .memberMissing:
            Text(en: "Add it", zh: "请补上")
        case .wrongType:
            Text(en: "Write {due}", zh: "请写{due}")
        case .outOfRange:
            Text(en: "Choose a value within the range", zh: "请取范围内的值")
        case .tooLong:
            Text(en: "Shorten it", zh: "请缩短")
        case .badName:
            Text(en: "Choose another name", zh: "请换一个名称")
        case .notTogether:
            Text(en: "Give exactly one", zh: "请只给其中一个")
        case .onlyForEnsembles, .onlyForAlternatives, .notForWholeLines:
            Text(en: "Leave it out, or ask for the other kind", zh: "请删去，或改用相应的任务类别")
        case .seedNotANumber:
            Text(en: "Write 1, or leave it out", zh: "请写 1，或省略")
        case .badMargin:
            Text(en: "Write 2%, or leave it out", zh: "请写 2%，或省略")
        case .jobTooLarge:
            Text(
                en: "Ask for fewer draws, or use greenalu ensemble on the command line",
                zh: "请减少抽样数，或在命令行使用 greenalu ensemble")
        case .linkUnreadable:
            Text(en: "Copy the link from the page again", zh: "请从页面重新复制链接")
        case .wholeLinesTakeLong:
            Text(
                en: "Ask for a job of the kind whole_lines, or set planning.lines to continuous",
                zh: "请提交 whole_lines 任务，或将 planning.lines 设为 continuous")
        }
    }

    /// The finding for one member of a request.
    package func finding(
        at field: String, value: String, line: Int? = nil, _ others: [String: Text] = [:]
    ) -> Finding {
        func filled(_ text: Text) -> Text {
            func written(_ language: Language) -> String {
                others.reduce(text[language]) { written, argument in
                    written.replacing("{\(argument.key)}", with: argument.value[language])
                }
            }
            return Text(en: written(.english), zh: written(.chinese))
        }
        var arguments = others
        arguments["value"] = Text(verbatim: String(value.prefix(200)))
        arguments["rule"] = filled(rule)
        arguments["remedy"] = Self.stopped(filled(remedy))
        return Finding(
            .error, Message(self, arguments), at: Location(line: line, keyPath: field))
    }
}

extension RequestMessage {
    /// With the stop that a question has already.
    private static func stopped(_ sentence: Text) -> Text {
        Text(
            en: sentence.english.hasSuffix("?") ? sentence.english : sentence.english + ".",
            zh: sentence.chinese.hasSuffix("？") ? sentence.chinese : sentence.chinese + "。")
    }
}

/// Kinds of JSON values in words.
enum ValueKind {
    static func name(_ value: JSONValue) -> Text {
        switch value {
        case .null: Text(en: "null", zh: "null")
        case .flag: Text(en: "true or false", zh: "真假值")
        case .integer: integer
        case .number: number
        case .text: text
        case .array: Text(en: "a list", zh: "列表")
        case .object: object
        }
    }

    static let text = Text(en: "a text", zh: "文本")
    static let integer = Text(en: "a whole number", zh: "整数")
    static let number = Text(en: "a number", zh: "数值")
    static let object = Text(en: "an object", zh: "对象")
    static let scalar = Text(
        en: "a number, a text, or true or false", zh: "数值、文本或真假值")
}
