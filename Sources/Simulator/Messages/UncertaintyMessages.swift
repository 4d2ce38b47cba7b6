internal import NumericalMethods

/// What can be wrong with the `uncertainty` section of a scenario.
public enum UncertaintyMessage: String, CaseIterable, MessageCatalogue {
    public static let area = "uncertainty"

    case fieldMissing, unknownKey, unknownKeyNearest, keyIsNoNumber, keyNotUsed
    case distributionNeeds, distributionTakesNo, drawnTwice
    case correlationOfUnknown, correlationOutside, correlationWithItself, correlationTwice
    case correlationOfUnlike, correlationsContradict
    // Of a distribution.
    case notFinite, negativeDeviation, notPositive, lowOverHigh, modeOutside
    case shapeOutside, noValues, weightsDiffer, negativeWeight, weightsZero

    public var text: Text {
        switch self {
        case .fieldMissing:
            Text(en: "'{field}' is missing here; add it", zh: "此处缺少 “{field}”；请补上")
        case .unknownKey:
            Text(
                en: "'{key}' is no key of a scenario with coordinates it has; write it as after "
                    + "--set, such as carbon.price or hosting.CN-YN.2027; greenalu scenario keys "
                    + "lists all keys",
                zh: "“{key}” 不是情景中带有相应坐标的键；请按 --set 的写法，例如 carbon.price 或 "
                    + "hosting.CN-YN.2027；greenalu scenario keys 列出全部键")
        case .unknownKeyNearest:
            Text(
                en: "'{key}' is no key of a scenario with coordinates it has; did you mean "
                    + "'{nearest}'? A province and a year may follow where the key has them",
                zh: "“{key}” 不是情景中带有相应坐标的键；是否想写 “{nearest}”？键如有省份和年份，可依次写在后面")
        case .keyIsNoNumber:
            Text(
                en: "'{key}' is not a number that can take any value, so it cannot be uncertain; "
                    + "compare scenarios instead",
                zh: "“{key}” 不是可取任意值的数，不能设为不确定；请改为对比情景")
        case .keyNotUsed:
            Text(
                en: "this run uses no value of '{key}'; set it in the scenario first, or name "
                    + "another province or year",
                zh: "本次推演不使用 “{key}” 的任何值；请先在情景中设定，或改写省份或年份")
        case .distributionNeeds:
            Text(
                en: "a {distribution} distribution needs '{field}'; add it",
                zh: "{distribution} 分布需要 “{field}”；请补上")
        case .distributionTakesNo:
            Text(
                en: "a {distribution} distribution has no '{field}'; it has {allowed}",
                zh: "{distribution} 分布没有 “{field}”；它有 {allowed}")
        case .drawnTwice:
            Text(
                en: "{key} is drawn by '{other}' already; leave it to one input",
                zh: "{key} 已由 “{other}” 抽取；请只交给一个输入")
        case .correlationOfUnknown:
            Text(
                en: "no uncertain input is called '{value}'; name one of uncertainty.inputs",
                zh: "没有名为 “{value}” 的不确定输入；请写 uncertainty.inputs 中的名称")
        case .correlationOutside:
            Text(
                en: "a correlation lies between -1 and 1; {value} does not",
                zh: "相关系数须在 -1 与 1 之间；{value} 不在其内")
        case .correlationWithItself:
            Text(
                en: "'{value}' is wholly correlated with itself; name two inputs",
                zh: "“{value}” 与自身必然完全相关；请写两个输入")
        case .correlationTwice:
            Text(
                en: "the correlation of '{first}' and '{second}' is given twice; keep one",
                zh: "“{first}” 与 “{second}” 的相关系数给了两次；请只留一个")
        case .correlationOfUnlike:
            Text(
                en: "'{first}' and '{second}' have numbers of their own for different provinces or "
                    + "years; give both the same 'separate' and the same coordinates",
                zh: "“{first}” 与 “{second}” 分开取数的省份或年份不同；请给两者相同的 separate 和相同的坐标")
        case .correlationsContradict:
            Text(
                en: "these correlations contradict each other (their matrix is not positive "
                    + "semidefinite); the pair most to blame is '{first}' and '{second}' with "
                    + "{value}: bring it nearer to 0, or to what the others imply",
                zh: "这些相关系数相互矛盾（矩阵不是半正定的）；最该归咎的一对是 “{first}” 与 “{second}”"
                    + "（{value}）：请使其更接近 0，或与其余系数一致")
        case .notFinite:
            Text(en: "'{field}' must be a finite number", zh: "“{field}” 须为有限的数")
        case .negativeDeviation:
            Text(
                en: "'{field}' measures a spread and cannot be negative: {value}",
                zh: "“{field}” 表示离散程度，不能为负：{value}")
        case .notPositive:
            Text(en: "'{field}' must be above 0; it is {value}", zh: "“{field}” 须大于 0；现为 {value}")
        case .lowOverHigh:
            Text(
                en: "low ({low}) lies above high ({high}); exchange them",
                zh: "low（{low}）高于 high（{high}）；请对调")
        case .modeOutside:
            Text(
                en: "mode ({mode}) lies outside low to high ({low} to {high})",
                zh: "mode（{mode}）不在 low 到 high（{low} 到 {high}）之间")
        case .shapeOutside:
            Text(
                en: "'{field}' must lie between {low} and {high}; it is {value}",
                zh: "“{field}” 须在 {low} 与 {high} 之间；现为 {value}")
        case .noValues:
            Text(en: "'values' holds no number; give at least one", zh: "“values” 中没有数；请至少给出一个")
        case .weightsDiffer:
            Text(
                en: "there are {weights} weights for {values} values; give one weight a value",
                zh: "{values} 个值却有 {weights} 个权重；请为每个值给一个权重")
        case .negativeWeight:
            Text(en: "a weight is negative: {value}", zh: "有权重为负：{value}")
        case .weightsZero:
            Text(en: "all weights are 0; make one positive", zh: "权重全为 0；请至少使一个为正")
        }
    }
}

extension UncertaintyMessage {
    /// What is wrong with a distribution, by the names its fields have in a scenario.
    static func message(for problem: DistributionProblem) -> Message {
        func short(_ number: Double) -> String { DecimalText.short(number) }
        switch problem {
        case .parameterNotFinite(let parameter, _):
            return Message(Self.notFinite, verbatim: ["field": parameter.field])
        case .valueNotFinite: return Message(Self.notFinite, verbatim: ["field": "values"])
        case .weightNotFinite: return Message(Self.notFinite, verbatim: ["field": "weights"])
        case .negative(let parameter, let value):
            return Message(
                Self.negativeDeviation,
                verbatim: ["field": parameter.field, "value": short(value)])
        case .notPositive(let parameter, let value):
            return Message(
                Self.notPositive, verbatim: ["field": parameter.field, "value": short(value)])
        case .lowOverHigh(let low, let high), .tooWide(let low, let high):
            return Message(
                Self.lowOverHigh, verbatim: ["low": short(low), "high": short(high)])
        case .modeOutside(let low, let mode, let high):
            return Message(
                Self.modeOutside,
                verbatim: ["low": short(low), "mode": short(mode), "high": short(high)])
        case .empty: return Message(Self.noValues)
        case .countsDiffer(let values, let weights):
            return Message(
                Self.weightsDiffer, verbatim: ["values": "\(values)", "weights": "\(weights)"])
        case .negativeWeight(_, let value):
            return Message(Self.negativeWeight, verbatim: ["value": short(value)])
        case .weightsWithoutSum: return Message(Self.weightsZero)
        case .shapeOutsideLimits(let parameter, let value, let low, let high):
            return Message(
                Self.shapeOutside,
                verbatim: [
                    "field": parameter.field, "value": short(value), "low": short(low),
                    "high": short(high),
                ])
        case .notAscending: return Message(Self.noValues)
        }
    }
}

extension DistributionProblem.Parameter {
    /// The field of a scenario that gives the parameter.
    fileprivate var field: String {
        switch self {
        case .mean: "mean"
        case .standardDeviation: "sd"
        case .coefficientOfVariation: "cv"
        case .low: "low"
        case .mode: "mode"
        case .high: "high"
        case .alpha: "alpha"
        case .beta: "beta"
        }
    }
}
