internal import ArgumentParser
internal import Simulator

/// Writes a job that runs an ensemble in shards on an engine for many machines.
struct GenerateRunsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "generate-runs", abstract: JobHelp.generate.shown,
            discussion: JobHelp.generateDiscussion.shown)
    }

    @OptionGroup var scenarioOptions: ScenarioOptions

    @Option(help: JobHelp.kind.help())
    var kind: JobKind

    @Option(help: JobHelp.shards.help())
    var shards: Int

    @OptionGroup var samplingOptions: SamplingOptions

    @Option(name: .customLong("plan"), help: EnsembleHelp.treatment.help())
    var treatment: EnsembleTreatment = .anew

    @Flag(name: .customLong("all-draws"), help: EnsembleHelp.allDraws.help())
    var keepsDraws = false

    @Option(help: JobHelp.threads.help())
    var threads: Int = 1

    @Option(name: .customLong("time"), help: JobHelp.minutes.help("minutes"))
    var minutes: Int?

    @Option(name: .customLong("memory"), help: JobHelp.megabytes.help("megabytes"))
    var megabytes: Int?

    @Option(help: JobHelp.program.help("path"))
    var program: String = "greenalu"

    @Option(help: JobHelp.image.help("name"))
    var image: String?

    @OptionGroup var dataOptions: DataOptions

    /// Below, Slurm, which warns up to a minute early, might stop a task as it begins.
    private static let leastMinutes = 5
    private static let minuteLimit = 525_600
    private static let leastMegabytes = 50
    private static let megabyteLimit = 10_000_000

    func validate() throws {
        func refuse(_ message: JobMessage, _ arguments: [String: String] = [:]) throws {
            throw ValidationError(
                Message(message, verbatim: arguments).rendered(in: CommandLanguage.current))
        }
        if !(1...EnsembleShard.limit).contains(shards) {
            try refuse(
                .shardsOutside, ["value": "\(shards)", "limit": "\(EnsembleShard.limit)"])
        }
        if shards > samplingOptions.draws {
            try refuse(
                .shardsOverDraws, ["shards": "\(shards)", "draws": "\(samplingOptions.draws)"])
        }
        try ThreadCount.check(threads)
        if let minutes, !(Self.leastMinutes...Self.minuteLimit).contains(minutes) {
            try refuse(
                .minutesOutside,
                [
                    "value": "\(minutes)", "least": "\(Self.leastMinutes)",
                    "limit": "\(Self.minuteLimit)",
                ])
        }
        if let megabytes, !(Self.leastMegabytes...Self.megabyteLimit).contains(megabytes) {
            try refuse(
                .megabytesOutside,
                [
                    "value": "\(megabytes)", "least": "\(Self.leastMegabytes)",
                    "limit": "\(Self.megabyteLimit)",
                ])
        }
        if scenarioOptions.outputFolder == nil { try refuse(.outNeeded) }
        if program.isEmpty { try refuse(.programEmpty) }
        if kind == .kubernetes, (image ?? "").isEmpty { try refuse(.imageNeeded) }
        if kind != .kubernetes, image != nil { try refuse(.imageUnused) }
    }

    func run() throws {
        guard let path = scenarioOptions.outputFolder else { return }
        let session = try Session(dataOptions)
        let study = try session.ensembleStudy(
            scenarioOptions, samplingOptions, treatment: treatment, threads: threads)
        let folder = try RunFolder.prepare(at: path, files: session.files)
        let job: JobFiles
        do {
            job = try jobFiles(at: path, session: session)
        } catch {
            folder.abandon()
            throw error
        }
        try folder.commit(study.job(of: job.files, kind: kind.rawValue, shards: shards))
        session.say(
            Message(JobMessage.written, verbatim: ["shards": "\(shards)", "path": path]))
        let begin: JobMessage =
            switch kind {
            case .sbatch, .parallel: .begin
            case .snakemake: .beginSnakemake
            case .kubernetes: .beginKubernetes
            }
        session.say(
            Message(begin, verbatim: ["file": ShellWord.quoted("\(path)/\(job.entry)")]))
    }

    private func jobFiles(at path: String, session: Session) throws -> JobFiles {
        let here = try session.files.resolvedPath(of: ".")
        let folder = path.hasPrefix("/") ? path : "\(here)/\(path)"
        let options = words
        // Two studies may share a volume, so their names there tell them apart.
        let identity = ([scenarioOptions.scenario, "\(shards)"] + options).joined(separator: "\n")
        let mark = String(FileDigest.sha256(Array(identity.utf8)).prefix(8))
        let isElsewhere = kind == .kubernetes
        let commands = JobCommands(
            program: program, options: options, scenario: scenarioOptions.scenario,
            language: session.language.rawValue, keepsDraws: keepsDraws, shards: shards,
            parts: isElsewhere ? "parts-\(mark)" : "\(folder)/parts",
            merged: isElsewhere ? "merged-\(mark)" : "\(folder)/merged")
        return JobFiles(
            kind: kind, commands: commands,
            resources: JobResources(threads: threads, minutes: minutes, megabytes: megabytes),
            workingFolder: here, image: image ?? "", mark: mark, language: session.language)
    }

    /// The options of `ensemble` as words of a shell.
    private var words: [String] {
        var result = [
            "--draws \(samplingOptions.draws)", "--seed \(samplingOptions.seedNumber)",
            "--sampling \(samplingOptions.sampling.rawValue)", "--plan \(treatment.rawValue)",
        ]
        for setting in scenarioOptions.settings {
            result.append(ShellWord.option("--set", setting))
        }
        if let mode = scenarioOptions.mode { result.append("--mode \(mode.rawValue)") }
        if let folder = dataOptions.dataFolder ?? InputFolders.dataOfEnvironment {
            result.append(ShellWord.option("--data", folder))
        }
        return result
    }
}
