/// What a search for a target says: of what is asked, and of what came out.
public enum SeekMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "seek"

    // The target.
    case noTarget, targetMalformed, unknownResult, unknownResultNearest, needsPlan, wholePlan
    case twoYears, twoRegions, yearMissing, yearOutside, provincesOnly, nationOnly
    case valueNotANumber, noShare, percentMeant, shareOutside
    // The levers.
    case nothingVaries, tooManyLevers, leverMalformed, leverNotANumber, leverWhole
    case rangeNeedsTwo, rangeEmpty, rangeOutside, leversOverlap
    // The answer.
    case heading, alreadyThere, reached, reachedNoBase, reachedJointly, setting, settingNow
    case weighed, aloneReaches, aloneDoesNot, jumps, jumpsJointly, notFoundAbove, notFoundBelow
    case notFoundBetween, notFoundFlat, nothingFound, nearest, rises, falls, bothWays, flat,
        noPlanAt
    case rejectedAt, notSolvedAt, noProof
    // The table.
    case triedHeading, moreTried, result, status, rejected, asItIs, asScenario, legend,
        legendProjected, limitsHeading
    case filesWritten

    public var text: Text {
        switch self {
        case .noTarget:
            Text(
                en: "there is no target; give --target such as 'green_share[China,2027]=0.30'",
                zh: "没有目标；请给出 --target，例如 'green_share[China,2027]=0.30'")
        case .targetMalformed:
            Text(
                en: "'{value}' is no target; write NAME[REGION,YEAR]=VALUE, such as "
                    + "'green_share[China,2027]=0.30', in quotes",
                zh: "“{value}” 不是目标；请写成 名称[地区,年份]=值，例如 'green_share[China,2027]=0.30'，并加引号")
        case .unknownResult:
            Text(
                en: "there is no result '{value}'; write one of {known}, or the name of a variable "
                    + "as results.csv has it",
                zh: "没有名为 “{value}” 的结果；可写 {known}，或 results.csv 中的变量名")
        case .unknownResultNearest:
            Text(
                en:
                    "there is no result '{value}'; did you mean '{nearest}'? There are {known}, and "
                    + "the variables of results.csv",
                zh: "没有名为 “{value}” 的结果；是否想写 “{nearest}”？可用 {known} 以及 results.csv 中的变量")
        case .needsPlan:
            Text(
                en:
                    "{name} belongs to a plan, and --without-plan makes none; leave one of them out",
                zh: "{name} 属于规划，而 --without-plan 不作规划；请去掉其一")
        case .wholePlan:
            Text(
                en: "{name} is one number for the whole plan; write {name}=VALUE",
                zh: "{name} 是整个规划的一个数；请写 {name}=值")
        case .twoYears:
            Text(
                en: "{name} has two years; a target has one: {name}[REGION,YEAR]=VALUE",
                zh: "{name} 有两个年份；目标只有一个年份：{name}[地区,年份]=值")
        case .twoRegions:
            Text(
                en: "{name} has two regions; a target has one: {name}[REGION,YEAR]=VALUE",
                zh: "{name} 有两个地区；目标只有一个地区：{name}[地区,年份]=值")
        case .yearMissing:
            Text(
                en: "{name} needs a year; write {name}[China,YEAR]=VALUE",
                zh: "{name} 需要年份；请写 {name}[China,年份]=值")
        case .yearOutside:
            Text(
                en: "{year} is not a year of the model; it has {first} to {last}",
                zh: "{year} 不是模型年份；模型年份为 {first} 至 {last}")
        case .provincesOnly:
            Text(
                en: "{name} is there for provinces only; name one in place of China",
                zh: "{name} 只有分省结果；请写省份而不是全国")
        case .nationOnly:
            Text(
                en: "{name} is there for China only; leave the province out",
                zh: "{name} 只有全国结果；请去掉省份")
        case .valueNotANumber:
            Text(
                en: "'{value}' is not a number; write digits with a point, and % behind a share in "
                    + "per cent",
                zh: "“{value}” 不是数字；请用数字和小数点书写，百分比后加 %")
        case .noShare:
            Text(
                en: "'{value}' has a %, but the result is in {unit}; write the number alone",
                zh: "“{value}” 带有 %，但该结果的单位是 {unit}；请只写数字")
        case .percentMeant:
            Text(
                en: "{value} is no share; did you mean {value}%? A share is written as 0.30 or 30%",
                zh: "{value} 不是比例；是否想写 {value}%？比例写作 0.30 或 30%")
        case .shareOutside:
            Text(
                en: "{value} is no share; a share lies between 0 and 100 % and is written as 0.30 "
                    + "or 30%",
                zh: "{value} 不是比例；比例介于 0 与 100 % 之间，写作 0.30 或 30%")
        case .nothingVaries:
            Text(
                en: "nothing varies; give --vary KEY or --vary KEY=FROM:TO at least once",
                zh: "没有可变的键；请至少给出一次 --vary 键 或 --vary 键=起点:终点")
        case .tooManyLevers:
            Text(
                en: "{count} levers are more than {limit}; vary fewer",
                zh: "{count} 个可变键超过 {limit} 个；请减少")
        case .leverMalformed:
            Text(
                en: "'{value}' names no key; write KEY or KEY=FROM:TO",
                zh: "“{value}” 没有写键；请写 键 或 键=起点:终点")
        case .leverNotANumber:
            Text(
                en: "{key} is no number, so there is nothing between its values to seek; use sweep "
                    + "to compare them",
                zh: "{key} 不是数值，其取值之间无可搜索；请用 sweep 逐一比较")
        case .leverWhole:
            Text(
                en: "{key} takes whole numbers only, so there is nothing between its values to "
                    + "seek; use sweep to compare them",
                zh: "{key} 只取整数，其取值之间无可搜索；请用 sweep 逐一比较")
        case .rangeNeedsTwo:
            Text(
                en: "'{value}' is no range; a range has two numbers, FROM:TO. The steps between "
                    + "them are found by the search",
                zh: "“{value}” 不是区间；区间是两个数：起点:终点。中间的取值由搜索决定")
        case .rangeEmpty:
            Text(
                en: "'{value}' is no range: the first number must be the smaller",
                zh: "“{value}” 不是区间：第一个数须较小")
        case .rangeOutside:
            Text(
                en: "{value} leaves the range of the key, {low} to {high}; stay within it",
                zh: "{value} 超出该键的范围 {low} 至 {high}；请在范围之内")
        case .leversOverlap:
            Text(
                en: "{key} and {other} set the same places; leave one of them out or name narrower "
                    + "coordinates",
                zh: "{key} 与 {other} 设定了相同之处；请删去其一，或写更窄的坐标")
        case .heading:
            Text(
                en: "{title}: what gives {place} = {target}",
                zh: "{title}：使 {place} = {target} 的取值")
        case .alreadyThere:
            Text(
                en: "The scenario is there as it is: {place} is {result}. Nothing need change.",
                zh: "情景本身已达到目标：{place} 为 {result}，无需改变。")
        case .reached:
            Text(
                en: "{setting}: then {place} is {result}. As the scenario stands it is {base}.",
                zh: "{setting}时，{place} 为 {result}；情景现值为 {base}。")
        case .reachedNoBase:
            Text(
                en:
                    "{setting}: then {place} is {result}. As the scenario stands there is no plan to "
                    + "read it off.",
                zh: "{setting}时，{place} 为 {result}；情景现状没有可用的规划。")
        case .reachedJointly:
            Text(
                en: "Together, {setting}: then {place} is {result}. As the scenario stands it is "
                    + "{base}.",
                zh: "共同调整 {setting}时，{place} 为 {result}；情景现值为 {base}。")
        case .setting: Text(en: "{key} = {value}{unit}", zh: "{key} = {value}{unit}")
        case .settingNow:
            Text(
                en: "{key} = {value}{unit} (now {now})", zh: "{key} = {value}{unit}（现为 {now}）")
        case .weighed:
            Text(
                en:
                    "Changes are weighed in units of {scales} and the sum of their squares is least "
                    + "here ({sum}) among what the search saw: a local answer, others may be "
                    + "as near.",
                zh: "各变化以 {scales} 为单位衡量，在搜索所及之处其平方和最小（{sum}）：这是局部解，可能另有同样接近的解。")
        case .aloneReaches:
            Text(
                en: "{key} alone reaches it at {value}{unit}.",
                zh: "仅调整 {key} 时，取 {value}{unit} 可达到。")
        case .aloneDoesNot:
            Text(
                en: "{key} alone does not reach it between {low} and {high}.",
                zh: "仅调整 {key} 时，在 {low} 与 {high} 之间达不到。")
        case .jumps:
            Text(
                en: "No value of {key} gives exactly {target}: {place} jumps from {near} to {far} "
                    + "between {first} and {second}{unit}.",
                zh:
                    "{key} 没有恰好给出 {target} 的取值：在 {first} 与 {second}{unit} 之间，{place} 由 {near} 跳至 {far}。"
            )
        case .jumpsJointly:
            Text(
                en: "No setting seen gives exactly {target}: {place} jumps from {near} to {far} at "
                    + "{setting}.",
                zh: "所试取值均不能恰好给出 {target}：在 {setting} 处，{place} 由 {near} 跳至 {far}。")
        case .notFoundAbove:
            Text(
                en: "Nothing tried reaches {target}. It lies above all that was seen: {place} is "
                    + "between {low} and {high}.",
                zh: "所试取值均达不到 {target}。目标高于所见全部结果：{place} 介于 {low} 与 {high} 之间。")
        case .notFoundBelow:
            Text(
                en: "Nothing tried reaches {target}. It lies below all that was seen: {place} is "
                    + "between {low} and {high}.",
                zh: "所试取值均达不到 {target}。目标低于所见全部结果：{place} 介于 {low} 与 {high} 之间。")
        case .notFoundBetween:
            Text(
                en:
                    "Nothing tried reaches {target}, though it lies between the {low} and the {high} "
                    + "that were seen: settings without a result stand in between.",
                zh: "所试取值均达不到 {target}，尽管目标介于所见的 {low} 与 {high} 之间：其间有取值没有结果。")
        case .notFoundFlat:
            Text(
                en: "Nothing tried reaches {target}: {place} is {low} throughout.",
                zh: "所试取值均达不到 {target}：{place} 始终为 {low}。")
        case .nothingFound:
            Text(
                en: "None of the settings tried has a result, so {place} = {target} is reached at "
                    + "none.",
                zh: "所试取值均没有结果，因此无法达到 {place} = {target}。")
        case .nearest:
            Text(
                en: "The nearest is {result}, with {setting}.", zh: "最接近的是 {result}，对应 {setting}。")
        case .rises:
            Text(
                en: "{place} rises, or stays, as {key} rises.", zh: "{key} 升高时，{place} 只升不降。")
        case .falls:
            Text(
                en: "{place} falls, or stays, as {key} rises.", zh: "{key} 升高时，{place} 只降不升。")
        case .bothWays:
            Text(
                en: "{place} goes up and down as {key} rises.", zh: "{key} 升高时，{place} 有升有降。")
        case .flat:
            Text(en: "{key} does not change {place}.", zh: "{key} 对 {place} 没有影响。")
        case .noPlanAt:
            Text(
                en: "{count} of {total} settings have no plan that meets all limits{places}.",
                zh: "{total} 个取值中有 {count} 个没有满足全部限制的规划{places}。")
        case .rejectedAt:
            Text(
                en: "At {count} of {total} settings the inputs contradict each other{places}.",
                zh: "{total} 个取值中有 {count} 个使输入自相矛盾{places}。")
        case .notSolvedAt:
            Text(
                en: "{count} of {total} settings were not solved to tolerance{places}.",
                zh: "{total} 个取值中有 {count} 个未求解到容差{places}。")
        case .noProof:
            Text(
                en: "What was tried is a scan, not a proof: between its points the target may be "
                    + "met.",
                zh: "所试取值是一次扫描，并非证明：各点之间仍可能达到目标。")
        case .triedHeading: Text(en: "Tried", zh: "所试取值")
        case .moreTried:
            Text(
                en: "… and {count} more; --out DIR writes them all to seek.csv",
                zh: "……另有 {count} 个；--out DIR 将全部写入 seek.csv")
        case .result: Text(en: "result", zh: "结果")
        case .status: Text(en: "status", zh: "状态")
        case .rejected: Text(en: "rejected", zh: "输入有误")
        case .asItIs: Text(en: "as is", zh: "现状")
        case .asScenario: Text(en: "the scenario as it stands", zh: "情景现状")
        case .legend:
            Text(
                en: "Result: {place}, {unit}; * the answer. Increment: present value over doing "
                    + "nothing; moved: all years together; others: China in {year}.",
                zh: "结果：{place}，{unit}；* 为答案。增量：相对不采取措施的现值；转移：各年合计；其余：全国 {year} 年。")
        case .legendProjected:
            Text(
                en: "Result: {place}, {unit}; * the answer. Others: China in {year}.",
                zh: "结果：{place}，{unit}；* 为答案。其余：全国 {year} 年。")
        case .limitsHeading:
            Text(
                en: "What binds at the nearest setting, and what one more unit is worth",
                zh: "最接近处的有效限制，以及每多一单位的价值")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the settings are in {csv}",
                zh: "文件已写入 {path}；各取值见 {csv}")
        }
    }
}
