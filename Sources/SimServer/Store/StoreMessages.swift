internal import Simulator

/// What stands in the way of keeping scenarios and results, and what to do.
enum StoreMessage: String, MessageCatalogue {
    static let area = "store"

    case locked
    case damaged
    case newer
    case foreign
    case readOnly = "read_only"
    case cannotOpen = "cannot_open"
    case notAFile = "not_a_file"
    case notAsked = "not_asked"
    case writeFailed = "write_failed"
    case full
    case tooManySaved = "too_many_saved"
    case nameTaken = "name_taken"

    var text: Text {
        switch self {
        case .locked:
            Text(
                en: "{file} is in use by another program, most likely another greenalu serve. "
                    + "Nothing that is saved now outlives this server. End the other one and "
                    + "start again.",
                zh: "{file} 正被其他程序使用，多半是另一个 greenalu serve。"
                    + "此刻保存的内容在本服务结束后不会保留。请先结束另一个再重新启动。")
        case .damaged:
            Text(
                en: "{file} is damaged or no store of scenarios ({problem}). It was left as it is; "
                    + "nothing that is saved now outlives this server. Move the file elsewhere "
                    + "and start again, or bring back a copy.",
                zh: "{file} 已损坏或不是情景库（{problem}）。文件未被改动；此刻保存的内容在本服务结束后"
                    + "不会保留。请把该文件移到别处后重新启动，或恢复备份。")
        case .newer:
            Text(
                en: "{file} comes from a newer version of greenalu. It was left as it is; nothing "
                    + "that is saved now outlives this server. Use the newer version, or move "
                    + "the file elsewhere.",
                zh: "{file} 由更新版本的 greenalu 建立。文件未被改动；此刻保存的内容在本服务结束后不会保留。"
                    + "请使用较新的版本，或把该文件移到别处。")
        case .foreign:
            Text(
                en: "{file} is a database of another program. It was left as it is; nothing that "
                    + "is saved now outlives this server. Name another file.",
                zh: "{file} 是其他程序的数据库。文件未被改动；此刻保存的内容在本服务结束后不会保留。"
                    + "请指定其他文件。")
        case .readOnly:
            Text(
                en: "{file} cannot be written: the disk or the file is read-only. Nothing that is "
                    + "saved now outlives this server. Make it writable and start again.",
                zh: "{file} 无法写入：磁盘或文件为只读。此刻保存的内容在本服务结束后不会保留。"
                    + "请改为可写后重新启动。")
        case .cannotOpen:
            Text(
                en: "{file} cannot be opened ({problem}). Nothing that is saved now outlives this "
                    + "server. Check the folder and its permissions, and start again.",
                zh: "无法打开 {file}（{problem}）。此刻保存的内容在本服务结束后不会保留。"
                    + "请检查文件夹及其权限后重新启动。")
        case .notAFile:
            Text(
                en: "{file} is a folder, a link or a device, and a regular file is due. Nothing "
                    + "that is saved now outlives this server. Name another file.",
                zh: "{file} 是文件夹、链接或设备，此处须为普通文件。此刻保存的内容在本服务结束后不会保留。"
                    + "请指定其他文件。")
        case .notAsked:
            Text(
                en: "This server keeps nothing beyond its own life, as it was asked to.",
                zh: "按启动时的要求，本服务结束后不保留任何内容。")
        case .writeFailed:
            Text(
                en: "Nothing was saved: {problem}. Check the disk and try again.",
                zh: "未能保存：{problem}。请检查磁盘后重试。")
        case .full:
            Text(
                en: "Nothing was saved: the disk is full. Make room and try again.",
                zh: "未能保存：磁盘已满。请腾出空间后重试。")
        case .tooManySaved:
            Text(
                en:
                    "{limit} scenarios are saved, which is the most there may be. Delete one first.",
                zh: "已保存 {limit} 个情景，达到上限。请先删除一个。")
        case .nameTaken:
            Text(
                en: "Another scenario is saved as '{value}', under the number {number}. Choose "
                    + "another name, or delete that one first.",
                zh: "已有名为 “{value}” 的情景，编号 {number}。请换一个名称，或先删除它。")
        }
    }
}

/// The store could not do what was asked, for a reason that lies with the machine.
struct StoreFailure: Error, Sendable {
    let message: Message
}

/// The store refuses, so that nothing kept is lost or mistaken.
struct StoreRefusal: Error, Sendable {
    enum Reason: String, Sendable {
        case full = "store_full"
        case nameTaken = "name_taken"
    }
    let reason: Reason
    let message: Message
}
