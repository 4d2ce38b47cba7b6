/// What is said of jobs for other engines, and in them.
public enum JobMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "job"

    // Refusals.
    case shardsOutside, shardsOverDraws, minutesOutside, megabytesOutside, outNeeded, imageNeeded
    case imageUnused, programEmpty
    // What was done.
    case written, begin, beginSnakemake, beginKubernetes
    // Comments in the files.
    case submission, batchShards, mergeScript, shardScript, snakefile, snakefileMark, parallelRun
    case kubernetes, kubernetesSteps

    public var text: Text {
        switch self {
        case .shardsOutside:
            Text(
                en: "{value} is no number of shards; give 1 to {limit}",
                zh: "{value} 不是有效的分片数；请给出 1 至 {limit}")
        case .shardsOverDraws:
            Text(
                en: "{shards} shards of {draws} draws leave some without any; give at most as many "
                    + "shards as draws",
                zh: "{draws} 次抽样分成 {shards} 个分片，有的分片为空；分片数不能超过抽样次数")
        case .minutesOutside:
            Text(
                en: "{value} is no time for a task; give whole minutes, {least} to {limit}",
                zh: "{value} 不是有效的时限；请给出整数分钟，{least} 至 {limit}")
        case .megabytesOutside:
            Text(
                en: "{value} is no amount of memory; give whole megabytes, {least} to {limit}",
                zh: "{value} 不是有效的内存量；请给出整数兆字节，{least} 至 {limit}")
        case .outNeeded:
            Text(
                en: "generate-runs needs --out DIR, the folder for the files of the job",
                zh: "generate-runs 需要 --out 文件夹，用来存放任务文件")
        case .imageNeeded:
            Text(
                en: "--kind kubernetes needs --image NAME, the container image that holds greenalu",
                zh: "--kind kubernetes 需要 --image，即含有 greenalu 的容器镜像")
        case .imageUnused:
            Text(
                en: "--image belongs to --kind kubernetes; leave it out",
                zh: "--image 只用于 --kind kubernetes；请去掉")
        case .programEmpty:
            Text(
                en: "--program is empty; name the program or leave the option out",
                zh: "--program 为空；请给出程序名，或去掉该选项")
        case .written:
            Text(
                en: "Job of {shards} shards written to {path}",
                zh: "{shards} 个分片的任务已写入 {path}")
        case .begin: Text(en: "Begin with: sh {file}", zh: "启动：sh {file}")
        case .beginSnakemake:
            Text(
                en: "Begin with: snakemake --cores all --snakefile {file}",
                zh: "启动：snakemake --cores all --snakefile {file}")
        case .beginKubernetes:
            Text(en: "Begin with: kubectl apply -f {file}", zh: "启动：kubectl apply -f {file}")
        case .submission:
            Text(
                en: "Submits the shards as a job array and the merge behind them. Arguments go on "
                    + "to sbatch, for example --partition=main. Prints the numbers of both jobs.",
                zh: "提交分片作业数组及其后的合并作业。参数转交 sbatch，例如 --partition=main。输出两个作业号。")
        case .batchShards:
            Text(
                en: "One shard a task. A task whose node fails is queued again; a shard that is "
                    + "done is skipped. A minute before the time is up the program is told to stop; "
                    + "it then leaves nothing behind, so allow for the whole shard.",
                zh: "每个任务做一个分片。节点失效的任务会重新排队；已完成的分片会跳过。"
                    + "时限前一分钟通知程序停止，此时该分片不留任何结果，因此时限须容纳整个分片。")
        case .mergeScript:
            Text(
                en: "Puts the parts together; refuses if any is missing.",
                zh: "合并各部分结果；缺少任何部分则拒绝。")
        case .shardScript:
            Text(
                en: "Runs one shard: sh shard.sh NUMBER [THREADS], the number from 1 to {shards}. "
                    + "A shard that is done is skipped.",
                zh: "运行一个分片：sh shard.sh 编号 [线程数]，编号为 1 至 {shards}。已完成的分片会跳过。")
        case .snakefile:
            Text(
                en: "On this machine: snakemake --cores all. Through Slurm: snakemake --executor "
                    + "slurm --jobs 20. Both with --snakefile and the path of this file where it "
                    + "lies elsewhere.",
                zh: "本机：snakemake --cores all。经由 Slurm：snakemake --executor slurm --jobs 20。"
                    + "不在本文件夹中运行时，另加 --snakefile 和本文件的路径。")
        case .snakefileMark:
            Text(
                en: "The folder merged is replaced whole, so Snakemake watches this mark.",
                zh: "merged 文件夹整体替换，因此 Snakemake 只跟踪此标记。")
        case .parallelRun:
            Text(
                en: "Runs all shards on this machine, then merges. Run again, it does what is "
                    + "missing or failed. Arguments go on to GNU parallel, for example --jobs 4.",
                zh: "在本机运行全部分片，然后合并。再次运行时只做缺失或失败的部分。参数转交 GNU parallel，例如 --jobs 4。")
        case .kubernetes:
            Text(
                en: "Not tried on a cluster. The claim greenalu must be there, a volume that every "
                    + "node can write; scenario files and tables of your own lie in it, their "
                    + "paths as given from its root.",
                zh: "未在集群上试运行。须有名为 greenalu 的存储卷声明，各节点均可写入；"
                    + "自备的情景文件和数据表放在其中，路径以其根目录为准。")
        case .kubernetesSteps:
            Text(
                en: "kubectl apply -f shards.yaml; kubectl wait --for=condition=complete "
                    + "--timeout=-1s job/{shards}; kubectl apply -f merge.yaml",
                zh: "依次：kubectl apply -f shards.yaml；kubectl wait --for=condition=complete "
                    + "--timeout=-1s job/{shards}；kubectl apply -f merge.yaml")
        }
    }
}

/// Help texts of `generate-runs`.
public enum JobHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "job_help"

    case generate, generateDiscussion, kind, shards, threads, minutes, megabytes, program, image

    public var text: Text {
        switch self {
        case .generate:
            Text(
                en: "Write a job that runs an ensemble in shards.",
                zh: "生成分片运行抽样的任务文件。")
        case .generateDiscussion:
            Text(
                en: "For Slurm, Snakemake, GNU parallel or Kubernetes. The options are checked as "
                    + "ensemble would check them. The job works in the present folder, leaves its "
                    + "parts in DIR/parts and the tables in DIR/merged.",
                zh: "用于 Slurm、Snakemake、GNU parallel 或 Kubernetes。选项按 ensemble 的规则检查。"
                    + "任务在当前文件夹中运行，部分结果写入 DIR/parts，结果表写入 DIR/merged。")
        case .kind: Text(en: "Engine that runs the job.", zh: "运行任务的引擎。")
        case .shards: Text(en: "Number of shards.", zh: "分片数。")
        case .threads: Text(en: "Threads of a task.", zh: "每个任务的线程数。")
        case .minutes:
            Text(
                en: "Minutes a task may take; 60 unless given (parallel: no limit).",
                zh: "每个任务的时限，分钟；默认 60（parallel 不设限）。")
        case .megabytes:
            Text(
                en: "Megabytes of memory of a task; 1000 unless given (parallel: no limit).",
                zh: "每个任务的内存，兆字节；默认 1000（parallel 不设限）。")
        case .program:
            Text(en: "How the job calls this program.", zh: "任务调用本程序的方式。")
        case .image:
            Text(
                en: "Container image that holds greenalu (kubernetes).",
                zh: "含有 greenalu 的容器镜像（kubernetes）。")
        }
    }
}
