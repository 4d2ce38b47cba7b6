import Foundation
import NumericalMethods

/// Times one solver on one instance and writes times, counts, memory and answers to a folder.
struct SolverRun {
    /// What `result.json` holds; peers write the same keys.
    struct Report: Codable {
        var solver: String
        var form = "structured"
        var status = ""
        var cold: [Seconds] = []
        var resolve: [Seconds] = []
        var resolveStatus = ""
        var counts: [String: Int] = [:]
        var resolveCounts: [String: Int] = [:]
        var startMegabytes: Double?
        var peakMegabytes: Double?
    }

    struct Seconds: Codable {
        var processor: Double
        var wall: Double
    }

    let arguments: Arguments

    init(_ arguments: Arguments) {
        self.arguments = arguments
    }

    func run() throws {
        let folder = try arguments.requiredFolder()
        let solver = try BenchmarkedSolver.named(arguments.solver)
        let instance = try arguments.instance()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var report = Report(solver: solver.name)
        Measurement.resetPeak()
        report.startMegabytes = Measurement.residentMegabytes
        for round in 0..<arguments.repeats {
            let (first, coldTime) = try Measurement.time { try solver.solve(instance.base) }
            if round == 0 { report.peakMegabytes = Measurement.peakMegabytes }
            let (second, nextTime) = try Measurement.time { try first.1(instance.neighbour) }
            report.cold.append(Seconds(processor: coldTime.processor, wall: coldTime.wall))
            report.resolve.append(Seconds(processor: nextTime.processor, wall: nextTime.wall))
            guard round == 0 else { continue }
            (report.status, report.counts) = (first.0.status, first.0.counts)
            (report.resolveStatus, report.resolveCounts) = (second.status, second.counts)
            try Self.write(first.0, "cold", folder)
            try Self.write(second, "resolve", folder)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try encoder.encode(report).write(to: folder.appendingPathComponent("result.json"))
    }

    static func write(_ answer: BenchmarkedSolver.Answer, _ name: String, _ folder: URL) throws {
        try NumpyFile.write(
            answer.variables, to: folder.appendingPathComponent(name + "-variables.npy"))
        try NumpyFile.write(
            answer.rowDuals, to: folder.appendingPathComponent(name + "-row-duals.npy"))
    }
}
