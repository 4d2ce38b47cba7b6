internal import Simulator

/// The files of a job for one of the engines.
struct JobFiles {
    let kind: JobKind
    let commands: JobCommands
    let resources: JobResources
    /// The folder in which the commands run, where it is not the engine's own.
    let workingFolder: String
    /// Of a container.
    let image: String
    /// What tells jobs of different studies apart.
    let mark: String
    let language: Language

    private var shards: Int { commands.shards }

    var files: [(name: String, bytes: [UInt8])] {
        switch kind {
        case .sbatch:
            [
                file("submit.sh", submission), file("shards.sbatch", batchShards),
                file("merge.sbatch", batchMerge),
            ]
        case .snakemake:
            [
                file("Snakefile", snakefile), file("shard.sh", shardScript),
                file("merge.sh", mergeScript),
            ]
        case .parallel:
            [
                file("run.sh", parallelRun), file("shard.sh", shardScript),
                file("merge.sh", mergeScript),
            ]
        case .kubernetes:
            [file("shards.yaml", kubernetesShards), file("merge.yaml", kubernetesMerge)]
        }
    }

    /// The file that starts the job.
    var entry: String { files.first?.name ?? "" }

    private func file(_ name: String, _ lines: [String]) -> (name: String, bytes: [UInt8]) {
        (name, Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    private func comment(_ message: JobMessage, _ arguments: [String: String] = [:]) -> [String] {
        let text = Message(message, verbatim: arguments).rendered(in: language)
        return DisplayWidth.wrapped(text, width: 76).split(separator: "\n").map { "# \($0)" }
    }

    private static let shell = "#!/bin/sh"
    private static let strict = "set -eu"
    private static let ownFolder = "cd -- \"$(dirname -- \"$0\")\""

    private var workingFolderLine: String { "cd -- \(ShellWord.quoted(workingFolder))" }

    // MARK: - Scripts of one task

    private var shardScript: [String] {
        var lines = [Self.shell]
        lines += comment(.shardScript, ["shards": "\(shards)"])
        lines.append(Self.strict)
        lines.append(workingFolderLine)
        lines += commands.shard(index: "$1", threads: "\"${2:-\(resources.threads)}\"")
        return lines
    }

    private var mergeScript: [String] {
        var lines = [Self.shell]
        lines += comment(.mergeScript)
        lines.append(Self.strict)
        lines.append(workingFolderLine)
        lines += commands.merge
        return lines
    }

    // MARK: - Slurm

    private var submission: [String] {
        var lines = [Self.shell]
        lines += comment(.submission)
        lines.append(Self.strict)
        lines.append(Self.ownFolder)
        lines.append("shards=$(sbatch --parsable \"$@\" shards.sbatch)")
        lines.append("shards=${shards%%;*}")
        lines.append(
            "merge=$(sbatch --parsable --dependency=\"afterok:$shards\" "
                + "--kill-on-invalid-dep=yes \"$@\" merge.sbatch)")
        lines.append("printf '%s %s\\n' \"$shards\" \"${merge%%;*}\"")
        return lines
    }

    private var batchShards: [String] {
        var lines = [Self.shell]
        lines += comment(.batchShards)
        lines.append("#SBATCH --job-name=greenalu-shards")
        lines.append("#SBATCH --array=1-\(shards)")
        lines += batchOptions(threads: resources.threads)
        lines.append("#SBATCH --signal=B:TERM@60")
        lines.append("#SBATCH --output=shard-%a.log")
        lines.append(Self.strict)
        lines.append(workingFolderLine)
        lines += commands.shard(index: "$SLURM_ARRAY_TASK_ID", threads: "\(resources.threads)")
        return lines
    }

    private var batchMerge: [String] {
        var lines = [Self.shell]
        lines += comment(.mergeScript)
        lines.append("#SBATCH --job-name=greenalu-merge")
        lines += batchOptions(threads: resources.threads)
        lines.append("#SBATCH --output=merge.log")
        lines.append(Self.strict)
        lines.append(workingFolderLine)
        lines += commands.merge
        return lines
    }

    private func batchOptions(threads: Int) -> [String] {
        [
            "#SBATCH --ntasks=1", "#SBATCH --cpus-per-task=\(threads)",
            "#SBATCH --mem=\(resources.megabytesOrStandard)M",
            "#SBATCH --time=\(resources.minutesOrStandard)", "#SBATCH --requeue",
            "#SBATCH --open-mode=append",
        ]
    }

    // MARK: - Snakemake

    private var snakefile: [String] {
        let total = String(shards)
        let padded = String(repeating: "0", count: max(0, 4 - total.count)) + total
        let part = "parts/part-{index}-of-\(padded).draws"
        let limits =
            "mem_mb=\(resources.megabytesOrStandard), runtime=\(resources.minutesOrStandard)"
        var lines = comment(.snakefile)
        lines.append("workdir: workflow.basedir")
        lines.append("")
        lines.append("rule merged:")
        lines.append("    input: \"merged.done\"")
        lines.append("")
        lines.append("rule merge:")
        lines.append(
            "    input: expand(\"\(part)\", index=[f\"{i:04d}\" for i in range(1, \(shards + 1))])")
        lines += comment(.snakefileMark).map { "    \($0)" }
        lines.append("    output: touch(\"merged.done\")")
        lines.append("    threads: \(resources.threads)")
        lines.append("    resources: \(limits)")
        lines.append("    shell: \"sh merge.sh\"")
        lines.append("")
        lines.append("rule shard:")
        lines.append("    output: \"\(part)\"")
        lines.append("    wildcard_constraints: index=r\"\\d{4}\"")
        lines.append("    threads: \(resources.threads)")
        lines.append("    retries: 2")
        lines.append("    resources: \(limits)")
        lines.append("    shell: \"sh shard.sh {wildcards.index} {threads}\"")
        return lines
    }

    // MARK: - GNU parallel

    private var parallelRun: [String] {
        var options = "--joblog shards.joblog --resume-failed"
        if let minutes = resources.minutes { options += " --timeout \(minutes * 60)" }
        if let megabytes = resources.megabytes { options += " --memfree \(megabytes)M" }
        var lines = [Self.shell]
        lines += comment(.parallelRun)
        lines.append(Self.strict)
        lines.append(Self.ownFolder)
        lines.append("jobs=$(($(getconf _NPROCESSORS_ONLN) / \(resources.threads)))")
        lines.append("[ \"$jobs\" -ge 1 ] || jobs=1")
        lines.append("seq 1 \(shards) | parallel --jobs \"$jobs\" \\")
        lines.append("    \(options) \\")
        lines.append("    \"$@\" sh shard.sh")
        lines.append(["exec", "sh", "merge.sh"].joined(separator: " "))
        return lines
    }

    // MARK: - Kubernetes

    private var kubernetesShards: [String] {
        let command = commands.shard(
            index: "$((JOB_COMPLETION_INDEX+1))", threads: "\(resources.threads)")
        var lines = comment(.kubernetes)
        lines += comment(
            .kubernetesSteps, ["shards": "greenalu-shards-\(mark)"])
        lines += kubernetesHead("greenalu-shards-\(mark)")
        lines.append("  completionMode: Indexed")
        lines.append("  completions: \(shards)")
        lines.append("  parallelism: \(shards)")
        lines.append("  backoffLimit: \(shards)")
        lines += kubernetesTemplate(command)
        return lines
    }

    private var kubernetesMerge: [String] {
        var lines = comment(.kubernetes)
        lines += kubernetesHead("greenalu-merge-\(mark)")
        lines.append("  backoffLimit: 2")
        lines += kubernetesTemplate(commands.merge)
        return lines
    }

    private func kubernetesHead(_ name: String) -> [String] {
        [
            "apiVersion: batch/v1", "kind: Job", "metadata:", "  name: \(name)", "spec:",
        ]
    }

    private func kubernetesTemplate(_ command: [String]) -> [String] {
        // Kubernetes reads $(NAME) in arguments, and $$ as $.
        let script = command.joined(separator: "\n").replacing("$", with: "$$")
        let memory = "\(resources.megabytesOrStandard)M"
        var lines = ["  template:", "    spec:", "      restartPolicy: Never"]
        lines.append("      activeDeadlineSeconds: \(resources.minutesOrStandard * 60)")
        lines.append("      terminationGracePeriodSeconds: 60")
        lines.append("      containers:")
        lines.append("        - name: greenalu")
        lines.append("          image: \(JSONValue.quoted(image))")
        lines.append("          workingDir: /study")
        lines.append("          command: [\"/bin/sh\", \"-c\"]")
        lines.append("          args:")
        lines.append("            - \(JSONValue.quoted(script))")
        lines.append("          resources:")
        lines.append("            requests: {cpu: \"\(resources.threads)\", memory: \(memory)}")
        lines.append("            limits: {memory: \(memory)}")
        lines.append("          volumeMounts:")
        lines.append("            - {name: study, mountPath: /study}")
        lines.append("      volumes:")
        lines.append("        - name: study")
        lines.append("          persistentVolumeClaim: {claimName: greenalu}")
        return lines
    }
}
