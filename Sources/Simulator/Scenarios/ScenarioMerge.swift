/// Lays layers over each other, lowest first, by the merge rule of ``Scenario``.
struct ScenarioMerge {
    private(set) var assignments: [ScenarioAddress: ScenarioAssignment] = [:]
    private(set) var replaced: [ScenarioAddress: ScenarioAssignment] = [:]
    private(set) var restatements: [ScenarioAssignment] = []
    private(set) var notices: [Finding] = []

    mutating func add(_ layer: ScenarioLayer) {
        let broadFirst = layer.assignments.enumerated().sorted { first, second in
            if first.element.breadth != second.element.breadth {
                return first.element.breadth > second.element.breadth
            }
            return first.offset < second.offset
        }
        var own: [ScenarioAddress: ScenarioAssignment] = [:]
        for (_, assignment) in broadFirst { own[assignment.address] = assignment }
        for assignment in own.values.sorted(by: { $0.address < $1.address }) { put(assignment) }
    }

    private mutating func put(_ assignment: ScenarioAssignment) {
        let below = assignments[assignment.address]
        var assignment = assignment
        if let below {
            replaced[assignment.address] = below
            assignment = joined(assignment, below)
            if below.value == assignment.value { restatements.append(assignment) }
        }
        assignments[assignment.address] = assignment
    }

    /// A list with that of the layer below, where the file says `append`; a list that silently
    /// takes the place of another is remarked on.
    private mutating func joined(
        _ assignment: ScenarioAssignment, _ below: ScenarioAssignment
    ) -> ScenarioAssignment {
        guard case .identifiers(let names)? = assignment.value,
            case .identifiers(let earlier)? = below.value
        else { return assignment }
        if assignment.appends {
            var result = ScenarioAssignment(
                address: assignment.address,
                value: .identifiers(Set(names).union(earlier).sorted()), file: assignment.file,
                line: assignment.line, breadth: assignment.breadth)
            result.appends = true
            return result
        }
        let lost = earlier.filter { !names.contains($0) }
        if !lost.isEmpty, !assignment.replacesInWords {
            notices.append(
                Finding(
                    .notice,
                    Message(
                        ScenarioMessage.listReplaced,
                        verbatim: [
                            "lost": lost.joined(separator: ", "),
                            "place": Location(file: below.file, line: below.line)
                                .rendered(in: .english),
                        ]),
                    at: Location(
                        file: assignment.file, line: assignment.line,
                        keyPath: assignment.address.written)))
        }
        return assignment
    }
}
