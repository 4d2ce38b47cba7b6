internal import Simulator

/// What the server's program says on a terminal.
enum ServeText: String, MessageCatalogue {
    static let area = "serve"

    case help, serving, error
    case seeHelp = "see_help"
    case unknown
    case unknownNearest = "unknown_nearest"
    case noValue = "no_value"
    case badPort = "bad_port"
    case badLanguage = "bad_language"
    case noHome = "no_home"
    case tokenReadable = "token_readable"
    case tokenBad = "token_bad"
    case notOpened = "not_opened"

    var text: Text {
        switch self {
        case .help: Text(en: Self.englishHelp, zh: Self.chineseHelp)
        case .serving:
            Text(
                en: "The page is at {address}\nThis address opens it for you alone: keep it to "
                    + "yourself. Ctrl-C ends the server.",
                zh: "页面地址：{address}\n该地址只供您本人打开，请勿转发。按 Ctrl-C 结束服务。")
        case .error: Text(en: "Error: {text}", zh: "错误：{text}")
        case .seeHelp:
            Text(
                en: "greenalu-serve --help lists the options.",
                zh: "选项见 greenalu-serve --help。")
        case .unknown:
            Text(en: "'{value}' is no option", zh: "没有选项 “{value}”")
        case .unknownNearest:
            Text(
                en: "'{value}' is no option; did you mean {nearest}?",
                zh: "没有选项 “{value}”；是否想写 {nearest}？")
        case .noValue:
            Text(en: "{option} needs a value", zh: "{option} 需要一个值")
        case .badPort:
            Text(
                en: "--port {value}: a port is a number from 1 to 65535, or 0 for any that is free",
                zh: "--port {value}：端口为 1 至 65535 的整数，0 表示任选空闲端口")
        case .badLanguage:
            Text(en: "--lang {value}: write en or zh", zh: "--lang {value}：请写 en 或 zh")
        case .noHome:
            Text(
                en: "Without HOME there is no place to keep scenarios; they end with the server. "
                    + "Name one with --store.",
                zh: "未设 HOME，情景无处保存，服务结束后即丢失。可用 --store 指定位置。")
        case .tokenReadable:
            Text(
                en: "others may read the token in this file; take their permission away with "
                    + "chmod 600",
                zh: "他人可读取该文件中的令牌；请用 chmod 600 取消他人权限")
        case .tokenBad:
            Text(
                en: "no token stands here: 32 to 200 letters, digits, hyphens or underscores on "
                    + "one line; remove the file and a new one is written",
                zh: "此处没有令牌：令牌为一行 32 至 200 个字母、数字、连字符或下划线；删除该文件后会写入新令牌")
        case .notOpened:
            Text(
                en: "The browser was not opened. Open the address above.",
                zh: "未能打开浏览器。请自行打开上面的地址。")
        }
    }

    private static let englishHelp = """
        greenalu-serve [--port P] [--open] [--store FILE] [--token-file FILE]
                       [--data DIR] [--scenarios DIR] [--lang en|zh]

        Serves the planner's page to the browsers of this machine, under 127.0.0.1 alone.
        The address printed holds a token; without it nobody reads anything. Ctrl-C ends it.

          --port P           port, 8742 unless given; 0 for any that is free
          --open             open the page in the browser
          --store FILE       where scenarios and results are kept, unless given
                             ~/.local/share/greenalu/store.sqlite
          --token-file FILE  keep the token in a file, and use that one the next time
          --data DIR         folder of data tables in place of the shipped one
          --scenarios DIR    folder of scenarios in place of the shipped one
          --lang en|zh       language where the browser asks for none

        Exit codes: 64 wrong usage; 65 data rejected; 70 a defect; 74 the port or a file cannot
        be had; 130 and 143 ended by SIGINT and SIGTERM.

        """

    private static let chineseHelp = """
        greenalu-serve [--port P] [--open] [--store FILE] [--token-file FILE]
                       [--data DIR] [--scenarios DIR] [--lang en|zh]

        向本机浏览器提供规划页面，仅监听 127.0.0.1。
        显示的地址含有令牌；没有令牌无法读取任何内容。按 Ctrl-C 结束。

          --port P           端口，默认 8742；0 表示任选空闲端口
          --open             在浏览器中打开页面
          --store FILE       保存情景和结果的文件，默认为
                             ~/.local/share/greenalu/store.sqlite
          --token-file FILE  将令牌存入文件，下次沿用
          --data DIR         代替自带数据表的文件夹
          --scenarios DIR    代替自带情景的文件夹
          --lang en|zh       浏览器未指明语言时使用的语言

        退出码：64 用法错误；65 数据被拒绝；70 程序缺陷；74 端口或文件不可用；
        130、143 被 SIGINT、SIGTERM 结束。

        """
}
