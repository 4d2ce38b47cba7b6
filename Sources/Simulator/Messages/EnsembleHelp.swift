/// Help texts of the commands that look at many futures.
public enum EnsembleHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "ensemble_help"

    case ensemble, ensembleDiscussion, draws, seed, sampling, treatment, allDraws, resume, shard,
        draw
    case merge, mergeDiscussion, mergeFolder

    public var text: Text {
        switch self {
        case .ensemble:
            Text(
                en: "Look at a scenario in many futures.", zh: "在许多可能的未来中考察一个情景。")
        case .ensembleDiscussion:
            Text(
                en: "Every value with a range in the tables, the smelters' shares and "
                    + "intensities, and the water of each year are drawn; a scenario's "
                    + "uncertainty section says otherwise. Draw k depends on the seed and k alone, "
                    + "so threads and shards change nothing. Ctrl-C stops between draws.",
                zh: "抽取数据表中带范围的每个值、铝厂的电源比例和电耗、各年来水；情景的 uncertainty 部分可另作规定。"
                    + "第 k 次抽样只取决于种子和 k，线程数和分片不影响结果。Ctrl-C 在两次抽样之间停止。")
        case .draws: Text(en: "Number of futures.", zh: "未来的个数。")
        case .seed:
            Text(en: "Whole number that fixes what is drawn.", zh: "决定抽样结果的整数。")
        case .sampling:
            Text(
                en: "How futures are placed; sobol has 40 dimensions at most.",
                zh: "抽样方法；sobol 最多 40 维。")
        case .treatment:
            Text(
                en: "anew: plan each future; today: keep today's plan; none: no plan.",
                zh: "anew：每个未来重新规划；today：沿用当前方案；none：不作规划。")
        case .allDraws:
            Text(
                en: "Also write draw_results.csv, every result of every draw (about 75 kB a draw).",
                zh: "另写 draw_results.csv，含每次抽样的全部结果（每次约 75 kB）。")
        case .resume:
            Text(
                en: "Go on with the run to --out that was interrupted.",
                zh: "继续写往 --out 的被中断的运行。")
        case .shard:
            Text(
                en: "Only every N-th draw from the I-th on, as a part in the folder --out; skipped "
                    + "where it is there. greenalu merge puts the parts together.",
                zh: "只做从第 I 次起每隔 N 次的抽样，作为部分结果写入 --out 文件夹；已有则跳过。"
                    + "greenalu merge 将各部分合并。")
        case .draw:
            Text(
                en: "Print draw K, counted from 0, as a scenario file to plan or run by itself.",
                zh: "将第 K 次抽样（从 0 数起）打印为情景文件，可单独规划或推演。")
        case .merge:
            Text(
                en: "Put the parts of an ensemble together.", zh: "合并一次抽样的各部分结果。")
        case .mergeDiscussion:
            Text(
                en: "Writes the same bytes as one process would have. Refuses missing, damaged and "
                    + "repeated parts and parts of different inputs.",
                zh: "写出的字节与单进程运行相同。缺失、损坏、重复或输入不同的部分会被拒绝。")
        case .mergeFolder:
            Text(
                en: "Folder of the parts that ensemble --shard wrote.",
                zh: "ensemble --shard 写出的部分结果所在的文件夹。")
        }
    }
}
