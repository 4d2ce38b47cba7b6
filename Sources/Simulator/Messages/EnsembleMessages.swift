/// What an ensemble says: of its settings, its parts and its findings.
public enum EnsembleMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "ensemble"

    // The settings.
    case drawsOutside, seedNotANumber, drawNotThere, shardNotAShard, shardNeedsOut, shardWithResume,
        drawAlone
    case shardWithAllDraws, resumeNeedsOut, allDrawsNeedsOut, nothingUncertain
    case tooManyDimensions, todayNeedsPlan
    // Parts and interrupted runs.
    case noParts, mixedCounts, partsMissing, partDamaged, partMisnamed, partOfOther
    case partsOfVersion, cannotResume, leftover, resumed, stoppedKept, stopped, shardStopped
    case shardWritten, shardSkipped, filesWritten
    // The report.
    case heading, treatmentAnew, treatmentToday, treatmentNone, factors, failed, cut
    case statusOptimal, statusProjected, statusInfeasible, statusNotConverged, statusRejected
    case figuresTitle, figuresLegend, cutNote, judged
    case missedTitle, missedLegend, missedNone
    case routesTitle, routesLegend, routesNone, share, size, year, today, smelter, from, to
    case routesMore, noRegret
    case towards, stressTitle, stressSentence, stressAll, stressRow, greenShare
    case shortfall, emissions, cost, planToday, planAnew, objective, moved
    case progress, progressBegins

    public var text: Text {
        switch self {
        case .drawsOutside:
            Text(
                en: "{value} is no number of draws; give 1 to {limit}",
                zh: "{value} 不是有效的抽样次数；请给出 1 至 {limit}")
        case .seedNotANumber:
            Text(
                en: "{value} is no seed; give a whole number from 0 on",
                zh: "{value} 不是有效的种子；请给出不小于 0 的整数")
        case .drawNotThere:
            Text(
                en: "there is no draw {value}; draws are counted from 0 to {last}",
                zh: "没有第 {value} 次抽样；抽样从 0 数到 {last}")
        case .drawAlone:
            Text(
                en: "--draw prints one draw and runs nothing; leave out --out, --shard, --resume "
                    + "and --all-draws",
                zh: "--draw 只打印一次抽样，不作计算；请去掉 --out、--shard、--resume 和 --all-draws")
        case .shardNotAShard:
            Text(
                en:
                    "{value} is no shard; write I/N with I from "
                    + "1 to N and N up to {limit}, such as "
                    + "3/8",
                zh: "{value} 不是分片；请写 I/N，I 为 1 至 N，N 不超过 {limit}，例如 3/8")
        case .shardNeedsOut:
            Text(
                en: "--shard needs --out DIR, the folder that takes the parts of all shards",
                zh: "--shard 需要 --out 文件夹，用来存放各分片的部分结果")
        case .shardWithResume:
            Text(
                en: "--resume is for a run in one process; a shard that was interrupted is simply "
                    + "run again, and one that is done is skipped",
                zh: "--resume 用于单进程运行；被中断的分片重新运行即可，已完成的会跳过")
        case .shardWithAllDraws:
            Text(
                en: "--all-draws belongs to the tables; give it to greenalu merge",
                zh: "--all-draws 属于结果表；请交给 greenalu merge")
        case .resumeNeedsOut:
            Text(
                en: "--resume needs --out DIR, the folder of the run that was interrupted",
                zh: "--resume 需要 --out 文件夹，即被中断的运行的文件夹")
        case .allDrawsNeedsOut:
            Text(
                en: "--all-draws needs --out DIR, since it writes a file",
                zh: "--all-draws 要写文件，需要 --out 文件夹")
        case .nothingUncertain:
            Text(
                en: "nothing is uncertain: uncertainty.standard leaves out every usual range and "
                    + "uncertainty.inputs declares nothing; admit or declare something",
                zh: "没有任何不确定的量：uncertainty.standard 略去了全部通用范围，uncertainty.inputs 也没有声明；"
                    + "请至少承认或声明一项")
        case .tooManyDimensions:
            Text(
                en: "{count} numbers are drawn, but Sobol's sequence has points in {limit} "
                    + "dimensions at most; let fewer things be uncertain (uncertainty.standard), "
                    + "let more of them move together (one declared input for a whole key), or use "
                    + "--sampling latin-hypercube",
                zh: "要抽取 {count} 个数，而 Sobol 序列最多 {limit} 维；请减少不确定的量（uncertainty.standard），"
                    + "让更多的量一起变动（整个键声明为一个输入），或改用 --sampling latin-hypercube")
        case .todayNeedsPlan:
            Text(
                en:
                    "there is no plan of today to follow: no "
                    + "plan meets every limit of the scenario",
                zh: "没有可供遵循的当前方案：情景的限制无法同时满足")
        case .noParts:
            Text(
                en: "{path} holds no parts; they are called part-0001-of-0008.draws and come from "
                    + "greenalu ensemble --shard 1/8",
                zh: "{path} 中没有部分结果；其文件名形如 part-0001-of-0008.draws，由 greenalu ensemble "
                    + "--shard 1/8 生成")
        case .mixedCounts:
            Text(
                en: "parts of runs in different numbers of shards lie together ({counts}); keep "
                    + "those of one run only",
                zh: "不同分片数（{counts}）的部分结果混在一起；请只保留一次运行的")
        case .partsMissing:
            Text(
                en: "{count} of {of} parts are missing: {list}; run these shards, then merge again",
                zh: "共 {of} 个部分，缺 {count} 个：{list}；请运行这些分片后再合并")
        case .partDamaged:
            Text(
                en: "the file is cut off or changed, its digest does not hold; remove it and run "
                    + "its shard again",
                zh: "文件被截断或改动，摘要不符；请删除它并重新运行该分片")
        case .partMisnamed:
            Text(
                en:
                    "the file holds what belongs to {name}: "
                    + "the same part twice, or a file renamed; "
                    + "remove it and run its shard again",
                zh: "文件内容属于 {name}：同一部分出现两次，或文件被改名；请删除它并重新运行该分片")
        case .partOfOther:
            Text(
                en: "the part is of another ensemble; they differ in {differences}; merge parts of "
                    + "the same inputs and options only",
                zh: "该部分属于另一次抽样；不同之处：{differences}；只能合并输入和选项相同的部分")
        case .partsOfVersion:
            Text(
                en: "the parts were made by version {version}; merge them with that version",
                zh: "部分结果由 {version} 版生成；请用该版本合并")
        case .cannotResume:
            Text(
                en: "what was interrupted was another ensemble; they differ in {differences}; undo "
                    + "that, or run without --resume to begin anew",
                zh: "被中断的是另一次抽样；不同之处：{differences}；请还原，或不用 --resume 重新开始")
        case .leftover:
            Text(
                en: "An interrupted run left {done} draws here; without --resume it begins anew.",
                zh: "此处有中断的运行留下的 {done} 次抽样；未用 --resume，将重新开始。")
        case .resumed:
            Text(
                en: "Going on after {done} of {total} draws.", zh: "从 {total} 次抽样中的第 {done} 次之后继续。")
        case .stoppedKept:
            Text(
                en: "Stopped after {done} of {total} draws; they are kept. The same command with "
                    + "--resume goes on.",
                zh: "在 {total} 次抽样中的第 {done} 次之后停止；已完成的保留。同一命令加 --resume 可继续。")
        case .stopped:
            Text(
                en: "Stopped after {done} of {total} draws; without --out nothing is kept.",
                zh: "在 {total} 次抽样中的第 {done} 次之后停止；没有 --out，未保留任何结果。")
        case .shardStopped:
            Text(
                en: "Stopped after {done} of the shard's {total} draws; run the shard again.",
                zh: "在本分片 {total} 次抽样中的第 {done} 次之后停止；请重新运行该分片。")
        case .shardWritten:
            Text(en: "Written: {path}", zh: "已写入：{path}")
        case .shardSkipped:
            Text(en: "Skipped, it is done: {path}", zh: "已完成，跳过：{path}")
        case .filesWritten:
            Text(
                en: "Files written to {path}; the statistics are {csv}",
                zh: "文件已写入 {path}；统计结果为 {csv}")
        case .heading:
            Text(
                en: "{title}: {count} futures ({sampling}, seed {seed})",
                zh: "{title}：{count} 个未来（{sampling}，种子 {seed}）")
        case .treatmentAnew:
            Text(en: "A plan is made anew in each future.", zh: "每个未来都重新规划。")
        case .treatmentToday:
            Text(
                en:
                    "Today's plan is kept in each future; purchases "
                    + "are chosen at least cost in it.",
                zh: "每个未来都沿用当前方案；购买按该未来的最低成本选择。")
        case .treatmentNone:
            Text(en: "No plan is made; purchases follow the merit order.", zh: "不作规划；按优先次序购买。")
        case .factors:
            Text(
                en: "{factors} uncertain factors set {values} values, in groups: {groups}.",
                zh: "{factors} 个不确定因子决定 {values} 个值，分组：{groups}。")
        case .failed:
            Text(
                en: "{failed} of {count} futures have no results ({list}); figures are over the "
                    + "other {solved}. draws.csv names them.",
                zh: "{count} 个未来中有 {failed} 个没有结果（{list}）；数字取自其余 {solved} 个。draws.csv 列出它们。")
        case .cut: Text(en: "{count} {status}", zh: "{count} 个{status}")
        case .statusOptimal: Text(en: "optimal", zh: "最优")
        case .statusProjected: Text(en: "projected", zh: "推演")
        case .statusInfeasible: Text(en: "infeasible", zh: "无可行解")
        case .statusNotConverged: Text(en: "not solved", zh: "未收敛")
        case .statusRejected: Text(en: "with contradictory inputs", zh: "输入相互矛盾")
        case .judged: Text(en: "(judged)", zh: "（考核）")
        case .figuresTitle:
            Text(
                en: "China: median, and below it what holds in nine of ten futures",
                zh: "全国：中位数，其下为十个未来中有九个落入的范围")
        case .figuresLegend:
            Text(
                en: "Ranges go from the 5 % to the 95 % quantile.", zh: "范围为 5 % 至 95 % 分位数。")
        case .cutNote:
            Text(
                en: "{count} of {values} values drawn lay outside what their key allows and were "
                    + "taken at its bound.",
                zh: "抽取的 {values} 个值中有 {count} 个超出键的取值范围，按界限取值。")
        case .missedTitle:
            Text(
                en: "Share of futures in which a binding quota is missed, %",
                zh: "约束性配额未完成的未来所占比例，%")
        case .missedLegend:
            Text(en: "Provinces left out miss none.", zh: "未列出的省份均能完成。")
        case .missedNone:
            Text(
                en: "No binding quota is missed in any future.", zh: "在任何未来中都没有约束性配额未完成。")
        case .routesTitle:
            Text(
                en: "Moves: in how many futures each is chosen",
                zh: "转移：各在多少个未来中被选中")
        case .routesLegend:
            Text(
                en:
                    "Share: of the futures with a plan. Size: "
                    + "median where chosen, in brackets 10 % "
                    + "to 90 %, Mt/yr. Year: median of the first. Today: what today's plan moves.",
                zh: "比例：占有方案的未来。规模：被选中时的中位数，括号内为 10 % 至 90 %，Mt/yr。"
                    + "年份：首次转移的中位数。当前：当前方案的转移量。")
        case .routesNone:
            Text(en: "No move is chosen in any future.", zh: "在任何未来中都没有转移被选中。")
        case .share: Text(en: "share", zh: "比例")
        case .size: Text(en: "size", zh: "规模")
        case .year: Text(en: "year", zh: "年份")
        case .today: Text(en: "today", zh: "当前")
        case .smelter: Text(en: "smelter", zh: "铝厂")
        case .from: Text(en: "from", zh: "迁出")
        case .to: Text(en: "to", zh: "迁入")
        case .routesMore:
            Text(
                en: "{count} more moves are chosen in fewer futures; no_regret.csv has all.",
                zh: "另有 {count} 项转移在更少的未来中被选中；no_regret.csv 列出全部。")
        case .noRegret:
            Text(
                en: "Chosen in at least nine of ten futures: {list}.",
                zh: "在至少九成未来中被选中：{list}。")
        case .towards: Text(en: " to ", zh: "至")
        case .stressTitle:
            Text(en: "How today's plan fares, means", zh: "当前方案的表现（均值）")
        case .stressSentence:
            Text(
                en: "Over all futures today's plan costs {all} million CNY (present value, charges "
                    + "for missed quotas included) more than a plan made for each; in the {count} "
                    + "futures in which it costs most, {worst}.",
                zh: "就全部未来而言，当前方案比为每个未来单独制定的方案多花 {all} 百万元（现值，含未完成配额的费用）；"
                    + "在其花费最高的 {count} 个未来中多花 {worst} 百万元。")
        case .stressAll: Text(en: "all futures", zh: "全部未来")
        case .stressRow: Text(en: "worst tenth", zh: "最差一成")
        case .greenShare: Text(en: "green, %", zh: "绿电，%")
        case .shortfall: Text(en: "short, TWh", zh: "缺口，TWh")
        case .emissions: Text(en: "CO2e, Mt", zh: "排放，Mt")
        case .cost: Text(en: "cost, bn CNY", zh: "成本，十亿元")
        case .planToday: Text(en: "today's plan", zh: "当前方案")
        case .planAnew: Text(en: "planned anew", zh: "重新规划")
        case .objective:
            Text(en: "increment, million CNY", zh: "增量，百万元")
        case .moved: Text(en: "chosen moves, all years, Mt", zh: "优化转移合计，Mt")
        case .progress:
            Text(
                en: "{done} of {total} futures, {percent} %, {left} left",
                zh: "{total} 个未来中的 {done} 个，{percent} %，还需 {left}")
        case .progressBegins:
            Text(en: "{done} of {total} futures", zh: "{total} 个未来中的 {done} 个")
        }
    }
}
