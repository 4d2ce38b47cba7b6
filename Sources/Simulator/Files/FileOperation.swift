/// The kinds of calls the file layer makes on the operating system. A ``FaultInjector`` chooses
/// among them, and a ``FileFailure`` names the one that failed.
public enum FileOperation: String, CaseIterable, Sendable, Hashable {
    case open
    case status
    case read
    case create
    case write
    case synchronise
    case rename
    case exchange
    case makeFolder
    case removeFile
    case removeFolder
    case list
    case lock
    case access
    case resolve
    case listen
    case start

    /// Calls that a full disk refuses.
    public static let needingSpace: Set<FileOperation> = [
        .create, .write, .synchronise, .rename, .makeFolder,
    ]

    /// Calls that change what is on disk.
    public static let changing: Set<FileOperation> = needingSpace.union([
        .exchange, .removeFile, .removeFolder,
    ])

    /// Calls that make, change or remove a name.
    static let naming = changing.subtracting([.write, .synchronise])

    /// What the call does, to follow "cannot".
    public var name: Text {
        switch self {
        case .open: Text(en: "open", zh: "打开")
        case .status: Text(en: "inspect", zh: "查看")
        case .read: Text(en: "read", zh: "读取")
        case .create: Text(en: "create", zh: "创建")
        case .write: Text(en: "write", zh: "写入")
        case .synchronise: Text(en: "bring to disk", zh: "落盘")
        case .rename: Text(en: "rename", zh: "重命名")
        case .exchange: Text(en: "exchange", zh: "交换")
        case .makeFolder: Text(en: "make the folder", zh: "新建文件夹")
        case .removeFile: Text(en: "remove", zh: "删除")
        case .removeFolder: Text(en: "remove the folder", zh: "删除文件夹")
        case .list: Text(en: "list", zh: "列出")
        case .lock: Text(en: "lock", zh: "加锁")
        case .access: Text(en: "write to", zh: "写入")
        case .resolve: Text(en: "resolve", zh: "解析路径")
        case .listen: Text(en: "listen on", zh: "监听")
        case .start: Text(en: "start", zh: "启动")
        }
    }
}

/// What stands under a name. A symbolic link is not followed.
public enum FileKind: Sendable, Hashable {
    case missing
    case regularFile
    case folder
    case symbolicLink
    /// A FIFO, a socket or a device.
    case other
}
