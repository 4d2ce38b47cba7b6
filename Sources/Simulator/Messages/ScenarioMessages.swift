/// What can be wrong with a scenario file or a `--set` option.
public enum ScenarioMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "scenario"

    case notYAML = "not_yaml"
    case severalDocuments = "several_documents"
    case duplicateKey = "duplicate_key"
    case tooLarge = "too_large"
    case tooDeep = "too_deep"
    case tooManyAliases = "too_many_aliases"
    case tooManyNodes = "too_many_nodes"
    case controlCharacter = "control_character"
    case customTag = "custom_tag"
    case keyIsNoName = "key_is_no_name"
    case unresolvedAlias = "unresolved_alias"
    case notUTF8 = "not_utf8"
    case schemaMissing = "schema_missing"
    case schemaUnsupported = "schema_unsupported"
    case unknownKey = "unknown_key"
    case unknownKeyNearest = "unknown_key_nearest"
    case misplacedKey = "misplaced_key"
    case expectedMapping = "expected_mapping"
    case expectedScalar = "expected_scalar"
    case expectedList = "expected_list"
    case notANumber = "not_a_number"
    case notAnInteger = "not_an_integer"
    case notFinite = "not_finite"
    case outOfRange = "out_of_range"
    case outOfRangeFactor = "out_of_range_factor"
    case quotaLooksLikeFraction = "quota_looks_like_fraction"
    case notAChoice = "not_a_choice"
    case notAFlag = "not_a_flag"
    case booleanWord = "boolean_word"
    case unknownProvince = "unknown_province"
    case unknownProvinceNearest = "unknown_province_nearest"
    case ambiguousProvince = "ambiguous_province"
    case provinceWithoutData = "province_without_data"
    case provinceMapped = "province_mapped"
    case notAYear = "not_a_year"
    case yearOutside = "year_outside"
    case contradiction = "contradiction"
    case unknownTransfer = "unknown_transfer"
    case unknownTransferNearest = "unknown_transfer_nearest"
    case unknownSmelter = "unknown_smelter"
    case unknownSmelterNearest = "unknown_smelter_nearest"
    case changeWithoutEffect = "change_without_effect"
    case tooSmall = "too_small"
    case transferExists = "transfer_exists"
    case transferIncomplete = "transfer_incomplete"
    case transferNotRumoured = "transfer_not_rumoured"
    case badIdentifier = "bad_identifier"
    case extendsForbidden = "extends_forbidden"
    case extendsMissing = "extends_missing"
    case extendsCycle = "extends_cycle"
    case extendsInOption = "extends_in_option"
    case unknownScenario = "unknown_scenario"
    case titleMissing = "title_missing"
    case formulaText = "formula_text"
    case optionNeedsValue = "option_needs_value"
    case includedAndDropped = "included_and_dropped"
    case listReplaced = "list_replaced"
    case smelterExists = "smelter_exists"
    case smelterIncomplete = "smelter_incomplete"
    case smelterRemoved = "smelter_removed"
    case smelterChangeWithoutEffect = "smelter_change_without_effect"
    case milestonesNeeded = "milestones_needed"
    case yearAfterEnd = "year_after_end"
    case changesNothing = "changes_nothing"
    case lastYearTooEarly = "last_year_too_early"
    case quotaShiftedOutside = "quota_shifted_outside"
    case transferAfterEnd = "transfer_after_end"
    case milestonesOutsideRun = "milestones_outside_run"
    case hiddenCharacter = "hidden_character"
    case leadingZero = "leading_zero"
    case percentSign = "percent_sign"
    case scenarioNeedsEnding = "scenario_needs_ending"

    public var text: Text {
        switch self {
        case .notYAML:
            Text(
                en: "this is not valid YAML: {problem}; check indentation (spaces, no tabs), "
                    + "colons and quotes",
                zh: "不是合法的 YAML：{problem}；请检查缩进（用空格，不用制表符）、冒号和引号")
        case .severalDocuments:
            Text(
                en: "the file holds more than one YAML document; keep one, without a second '---'",
                zh: "文件含有多个 YAML 文档；请只保留一个，去掉第二个 “---”")
        case .duplicateKey:
            Text(
                en: "the key '{key}' stands twice in one mapping; keep one of them",
                zh: "同一映射中键 “{key}” 出现两次；请只保留一个")
        case .tooLarge:
            Text(
                en: "the file has {size} bytes; a scenario may have {limit}",
                zh: "文件有 {size} 字节；情景文件上限为 {limit} 字节")
        case .tooDeep:
            Text(
                en: "nested too deeply; a scenario may nest {limit} levels",
                zh: "嵌套过深；情景文件最多嵌套 {limit} 层")
        case .tooManyAliases:
            Text(
                en: "{count} aliases; a scenario may have {limit}; write the values out",
                zh: "含 {count} 个别名；上限为 {limit} 个；请直接写出数值")
        case .tooManyNodes:
            Text(
                en: "more than {limit} values once aliases are expanded; write fewer",
                zh: "别名展开后超过 {limit} 个值；请减少")
        case .controlCharacter:
            Text(
                en: "a control character stands in the text; remove it",
                zh: "文本中含有控制字符；请删除")
        case .hiddenCharacter:
            Text(
                en: "the character {character} ends lines or reorders text without being seen, so "
                    + "that the file is read otherwise than it looks; remove it",
                zh: "字符 {character} 会在看不见处断行或改变文字次序，使文件的读法与所见不同；请删除")
        case .leadingZero:
            Text(
                en: "'{value}' begins with a zero, and YAML may read such a number in base eight; "
                    + "write {plain}",
                zh: "“{value}” 以零开头，YAML 可能按八进制读取；请写 {plain}")
        case .percentSign:
            Text(
                en: "'{value}' has a per cent sign, but the unit here is {unit}; write {plain}",
                zh: "“{value}” 带有百分号，但此处单位为 {unit}；请写 {plain}")
        case .scenarioNeedsEnding:
            Text(
                en: "'{value}' is a file here, but the name of a scenario file ends in .yaml or "
                    + ".yml; rename it",
                zh: "此处有文件 “{value}”，但情景文件名须以 .yaml 或 .yml 结尾；请改名")
        case .customTag:
            Text(
                en: "the tag {tag} is not accepted; write the plain value",
                zh: "不接受标签 {tag}；请直接写值")
        case .keyIsNoName:
            Text(
                en: "a key must be a plain name, not a list or a mapping",
                zh: "键必须是普通名称，不能是列表或映射")
        case .unresolvedAlias:
            Text(
                en: "an alias refers to nothing; write the value out",
                zh: "别名没有所指；请直接写出数值")
        case .notUTF8:
            Text(
                en: "the file is not UTF-8 from byte {offset} on; save it as UTF-8",
                zh: "文件自第 {offset} 字节起不是 UTF-8；请另存为 UTF-8")
        case .schemaMissing:
            Text(
                en: "the schema version is missing; begin the file with 'schema: {supported}'",
                zh: "缺少模式版本；请在文件开头写 “schema: {supported}”")
        case .schemaUnsupported:
            Text(
                en: "schema version {value} is not known to this program, which reads version "
                    + "{supported}; use a newer program or an older file",
                zh: "本程序不支持模式版本 {value}，只读取版本 {supported}；请使用较新的程序或较旧的文件")
        case .unknownKey:
            Text(
                en: "there is no key '{key}' here; known keys: {known}",
                zh: "此处没有键 “{key}”；可用的键：{known}")
        case .unknownKeyNearest:
            Text(
                en: "there is no key '{key}' here; did you mean '{nearest}'?",
                zh: "此处没有键 “{key}”；是否想写 “{nearest}”？")
        case .misplacedKey:
            Text(
                en: "the key '{key}' does not belong here; it stands at '{place}'",
                zh: "键 “{key}” 不应写在此处；应写在 “{place}”")
        case .expectedMapping:
            Text(
                en: "expected further keys ({known}), found '{value}'",
                zh: "此处应有下级键（{known}），却写了 “{value}”")
        case .expectedScalar:
            Text(
                en: "expected one value ({meaning}), found a {found}",
                zh: "此处应为单个值（{meaning}），却是{found}")
        case .expectedList:
            Text(
                en: "expected a list of names, such as [first-name, second-name], alone or under "
                    + "one word: append: [...] or replace: [...]",
                zh: "此处应为名称列表，例如 [first-name, second-name]，可单独书写，"
                    + "或写在 append: [...]、replace: [...] 之一下")
        case .notANumber:
            Text(
                en:
                    "'{value}' is not a number; write digits with a point, such as {example} ({unit})",
                zh: "“{value}” 不是数字；请写阿拉伯数字与小数点，例如 {example}（{unit}）")
        case .notAnInteger:
            Text(
                en: "'{value}' is not a whole number; write for example {example} ({unit})",
                zh: "“{value}” 不是整数；例如写 {example}（{unit}）")
        case .notFinite:
            Text(
                en: "'{value}' is not a finite number; give a value in {unit}",
                zh: "“{value}” 不是有限数；请给出以 {unit} 为单位的数值")
        case .outOfRange:
            Text(
                en: "{value} is outside {lower} to {upper}",
                zh: "{value} 超出 {lower} 至 {upper} 的范围")
        case .outOfRangeFactor:
            Text(
                en: "{value} is outside {lower} to {upper}; it looks like a factor {factor}: "
                    + "check the unit",
                zh: "{value} 超出 {lower} 至 {upper} 的范围；似乎相差 {factor} 倍，请检查单位")
        case .quotaLooksLikeFraction:
            Text(
                en: "{value} in a place whose unit is %; did you mean {percent} %?",
                zh: "此处单位为 %，却写了 {value}；是否想写 {percent} %？")
        case .notAChoice:
            Text(
                en: "'{value}' is not one of: {choices}",
                zh: "“{value}” 不在可选值之中：{choices}")
        case .notAFlag:
            Text(en: "'{value}' is neither true nor false", zh: "“{value}” 既不是 true 也不是 false")
        case .booleanWord:
            Text(
                en: "YAML reads '{value}' as true or false; put it in quotes if it is a name",
                zh: "YAML 会把 “{value}” 读作真假值；若是名称，请加引号")
        case .unknownProvince:
            Text(
                en: "'{value}' is no province of the data; in the model: {known}",
                zh: "数据中没有省份 “{value}”；模型包含：{known}")
        case .unknownProvinceNearest:
            Text(
                en: "'{value}' is no province of the data; did you mean {nearest}? In the model: "
                    + "{known}",
                zh: "数据中没有省份 “{value}”；是否想写 {nearest}？模型包含：{known}")
        case .ambiguousProvince:
            Text(
                en: "'{value}' may be Shanxi or Shaanxi; write CN-SX for Shanxi, CN-SN for Shaanxi",
                zh: "“{value}” 可能是山西或陕西；请写 CN-SX 或山西、CN-SN 或陕西")
        case .provinceWithoutData:
            Text(
                en: "{province} has no smelters in the data, so there is no power, price or cost "
                    + "to compute with; provinces in the model: {known}",
                zh: "{province} 在数据中没有铝厂，缺少电力、价格与成本数据；模型包含的省份：{known}")
        case .provinceMapped:
            Text(en: "'{value}' was read as {code}", zh: "“{value}” 读作 {code}")
        case .notAYear:
            Text(
                en: "'{value}' is not a year; write it with four digits, such as 2026",
                zh: "“{value}” 不是年份；请写四位数字，例如 2026")
        case .yearOutside:
            Text(
                en: "the year {value} is outside {first} to {last}, the years this key has; "
                    + "horizon.last_year sets the last",
                zh: "年份 {value} 超出该键的范围 {first} 至 {last}；末年由 horizon.last_year 设定")
        case .contradiction:
            Text(
                en: "this value is given twice in one file (also on line {line}); keep one",
                zh: "同一文件中该值给出两次（另见第 {line} 行）；请只保留一个")
        case .unknownTransfer:
            Text(
                en: "there is no transfer '{value}'; known: {known}",
                zh: "没有转移项 “{value}”；可用：{known}")
        case .unknownTransferNearest:
            Text(
                en: "there is no transfer '{value}'; did you mean '{nearest}'? Known: {known}",
                zh: "没有转移项 “{value}”；是否想写 “{nearest}”？可用：{known}")
        case .unknownSmelter:
            Text(
                en: "there is no smelter '{value}'; smelters.csv lists them",
                zh: "没有铝厂 “{value}”；名单见 smelters.csv")
        case .unknownSmelterNearest:
            Text(
                en: "there is no smelter '{value}'; did you mean '{nearest}'?",
                zh: "没有铝厂 “{value}”；是否想写 “{nearest}”？")
        case .changeWithoutEffect:
            Text(
                en: "the change of transfer '{value}' has no effect: the transfer does not count; "
                    + "name it in transfers.include, or take it out of transfers.drop",
                zh: "对转移项 “{value}” 的修改不起作用：该项未计入；请列入 transfers.include，"
                    + "或从 transfers.drop 中移除")
        case .tooSmall:
            Text(
                en: "'{value}' is too small to hold as a number; write 0 if that is meant",
                zh: "“{value}” 过小，无法作为数字保存；若意为零请写 0")
        case .transferExists:
            Text(
                en: "the transfer '{value}' stands in the tables already; use transfers.change",
                zh: "转移项 “{value}” 已在数据表中；请使用 transfers.change")
        case .transferIncomplete:
            Text(
                en: "the transfer '{value}' lacks {missing}; give smelter, to_province, capacity "
                    + "and year",
                zh: "转移项 “{value}” 缺少 {missing}；请给出 smelter、to_province、capacity 和 year")
        case .transferNotRumoured:
            Text(
                en: "the transfer '{value}' is not rumoured, so it counts without being included",
                zh: "转移项 “{value}” 并非传闻，无需 include 即计入")
        case .badIdentifier:
            Text(
                en: "'{value}' cannot be a name here; use small letters, digits and hyphens, "
                    + "at most 64",
                zh: "“{value}” 不能作为名称；请用小写字母、数字和连字符，最多 64 个")
        case .extendsForbidden:
            Text(
                en: "extends may name only a YAML file beside this one or under the scenarios "
                    + "folder, by a relative path without '..'; '{value}' is not opened",
                zh: "extends 只能用不含 “..” 的相对路径指向同目录或情景目录下的 YAML 文件；"
                    + "不会打开 “{value}”")
        case .extendsMissing:
            Text(
                en: "there is no scenario file '{value}' to extend",
                zh: "没有可供 extends 的情景文件 “{value}”")
        case .extendsCycle:
            Text(
                en: "the file extends itself through {chain}; remove one link",
                zh: "文件经由 {chain} 继承了自身；请去掉其中一环")
        case .extendsInOption:
            Text(
                en: "'{key}' cannot be set by an option; write it in a scenario file",
                zh: "不能用选项设置 “{key}”；请写在情景文件中")
        case .unknownScenario:
            Text(
                en: "there is no scenario '{value}'{advice}; known: {known}",
                zh: "没有情景 “{value}”{advice}；可用：{known}")
        case .titleMissing:
            Text(
                en: "a {key} must be a text or have both 'en' and 'zh'",
                zh: "{key} 必须是文本，或同时含有 “en” 和 “zh”")
        case .formulaText:
            Text(
                en: "the text '{value}' begins with a character a spreadsheet would run; begin it "
                    + "with a letter",
                zh: "文本 “{value}” 以电子表格会执行的字符开头；请以文字开头")
        case .includedAndDropped:
            Text(
                en: "the transfer '{value}' is both included and dropped; it does not count. Take "
                    + "it out of one of the lists",
                zh: "转移项 “{value}” 既列入 include 又列入 drop；该项不计入。请从其中一个列表中移除")
        case .listReplaced:
            Text(
                en: "this list takes the place of the one at {place}, which also held {lost}; "
                    + "write 'append: [...]' to add to it, or 'replace: [...]' if that is meant",
                zh: "此列表取代了 {place} 处的列表，其中还有 {lost}；若要追加请写 “append: [...]”，"
                    + "若确为取代请写 “replace: [...]”")
        case .smelterExists:
            Text(
                en: "the smelter '{value}' stands in the tables already; use smelters.change",
                zh: "铝厂 “{value}” 已在数据表中；请使用 smelters.change")
        case .smelterIncomplete:
            Text(
                en:
                    "the smelter '{value}' lacks {missing}; give province, capacity and electricity",
                zh: "铝厂 “{value}” 缺少 {missing}；请给出 province、capacity 和 electricity")
        case .smelterRemoved:
            Text(
                en: "the transfer '{transfer}' takes capacity from '{smelter}', which "
                    + "smelters.remove takes away; name it in transfers.drop",
                zh: "转移项 “{transfer}” 从 “{smelter}” 迁出产能，而 smelters.remove 已去除该厂；"
                    + "请将其列入 transfers.drop")
        case .smelterChangeWithoutEffect:
            Text(
                en: "the change of smelter '{value}' has no effect: smelters.remove takes it away",
                zh: "对铝厂 “{value}” 的修改不起作用：smelters.remove 已去除该厂")
        case .milestonesNeeded:
            Text(
                en: "milestones are numbers of at least two years, such as "
                    + "milestones: {2025: 30, 2030: 60}",
                zh: "milestones 须为至少两个年份的数值，例如 milestones: {2025: 30, 2030: 60}")
        case .yearAfterEnd:
            Text(
                en: "the year {value} is passed over: the run ends in {last}",
                zh: "年份 {value} 被略过：推演止于 {last} 年")
        case .changesNothing:
            Text(
                en: "this changes nothing: {count} value(s) already so",
                zh: "此处不改变任何值：{count} 个值本来如此")
        case .lastYearTooEarly:
            Text(
                en: "the last year {value} must lie after the base year {base}",
                zh: "末年 {value} 必须晚于基年 {base}")
        case .quotaShiftedOutside:
            Text(
                en: "{province} {year}: with its factor and shift the quota becomes {value} %, "
                    + "outside 0 to 100 %; change quotas.factor or quotas.shift there",
                zh: "{province} {year} 年：乘以系数并增减后配额为 {value} %，超出 0 至 100 %；"
                    + "请调整 quotas.factor 或 quotas.shift")
        case .transferAfterEnd:
            Text(
                en: "the transfer '{value}' of {year} is passed over: the run ends in {last}",
                zh: "{year} 年的转移项 “{value}” 被略过：推演止于 {last} 年")
        case .milestonesOutsideRun:
            Text(
                en: "these milestones fill no year: they span {first} to {end}, the run has "
                    + "{begin} to {last}",
                zh: "这些 milestones 未填入任何年份：其跨度为 {first} 至 {end} 年，而推演为 "
                    + "{begin} 至 {last} 年")
        case .optionNeedsValue:
            Text(
                en: "'{value}' is not of the form key=value; write for example "
                    + "carbon.price.2026=300",
                zh: "“{value}” 不符合 key=value 的形式；例如写 carbon.price.2026=300")
        }
    }
}
