internal import NumericalMethods

/// What one future comes to, as far as it is asked for.
struct SensitivityRecord: Sendable {
    let status: DrawStatus
    let cutCount: Int
    /// By output; NaN where there is none.
    let values: [Double]
    /// Quantiles of the factors, where they are kept.
    let quantiles: [Double]
}

/// The futures of a study, worked out.
public struct SensitivityEvaluations: Sendable {
    public internal(set) var statuses: [DrawStatus] = []
    /// Evaluation by evaluation, the outputs of each.
    var values: [Double] = []
    /// Draw by draw, the quantiles of the factors; empty where the design says all.
    var quantiles: [Double] = []
    /// Values, over all evaluations, that the range of their key cut.
    public internal(set) var cutCount = 0

    mutating func append(_ record: SensitivityRecord) {
        statuses.append(record.status)
        values += record.values
        quantiles += record.quantiles
        cutCount += record.cutCount
    }

    /// One output over all evaluations.
    func column(_ output: Int, of outputs: Int) -> [Double] {
        statuses.indices.map { values[$0 * outputs + output] }
    }
}

extension SensitivityStudy {
    func record(of evaluation: Int) throws -> SensitivityRecord {
        let point = try point(of: evaluation)
        let future = ensemble.model.future(at: point)
        let course = try ensemble.course(of: future, followsToday: false)
        return SensitivityRecord(
            status: course.status, cutCount: future.cutCount,
            values: outputs.map { $0.value(course, year: yearIndex) },
            quantiles: settings.method == .pawn ? ensemble.model.quantiles(point) : [])
    }

    /// Works all evaluations out.
    /// - Parameter tell: called after each, on one thread at a time, in order.
    /// - Returns: fewer than ``evaluationCount`` where the flag was set.
    public func evaluations(
        stop: StopFlag, tell: @escaping @Sendable (EnsembleProgress) -> Void
    ) throws -> SensitivityEvaluations {
        let total = evaluationCount
        let kept = Shared(SensitivityEvaluations())
        try OrderedWork.run(
            count: total, threads: settings.threads, isStopped: { stop.isSet },
            work: { evaluation in try record(of: evaluation) },
            deliver: { evaluation, record in
                try kept.change { $0.append(record) }
                tell(EnsembleProgress(done: evaluation + 1, total: total))
            })
        return kept.value
    }
}
