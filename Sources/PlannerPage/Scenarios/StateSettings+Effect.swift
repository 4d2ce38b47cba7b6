internal import Simulator

/// What each option of a state does to the values below it.
extension StateSettings {
    /// Assignments by place, each with the index of its option, lowest first.
    private var byPlace: [ScenarioAddress: [(option: Int, assignment: ScenarioAssignment)]] {
        var result: [ScenarioAddress: [(option: Int, assignment: ScenarioAssignment)]] = [:]
        for (index, option) in options.enumerated() {
            // Within one option the narrower assignment wins.
            var own: [ScenarioAddress: ScenarioAssignment] = [:]
            for assignment in option.layer.assignments {
                if let other = own[assignment.address], other.breadth <= assignment.breadth {
                    continue
                }
                own[assignment.address] = assignment
            }
            for (address, assignment) in own {
                result[address, default: []].append((index, assignment))
            }
        }
        return result
    }

    private func value(
        _ address: ScenarioAddress,
        _ stack: [(option: Int, assignment: ScenarioAssignment)],
        without left: Set<Int>
    ) -> ScenarioValue? {
        var value = opened.value(address)
        for (option, assignment) in stack where !left.contains(option) {
            if assignment.appends, case .identifiers(let names)? = assignment.value,
                case .identifiers(let below)? = value
            {
                value = .identifiers(Set(names).union(below).sorted())
            } else {
                value = assignment.value ?? .choice("none")
            }
        }
        return value
    }

    /// Indices of the options without which every value is the same.
    var idle: Set<Int> {
        let places = byPlace
        var groups: [Origin: [Int]] = [:]
        for (index, option) in options.enumerated() {
            groups[option.origin, default: []].append(index)
        }
        let order = groups.values.sorted { ($0.last ?? 0) > ($1.last ?? 0) }
        var left = Set<Int>()
        var isStable = false
        while !isStable {
            isStable = true
            for group in order where !left.contains(group[0]) {
                let without = left.union(group)
                let matters = group.contains { index in
                    let layer = options[index].layer
                    let changesRange = layer.uncertainty.contains {
                        opened.scenario.uncertainty[$0.place]?.value != $0.value
                    }
                    return changesRange
                        || layer.assignments.contains { assignment in
                            let stack = places[assignment.address] ?? []
                            return value(assignment.address, stack, without: left)
                                != value(assignment.address, stack, without: without)
                        }
                }
                if !matters {
                    left = without
                    isStable = false
                }
            }
        }
        return left
    }

    /// The value at a place without the setting for that place alone.
    func value(_ address: ScenarioAddress, withoutOwn: Bool = false) -> ScenarioValue? {
        let written = address.written
        var left = Set<Int>()
        var stack: [(option: Int, assignment: ScenarioAssignment)] = []
        for (index, option) in options.enumerated() {
            if withoutOwn, option.key == written, case .setting = option.origin {
                left.insert(index)
            }
            let here = option.layer.assignments.filter { $0.address == address }
            if let narrowest = here.min(by: { $0.breadth < $1.breadth }) {
                stack.append((index, narrowest))
            }
        }
        return value(address, stack, without: left)
    }
}
