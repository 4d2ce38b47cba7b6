public import Simulator

/// The figures that can be drawn of a run.
public enum FigureName: String, CaseIterable, Sendable {
    /// National green power share by year, against a baseline.
    case shares
    /// Green power share against quota by province in one year.
    case quotas
    /// Electricity of smelting by source and year.
    case electricity
    /// Emissions by year, against a baseline.
    case emissions
    /// Cost by item and year.
    case cost
    /// Capacity moved from province to province.
    case moves
    /// Green power share by province on a tile grid, in one year.
    case map
    /// Green power share and quota by year, a small picture for each province.
    case provinces
}

/// Whether a figure follows the reader's light or dark surroundings.
public enum FigurePalette: String, CaseIterable, Sendable {
    /// Light, dark where the reader's system asks for it, light on paper.
    case automatic
    case light, dark

    /// The style sheet that figures without one of their own need in the page around them.
    public static var pageSheet: String { FigureStyle.pageSheet }
}

/// The room a figure is made for. Figures scale to any size, but letters scale with them.
public enum FigureWidth: String, CaseIterable, Sendable {
    /// 720 units: a page or a screen.
    case wide
    /// 360 units: a phone or a narrow column.
    case narrow

    /// Units of the canvas, which are pixels or CSS pixels at a scale of 1.
    public var units: Double {
        switch self {
        case .wide: 720
        case .narrow: 360
        }
    }
}

/// How figures are drawn.
public struct FigureOptions: Sendable {
    public var language: Language
    /// Calendar year of figures that show one; nil, or a year the run does not have, for the last
    /// year that is decided.
    public var year: Int?
    public var palette = FigurePalette.automatic
    public var width = FigureWidth.wide
    /// Whether title and scenario stand in the figure; a page that prints them itself goes without.
    public var showsHeading = true
    /// Whether the figure fills its ground; without it the page shows through.
    public var fillsGround = true
    /// Whether the figure brings its own style sheet and stands alone; a page that has
    /// ``FigurePalette/pageSheet``, or forbids style sheets within it, goes without.
    public var carriesStyle = true
    /// Begins every identifier, so that several figures can stand in one page: letters, digits and
    /// hyphens, a letter first. Others are left out.
    public var identifierPrefix = "figure"

    public init(language: Language, year: Int? = nil) {
        self.language = language
        self.year = year
    }
}

/// A figure ready to be shown.
public struct Figure: Sendable {
    public let name: FigureName
    public let title: String
    /// One or two sentences that say what is to be seen, for those who cannot see it.
    public let summary: String
    /// One `svg` element, without XML declaration: fit for a page and, as it stands, for a file.
    public let svg: String
}
