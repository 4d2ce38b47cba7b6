internal import HTTPTypes
internal import Simulator

/// What the server refuses, with its status. The raw values are the codes of the API.
enum ServerRefusal: String, MessageCatalogue {
    static let area = "server"

    case malformed
    case notUTF8 = "not_utf8"
    case wrongHost = "wrong_host"
    case tokenNeeded = "token_needed"
    case foreignOrigin = "foreign_origin"
    case notFound = "not_found"
    case methodNotAllowed = "method_not_allowed"
    case superseded
    case bodyTooLarge = "body_too_large"
    case targetTooLong = "target_too_long"
    case encodedBody = "encoded_body"
    case notJSON = "not_json"
    case rejected
    case tooLarge = "too_large"
    case busy
    case crowded
    case closing
    case storageFailed = "storage_failed"
    case defect

    var status: HTTPResponse.Status {
        switch self {
        case .malformed, .notUTF8: .badRequest
        case .wrongHost: .misdirectedRequest
        case .tokenNeeded: .unauthorized
        case .foreignOrigin: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .superseded: .conflict
        case .bodyTooLarge: .contentTooLarge
        case .targetTooLong: .uriTooLong
        case .encodedBody, .notJSON: .unsupportedMediaType
        case .rejected, .tooLarge: .unprocessableContent
        case .busy, .crowded, .closing, .storageFailed: .serviceUnavailable
        case .defect: .internalServerError
        }
    }

    var text: Text {
        switch self {
        case .malformed:
            Text(
                en: "The request cannot be read. Look up its form in /api/v1/openapi.json.",
                zh: "无法读取该请求。请求格式见 /api/v1/openapi.json。")
        case .notUTF8:
            Text(
                en: "The request holds bytes that are not UTF-8. Send it in UTF-8.",
                zh: "请求中有不符合 UTF-8 的字节。请用 UTF-8 编码发送。")
        case .wrongHost:
            Text(
                en: "This server answers only under 127.0.0.1, localhost or [::1] with its own "
                    + "port. Open the address it printed when it started.",
                zh: "本服务只响应 127.0.0.1、localhost 或 [::1] 加自身端口的地址。请打开启动时显示的地址。")
        case .tokenNeeded:
            Text(
                en: "The token of this server is missing or wrong. Open the address it printed "
                    + "when it started, or send the token as 'Authorization: Bearer'.",
                zh: "缺少本服务的令牌，或令牌不对。请打开启动时显示的地址，或以 “Authorization: Bearer” 发送令牌。")
        case .foreignOrigin:
            Text(
                en: "A page of another origin asked for a change. Only the page of this server "
                    + "may; a program sends no Origin, or this server's.",
                zh: "来自其他来源的页面要求更改。只有本服务的页面可以更改；程序请不带 Origin，或带本服务的 Origin。")
        case .notFound:
            Text(
                en: "There is nothing here. The page is at /, the API is described in "
                    + "/api/v1/openapi.json.",
                zh: "这里没有内容。页面在 /，接口说明见 /api/v1/openapi.json。")
        case .methodNotAllowed:
            Text(
                en: "{method} does not apply here; use {allowed}.",
                zh: "此处不能用 {method}；可用 {allowed}。")
        case .superseded:
            Text(
                en: "A newer request of the same page took its place.",
                zh: "同一页面的较新请求已取代本请求。")
        case .bodyTooLarge:
            Text(
                en: "The request is larger than 1 MiB. Send a smaller one.",
                zh: "请求超过 1 MiB。请缩小后再发送。")
        case .targetTooLong:
            Text(
                en: "The link is longer than 16 KiB. Save the scenario and link to its number.",
                zh: "链接超过 16 KiB。请先保存情景，再以编号链接。")
        case .encodedBody:
            Text(
                en: "A compressed request is not read. Send it without Content-Encoding.",
                zh: "不接受压缩的请求。请去掉 Content-Encoding 后发送。")
        case .notJSON:
            Text(
                en: "The body of a request is JSON here. Send it with "
                    + "'Content-Type: application/json'.",
                zh: "此处请求正文须为 JSON。请以 “Content-Type: application/json” 发送。")
        case .rejected:
            Text(
                en: "Rejected: {count} problems. Each is listed with what to do.",
                zh: "已拒绝：{count} 个问题。各问题及处理办法见列表。")
        case .tooLarge:
            Text(
                en: "{value} is too much to plan while the page waits: {provinces} provinces times "
                    + "{years} years times {smelters} smelters; the limit is {limit}. Choose an "
                    + "earlier horizon.last_year, or plan it with greenalu plan.",
                zh: "规模 {value} 过大，页面无法即时规划：{provinces} 省 × {years} 年 × {smelters} 个铝厂；上限为 {limit}。"
                    + "请将 horizon.last_year 设早些，或用 greenalu plan 规划。")
        case .busy:
            Text(
                en: "Too many plans are waiting. Try again in a few seconds.",
                zh: "等待规划的请求过多。请几秒后再试。")
        case .crowded:
            Text(
                en: "Too many connections are open. Try again in a few seconds.",
                zh: "打开的连接过多。请几秒后再试。")
        case .closing:
            Text(
                en: "The server is closing. Start it again with greenalu serve.",
                zh: "服务正在关闭。请用 greenalu serve 重新启动。")
        case .storageFailed:
            Text(
                en: "The store of scenarios failed: {error}. The page works without it.",
                zh: "情景库出错：{error}。页面在没有情景库时仍可使用。")
        case .defect:
            Text(
                en: "This is a defect of greenalu: {error}. Please report it with the link.",
                zh: "这是 greenalu 的缺陷：{error}。请连同链接一并报告。")
        }
    }
}
