/// What a colour stands for. Each has a shade for light and one for dark surroundings.
///
/// Series are told apart by dash, marker, pattern and a label of their own besides. The hues of
/// series are those of Okabe and Ito (Color Universal Design, 2008), which people with any of the
/// usual colour deficiencies tell apart; the classes of the map are one hue from light to dark,
/// which also holds in grey.
enum Ink: String, CaseIterable, Sendable {
    // The page.
    case paper, text, muted, axis, grid
    // Lines.
    case run, baseline, quota, second, third, missed
    // Electricity.
    case coal
    case gridPower = "grid-power"
    case gridGreen = "grid-green"
    case options, own
    // Cost.
    case carbon, freight, capital, lost, premium, certificates
    // Moves.
    case chosen, planned
    // Classes of a map, and what its letters are written in.
    case step1 = "step-1"
    case step2 = "step-2"
    case step3 = "step-3"
    case step4 = "step-4"
    case step5 = "step-5"
    case neutral
    case onLight = "on-light"
    case onDark = "on-dark"

    var light: String {
        switch self {
        case .paper: "#ffffff"
        case .text: "#1c2126"
        case .muted: "#58616a"
        case .axis: "#7b858f"
        case .grid: "#e3e7ea"
        case .run, .options, .chosen: "#0072b2"
        case .baseline: "#6a737c"
        case .quota, .carbon: "#d55e00"
        case .missed: "#b44c00"
        case .second, .own: "#009e73"
        case .third: "#8c4f83"
        case .coal: "#4a4f54"
        case .gridPower: "#b3bcc4"
        case .gridGreen, .certificates: "#56b4e9"
        case .freight: "#cc79a7"
        case .capital: "#e69f00"
        case .lost: "#8a6d3b"
        case .premium: "#f0e442"
        case .planned: "#97a1aa"
        case .step1: "#d3e5f2"
        case .step2: "#a3cae5"
        case .step3: "#67a6d2"
        case .step4: "#2b7ab3"
        case .step5: "#084a80"
        case .neutral: "#eff1f2"
        case .onLight: "#11202b"
        case .onDark: "#ffffff"
        }
    }

    var dark: String {
        switch self {
        case .paper: "#14181c"
        case .text: "#e9edf0"
        case .muted: "#a9b3bc"
        case .axis: "#87929c"
        case .grid: "#2c333a"
        case .run, .chosen: "#56b4e9"
        case .options: "#3f97d3"
        case .baseline: "#9aa5ae"
        case .quota, .missed, .carbon: "#f2894a"
        case .second, .own: "#2cc295"
        case .third: "#cc8fc4"
        case .coal: "#7f878f"
        case .gridPower: "#4b555e"
        case .gridGreen, .certificates: "#8fcdf2"
        case .freight: "#d98fb8"
        case .capital: "#e6ab2e"
        case .lost: "#b6966a"
        case .premium: "#efe66a"
        case .planned: "#77828c"
        case .neutral: "#232a30"
        case .step1, .step2, .step3, .step4, .step5, .onLight, .onDark: light
        }
    }
}

/// How a line is broken up.
enum Dash: String, Sendable {
    case dashed = "6 4"
    case dotted = "1.5 3.5"
    case mixed = "8 3 2 3"
}

/// A mark at a point of a line.
enum Marker: Sendable {
    case circle, square, diamond, triangle, openDiamond
}
