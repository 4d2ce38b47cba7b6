internal import NumericalMethods

extension QPSFault {
    /// What is wrong, the rule, and what to do.
    var message: Message {
        func say(_ entry: ModelFileMessage, _ arguments: [String: String] = [:]) -> Message {
            Message(entry, verbatim: arguments)
        }
        switch kind {
        case .compressed: return say(.compressed)
        case .unknownSection(let value): return say(.unknownSection, ["value": value])
        case .unsupportedSection(let value): return say(.unsupportedSection, ["value": value])
        case .dataOutsideSection: return say(.dataOutsideSection)
        case .unknownSense(let value): return say(.unknownSense, ["value": value])
        case .incompleteRow: return say(.incompleteRow)
        case .unknownRowType(let value): return say(.unknownRowType, ["value": value])
        case .duplicateRow(let name, let first):
            return say(.duplicateRow, ["name": name, "first": "\(first)"])
        case .incompletePairs: return say(.incompletePairs)
        case .unknownRow(let name): return say(.unknownRow, ["name": name])
        case .notANumber(let value): return say(.notANumber, ["value": value])
        case .notFinite(let value): return say(.notFinite, ["value": value])
        case .splitColumn(let name, let first):
            return say(.splitColumn, ["name": name, "first": "\(first)"])
        case .duplicateEntry(let row, let column, let first):
            return say(.duplicateEntry, ["row": row, "column": column, "first": "\(first)"])
        case .duplicateLimit(let row, let first):
            return say(.duplicateLimit, ["row": row, "first": "\(first)"])
        case .infiniteLimit(let row): return say(.infiniteLimit, ["row": row])
        case .unknownMarker(let value): return say(.unknownMarker, ["value": value])
        case .integerVariables(let count): return say(.integerVariables, ["count": "\(count)"])
        case .incompleteBound: return say(.incompleteBound)
        case .unknownBoundType(let value): return say(.unknownBoundType, ["value": value])
        case .unsupportedBoundType(let value): return say(.unsupportedBoundType, ["value": value])
        case .unknownVariable(let name): return say(.unknownVariable, ["name": name])
        case .infiniteBound(let variable, let value):
            return say(.infiniteBound, ["name": variable, "value": value])
        case .crossedBounds(let variable, let lower, let upper):
            return say(
                .crossedBounds,
                [
                    "name": variable, "lower": DecimalText.exact(lower),
                    "upper": DecimalText.exact(upper),
                ])
        case .duplicateQuadratic(let first, let second, let line):
            return say(
                .duplicateQuadratic,
                ["first_name": first, "second_name": second, "first": "\(line)"])
        case .asymmetricQuadratic(let first, let second):
            return say(.asymmetricQuadratic, ["first_name": first, "second_name": second])
        case .quadraticRow(let row): return say(.quadraticRow, ["row": row])
        case .noObjective: return say(.noObjective)
        case .unknownObjective(let name): return say(.unknownObjective, ["name": name])
        case .noEnd: return say(.noEnd)
        case .tooManyFaults: return say(.tooManyFaults)
        case .inconsistent(let reason): return say(.inconsistent, ["reason": reason])
        }
    }
}

extension QPSRemark {
    var message: Message {
        switch kind {
        case .ignoredObjectives(let count):
            Message(ModelFileMessage.ignoredObjectives, verbatim: ["count": "\(count)"])
        case .ignoredSet(let section, let name, let used):
            Message(
                ModelFileMessage.ignoredSet,
                verbatim: ["section": section, "name": name, "used": used])
        case .ignoredRange(let row):
            Message(ModelFileMessage.ignoredRange, verbatim: ["row": row])
        case .freedLowerBound(let variable, let upper):
            Message(
                ModelFileMessage.freedLowerBound,
                verbatim: ["name": variable, "upper": DecimalText.exact(upper)])
        case .replacedBound(let variable):
            Message(ModelFileMessage.replacedBound, verbatim: ["name": variable])
        case .relaxedIntegers(let count):
            Message(ModelFileMessage.relaxedIntegers, verbatim: ["count": "\(count)"])
        case .binaryByDefault(let count):
            Message(ModelFileMessage.binaryByDefault, verbatim: ["count": "\(count)"])
        }
    }
}
