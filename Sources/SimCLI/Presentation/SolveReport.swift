internal import Simulator

/// How the solution of a program from a file ended, for people.
struct SolveReport {
    private let file: ProgramFile
    private let result: ProgramResult
    private let tolerance: Double
    private let language: Language

    init(_ file: ProgramFile, _ result: ProgramResult, tolerance: Double, language: Language) {
        self.file = file
        self.result = result
        self.tolerance = tolerance
        self.language = language
    }

    private func say(_ message: SolveMessage, _ arguments: [String: String] = [:]) -> String {
        Message(message, verbatim: arguments).rendered(in: language)
    }

    private func paragraph(_ text: String) -> String {
        DisplayWidth.wrapped(text) + "\n"
    }

    var text: String { heading + "\n" + table + "\n" + paragraph(explanation) }

    private var heading: String {
        guard let summary = file.summary else { return paragraph(file.place[language]) }
        let place = file.place[language]
        return paragraph(
            say(
                summary.maximizes ? .headingMaximise : .headingMinimise,
                ["name": summary.name.isEmpty ? "-" : summary.name, "file": place]))
            + paragraph(
                say(
                    .size,
                    [
                        "rows": "\(summary.rowCount)", "variables": "\(summary.variableCount)",
                        "entries": "\(summary.entryCount)",
                        "quadratic": "\(summary.quadraticCount)",
                    ]))
    }

    /// Powers of ten as people write them: `1e-8`.
    private static func number(_ value: Double, digits: Int) -> String {
        DecimalText.exact(DecimalText.significant(value, digits: digits))
            .replacing("e-0", with: "e-").replacing("e+", with: "e")
    }

    private var table: String {
        var table = TextTable([.left, .right])
        func add(_ label: SolveMessage, _ value: Double?, digits: Int) {
            guard let value else { return }
            table.append([
                say(label), Self.number(value, digits: digits),
            ])
        }
        table.append([say(.status), say(status)])
        add(.objective, result.objective, digits: 10)
        add(.primalResidual, result.primalResidual, digits: 3)
        add(.dualResidual, result.dualResidual, digits: 3)
        add(.complementarity, result.complementarity, digits: 3)
        add(.gap, result.gap, digits: 3)
        add(.proofViolation, result.proofViolation, digits: 3)
        table.append([say(.iterations), "\(result.iterations)"])
        return table.text()
    }

    private var status: SolveMessage {
        switch result.status {
        case .optimal: .statusOptimal
        case .primalInfeasible: .statusPrimalInfeasible
        case .dualInfeasible: .statusDualInfeasible
        case .notConverged: .statusNotConverged
        }
    }

    private var explanation: String {
        let limit = ["tolerance": Self.number(tolerance, digits: 3)]
        return switch result.status {
        case .optimal: say(.explainOptimal, limit)
        case .primalInfeasible:
            file.contradictionCount > 0
                ? say(.explainCrossedBounds, ["count": "\(file.contradictionCount)"])
                : say(.explainPrimalInfeasible)
        case .dualInfeasible: say(.explainDualInfeasible)
        case .notConverged: say(.explainNotConverged, limit)
        }
    }
}
