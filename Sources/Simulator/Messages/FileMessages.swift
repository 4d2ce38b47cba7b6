/// What the file layer says.
public enum FileMessage: String, CaseIterable, MessageCatalogue {
    case missing
    case notRegular = "not_regular"
    case tooLarge = "too_large"
    case badPath = "bad_path"
    case diskFull = "disk_full"
    case noPermission = "no_permission"
    case systemFault = "system_fault"
    case machineFault = "machine_fault"
    case outputIsLink = "output_is_link"
    case outputIsNoFolder = "output_is_no_folder"
    case outputHoldsForeignFiles = "output_holds_foreign_files"
    case outputIsMountPoint = "output_is_mount_point"
    case outputParentMissing = "output_parent_missing"
    case outputLocked = "output_locked"
    case outputNotTidied = "output_not_tidied"
    case outputNotSynchronised = "output_not_synchronised"
    case manifestMustBeLast = "manifest_must_be_last"

    public static let area = "file"

    public var text: Text {
        switch self {
        case .missing:
            Text(
                en: "{path}: cannot {operation}: {error}. Check the path.",
                zh: "{path}：无法{operation}：{error}。请检查路径。")
        case .notRegular:
            Text(
                en: "{path} is not a regular file but a folder, pipe, socket or device; only "
                    + "regular files are read. Name a file.",
                zh: "{path} 不是普通文件，而是文件夹、管道、套接字或设备；只读取普通文件。请改为文件路径。")
        case .tooLarge:
            Text(
                en: "{path} is larger than {limit} bytes, the most that is read. Split it or "
                    + "remove what is not needed.",
                zh: "{path} 超过 {limit} 字节的读取上限。请拆分文件或删去不需要的内容。")
        case .badPath:
            Text(
                en: "\"{path}\" cannot be the path of a file: it is empty, ends in . or .., or "
                    + "holds a null character. Name a file or folder.",
                zh: "“{path}”不能作为文件路径：为空、以 . 或 .. 结尾，或含空字符。请给出文件或文件夹的路径。")
        case .diskFull:
            Text(
                en: "{path}: cannot {operation}: {error}. What stood there before is unchanged. "
                    + "Free some space or write elsewhere.",
                zh: "{path}：无法{operation}：{error}。原有内容未变。请腾出空间或改写到别处。")
        case .noPermission:
            Text(
                en: "{path}: cannot {operation}: {error}. Change the permissions or choose "
                    + "another place.",
                zh: "{path}：无法{operation}：{error}。请修改权限或另选位置。")
        case .systemFault:
            Text(
                en: "{path}: cannot {operation}: {error} (error {number}). Check the disk and "
                    + "try again.",
                zh: "{path}：无法{operation}：{error}（错误 {number}）。请检查磁盘后重试。")
        case .machineFault:
            Text(
                en: "{path}: cannot {operation}: {error} (error {number}). Close other "
                    + "programs and try again.",
                zh: "{path}：无法{operation}：{error}（错误 {number}）。请关闭其他程序后重试。")
        case .outputIsLink:
            Text(
                en: "The output folder {path} is a symbolic link; results are not written "
                    + "through links. Name the folder itself.",
                zh: "输出文件夹 {path} 是符号链接；结果不会经由链接写入。请直接给出文件夹本身。")
        case .outputIsNoFolder:
            Text(
                en: "The output {path} exists and is not a folder. Name a new folder.",
                zh: "输出路径 {path} 已存在且不是文件夹。请给出新的文件夹。")
        case .outputHoldsForeignFiles:
            Text(
                en: "The output folder {path} holds files that greenalu did not write ({names}); "
                    + "nothing is deleted that is not listed in a manifest.json of ours. Name a "
                    + "new folder or empty this one.",
                zh: "输出文件夹 {path} 中有并非 greenalu 写入的文件（{names}）；未列入我方 manifest.json "
                    + "的文件一概不删。请换一个文件夹或先清空它。")
        case .outputIsMountPoint:
            Text(
                en: "The output folder {path} is the top of another disk and cannot be replaced "
                    + "as a whole. Name a folder inside it.",
                zh: "输出文件夹 {path} 是另一磁盘的挂载点，无法整体替换。请给出其中的一个文件夹。")
        case .outputParentMissing:
            Text(
                en: "The folder {path}, in which the output is to be made, does not exist. Make "
                    + "it first or name another place.",
                zh: "拟存放输出的文件夹 {path} 不存在。请先新建，或另选位置。")
        case .outputLocked:
            Text(
                en: "Another run is writing to {path}. Wait for it to end or name another folder.",
                zh: "另一运行正在写入 {path}。请等它结束，或另选文件夹。")
        case .outputNotTidied:
            Text(
                en: "The new run stands complete in {path}, but the old one could not be removed "
                    + "and lies in {leftover} ({error}). The next run to this folder removes it.",
                zh: "新结果已完整写入 {path}，但旧结果无法删除，现位于 {leftover}（{error}）。下次写入此文件夹时会清除。")
        case .outputNotSynchronised:
            Text(
                en: "The new run stands complete in {path}, but the disk did not confirm it "
                    + "({error}). Check the disk; run again to be sure.",
                zh: "新结果已完整写入 {path}，但磁盘未确认（{error}）。请检查磁盘；为保险起见可重新运行。")
        case .manifestMustBeLast:
            Text(
                en: "Internal: the files of the run {path} must have distinct plain names, end "
                    + "with manifest.json, and be listed in it. Please report this.",
                zh: "内部错误：运行 {path} 的各文件须有互异的简单名称，以 manifest.json 结尾并列入其中。请报告此问题。")
        }
    }
}
