internal import CPageAssets

/// The files of the page that are the same for everybody, built into the program.
public enum PageAsset: String, Sendable, CaseIterable {
    case script = "page.js"
    case style = "page.css"
    case icon = "icon.svg"
    case openAPI = "openapi.json"

    public var bytes: [UInt8] {
        var length = 0
        let start =
            switch self {
            case .script: cpage_script(&length)
            case .style: cpage_style(&length)
            case .icon: cpage_icon(&length)
            case .openAPI: cpage_openapi(&length)
            }
        guard let start else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: length))
    }

    /// Media type, as HTTP names it.
    public var mediaType: String {
        switch self {
        case .script: "text/javascript; charset=utf-8"
        case .style: "text/css; charset=utf-8"
        case .icon: "image/svg+xml"
        case .openAPI: "application/json"
        }
    }
}
