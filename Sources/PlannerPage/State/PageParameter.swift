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
