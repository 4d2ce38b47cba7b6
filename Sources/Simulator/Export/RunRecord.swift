internal import NumericalMethods

/// One run with all it needs to be written down: the files of a run folder and the JSON of the
/// command line come from here.
public struct RunRecord: Sendable {
    public let command: String
    public let scenario: Scenario
    public let data: DataSet
    public let outcome: Outcome
    public let plan: Plan?

    /// A projection without a plan.
    public init(scenario: Scenario, data: DataSet, outcome: Outcome) {
        command = "run"
        self.scenario = scenario
        self.data = data
        self.outcome = outcome
        plan = nil
    }

    public init(scenario: Scenario, data: DataSet, plan: Plan) {
        command = "plan"
        self.scenario = scenario
        self.data = data
        outcome = plan.outcome
        self.plan = plan
    }

    public var results: ResultTable { ResultTable(outcome) }

    /// The linear algebra library the program is linked with; another gives other last bits.
    public static var linearAlgebra: String { GSLRuntime.linearAlgebraLibrary }

    /// The files of the run folder, the manifest last.
    public func files() -> [(name: String, bytes: [UInt8])] {
        let files = contentFiles()
        return files + [("manifest.json", Array(manifest(of: files).rendered.utf8))]
    }

    /// What `manifest.json` says.
    var manifest: JSONValue { manifest(of: contentFiles()) }

    private func contentFiles() -> [(name: String, bytes: [UInt8])] {
        [
            ("results.csv", results.csv.bytes),
            ("smelter_results.csv", SmelterTable(outcome).csv.bytes),
            ("moves.csv", MoveTable(outcome: outcome, plan: plan).csv.bytes),
            ("reasons.csv", ReasonTable(plan).csv.bytes),
            ("missed_quotas.csv", MissedQuotaTable(outcome: outcome, plan: plan).csv.bytes),
            ("shadow_prices.csv", ShadowPriceTable(outcome: outcome, plan: plan).csv.bytes),
            (
                "effective_scenario.yaml",
                Array(EffectiveScenario.yaml(scenario, inputs: outcome.inputs).utf8)
            ),
        ]
    }

    /// What identifies the run: no clock, no path, no host.
    private func manifest(of files: [(name: String, bytes: [UInt8])]) -> JSONValue {
        let inputs =
            scenario.files.map { ($0.file, $0.sha256) }
            + data.digests.map { ($0.file, $0.sha256) }
        var members: [(key: String, value: JSONValue)] = [
            ("schema", .integer(1)),
            ("program", .text("greenalu")),
            ("version", .text(ProgramVersion.current)),
            ("command", .text(command)),
            ("scenario", .text(scenario.identifier)),
            ("options", .array(scenario.options.map(JSONValue.text))),
            // Nothing is drawn at random in a projection or a plan.
            ("seed", .null),
            ("linear_algebra", .text(Self.linearAlgebra)),
            (
                "inputs",
                .array(
                    inputs.map {
                        .object([("name", .text($0.0)), ("sha256", .text($0.1))])
                    })
            ),
            (
                "files",
                .array(
                    files.map {
                        .object([
                            ("name", .text($0.name)),
                            ("sha256", .text(FileDigest.sha256($0.bytes))),
                        ])
                    })
            ),
        ]
        if let plan { members.append(("plan", plan.summary)) }
        return .object(members)
    }

    /// The run as one JSON document, for `--format json`.
    public func document(language: Language) -> JSONValue {
        let table = results
        var members: [(key: String, value: JSONValue)] = [
            ("schema", .integer(1)),
            ("command", .text(command)),
            ("scenario", .text(scenario.identifier)),
            ("title", .text(scenario.title[language])),
        ]
        if let plan {
            members.append(("plan", plan.summary))
            members.append(("moves", MoveTable(outcome: outcome, plan: plan).json))
            members.append(("reasons", ReasonTable(plan).json))
            members.append(
                ("shadow_prices", ShadowPriceTable(outcome: outcome, plan: plan).json))
        }
        members.append(
            ("missed_quotas", MissedQuotaTable(outcome: outcome, plan: plan).json))
        members.append(
            (
                "results",
                .array(
                    table.rows.map { row in
                        let variable = VariableDefinition.all[row.variable]
                        return .object([
                            ("region", .text(row.province.map { table.regions[$0] } ?? "China")),
                            ("variable", .text(variable.name)), ("unit", .text(variable.unit)),
                            ("year", .integer(table.horizon.year(at: row.year))),
                            ("value", .number(DecimalText.significant(row.value, digits: 12))),
                        ])
                    })
            ))
        return .object(members)
    }
}

extension Plan {
    /// Million CNY; nil unless there is a plan.
    var summaryObjective: Double? {
        status == .optimal || wholeLines?.hasPlan == true ? objective : nil
    }

    /// Status, objective and exactness, as the manifest gives them.
    var summary: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("status", .text(status.rawValue)),
            ("objective", summaryObjective.map(JSONValue.number) ?? .null),
            ("primal_residual", certificate.primalResidual.map(JSONValue.number) ?? .null),
            ("dual_residual", certificate.dualResidual.map(JSONValue.number) ?? .null),
            ("gap", certificate.gap.map(JSONValue.number) ?? .null),
            ("iterations", .integer(iterations)),
            ("solver", .text((wholeLines == nil ? method : .general).rawValue)),
            ("fixed_cost", .number(fixedCost)),
            ("mode", .text(inputs.policy.mode.rawValue)),
        ]
        if let violation = certificate.proofViolation {
            members.append(("proof_violation", .number(violation)))
        }
        if let wholeLines { members.append(("whole_lines", wholeLines.summary)) }
        if !failedLimits.isEmpty {
            members.append(
                (
                    "failed_limits",
                    .array(
                        failedLimits.map { failed in
                            let words = LimitName(failed.limit, inputs: inputs)
                            return .object([
                                ("limit", .text(words.kind)),
                                ("province", words.province.map(JSONValue.text) ?? .null),
                                ("year", words.year.map(JSONValue.integer) ?? .null),
                                ("amount", .number(failed.amount)), ("unit", .text(words.unit)),
                            ])
                        })
                ))
        }
        if !repairs.isEmpty { members.append(("repairs", .array(repairs.map(summary)))) }
        return .object(members)
    }

    private func summary(_ repair: Repair) -> JSONValue {
        .object([
            (
                "means",
                .array(
                    RepairMeans.allCases.filter(repair.means.contains).map { .text($0.rawValue) })
            ),
            ("cost", .number(repair.cost)), ("objective", .number(repair.objective)),
            (
                "steps",
                .array(
                    repair.steps.map { step in
                        .object([
                            ("key", .text(step.address(inputs).written)),
                            ("unit", .text(step.unit)), ("from", .number(step.from)),
                            ("to", .number(step.to)),
                        ])
                    })
            ),
        ])
    }
}

/// The version of the program.
public enum ProgramVersion {
    public static let current = "0.1.0"
}

/// A limit in stable identifiers.
public struct LimitName: Sendable {
    public let kind: String
    public let province: String?
    public let year: Int?
    public let unit: String

    public init(_ limit: PlanningLimit, inputs: ModelInputs) {
        func code(_ province: Int) -> String { inputs.provinces[province].code }
        func calendar(_ year: Int) -> Int { inputs.horizon.year(at: year) }
        switch limit {
        case .quota(let province, let year):
            (kind, self.province, self.year) = ("quota", code(province), calendar(year))
            unit = "TWh"
        case .emissionCap(let year):
            (kind, province, self.year) = ("emission_cap", nil, calendar(year))
            unit = "MtCO2e"
        case .capacityCeiling(let year):
            (kind, province, self.year) = ("capacity_ceiling", nil, calendar(year))
            unit = "Mt/yr"
        case .nationalCleanShare(let year):
            (kind, province, self.year) = ("national_clean_share", nil, calendar(year))
            unit = "TWh"
        case .hosting(let province, let year):
            (kind, self.province, self.year) = ("hosting", code(province), calendar(year))
            unit = "Mt/yr"
        case .nationalPace(let year):
            (kind, province, self.year) = ("pace_national", nil, calendar(year))
            unit = "Mt/yr"
        default:
            (kind, province, year) = ("limit", nil, nil)
            unit = ""
        }
    }
}
