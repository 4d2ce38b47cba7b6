/// Help texts and remarks of the command that serves the page.
public enum ServeHelp: String, CaseIterable, MessageCatalogue {
    public static let area = "serve_help"

    case serve, discussion, port, open, store
    case tokenFile = "token_file"
    case badPort = "bad_port"
    case missing

    public var text: Text {
        switch self {
        case .serve:
            Text(
                en: "Serve the page: move levers in the browser and see the new plan at once.",
                zh: "启动网页：在浏览器中拖动参数，即时得到新的规划。")
        case .discussion:
            Text(
                en: "The page is for this machine alone: the server listens on 127.0.0.1, and the "
                    + "address it prints holds a token without which nobody reads anything. It "
                    + "needs no network. Ctrl-C ends it. The server is a program of its own, "
                    + "greenalu-serve, which Scripts/serve builds.",
                zh: "网页只供本机使用：服务仅监听 127.0.0.1，启动时显示的地址含有令牌，没有令牌无法读取任何内容。"
                    + "无需网络，按 Ctrl-C 结束。服务是单独的程序 greenalu-serve，由 Scripts/serve 编译。")
        case .port:
            Text(
                en: "Port to listen on, 8742 unless given; 0 for any that is free.",
                zh: "监听端口，默认 8742；0 表示任选空闲端口。")
        case .open:
            Text(
                en: "Open the page in the browser once it is there.", zh: "启动后在浏览器中打开网页。")
        case .store:
            Text(
                en: "File in which saved scenarios and results are kept, unless given "
                    + "~/.local/share/greenalu/store.sqlite.",
                zh: "保存情景和结果的文件，默认为 ~/.local/share/greenalu/store.sqlite。")
        case .tokenFile:
            Text(
                en: "Keep the token in a file, and use that one the next time.",
                zh: "将令牌存入文件，下次沿用。")
        case .badPort:
            Text(
                en: "--port {value}: a port is a number from 1 to 65535, or 0 for any that is free",
                zh: "--port {value}：端口为 1 至 65535 的整数，0 表示任选空闲端口")
        case .missing:
            Text(
                en: "{path}: the page's server is not built. Run Scripts/serve once, which builds "
                    + "and starts it, or name the program in {variable}.",
                zh: "{path}：尚未编译网页服务。请运行一次 Scripts/serve 编译并启动，或在 {variable} 中指明该程序。")
        }
    }
}
