/// The parameters of a link that are no lever and no key of a scenario.
enum PageParameter: String, CaseIterable {
    case version = "v"
    case scenario
    case base
    case compared = "compare"
    case year
    case bands
    case language = "lang"
}

extension PageState {
    /// The names of a link's parameters that are no lever and no key of a scenario.
    public static let parameterNames = Set(PageParameter.allCases.map(\.rawValue))
}
