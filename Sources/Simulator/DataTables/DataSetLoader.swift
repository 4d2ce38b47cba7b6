/// Reads all tables of a folder, checks them, and reports every fault of all of them at once.
///
/// Files of the folder that are no tables are left alone; a `.csv` that is no table of ours gets
/// a warning, since it may be a misspelt one.
public struct DataSetLoader: Sendable {
    private let files: FileLayer
    private let limits: CSVReader.Limits

    public init(files: FileLayer) {
        self.init(files: files, limits: CSVReader.Limits())
    }

    init(files: FileLayer, limits: CSVReader.Limits) {
        self.files = files
        self.limits = limits
    }

    /// - Throws: ``InputRejected`` with every finding, or ``FileFailure`` where the machine, not
    ///   the data, is at fault.
    public func load(directory: String) throws -> DataSet {
        let folder = try open(directory)
        var loading = Loading(files: files, folder: folder, limits: limits)
        try loading.readFiles()
        loading.readTables()
        loading.checkCompleteness()
        let findings = loading.findings
        if findings.contains(where: { $0.severity == .error }) { throw InputRejected(findings) }
        return loading.dataSet(directory: directory, notices: findings)
    }

    private func open(_ directory: String) throws -> InputFolder {
        do {
            return try files.openInputFolder(at: directory)
        } catch {
            guard error.isUnsuitableInput else { throw error }
            throw InputRejected(
                Finding(
                    .error, Message(TableMessage.folderMissing), at: Location(file: directory)))
        }
    }
}

/// One run of the loader.
private struct Loading {
    let files: FileLayer
    let folder: InputFolder
    let limits: CSVReader.Limits
    private var bytes: [TableName: [UInt8]] = [:]
    private var digests: [(file: String, sha256: String)] = []
    private var otherFindings: [Finding] = []
    private var tables: [TableName: ReadTable] = [:]
    private var provinces = ProvinceDirectory([])

    init(files: FileLayer, folder: InputFolder, limits: CSVReader.Limits) {
        self.files = files
        self.folder = folder
        self.limits = limits
    }

    mutating func readFiles() throws(FileFailure) {
        for name in try files.names(in: folder) where name.lowercased().hasSuffix(".csv") {
            if TableName(rawValue: String(name.dropLast(4))) == nil || !name.hasSuffix(".csv") {
                warnOfUnknownFile(name)
            }
        }
        for name in TableName.allCases {
            do {
                let content = try files.readFile(
                    named: name.fileName, in: folder, limit: limits.fileBytes)
                digests.append((name.fileName, FileDigest.sha256(content)))
                bytes[name] = content
            } catch {
                guard error.isUnsuitableInput else { throw error }
                reportUnreadable(name, error)
            }
        }
        digests.sort { $0.file < $1.file }
    }

    private mutating func warnOfUnknownFile(_ name: String) {
        let nearest = Spelling.nearest(to: name, among: TableName.allCases.map(\.fileName))
        let hint = nearest.map { Text(en: " Did you mean \($0)?", zh: "是否应为 \($0)？") }
        otherFindings.append(
            Finding(
                .warning,
                Message(TableMessage.unknownFile, ["hint": hint ?? Text(verbatim: "")]),
                at: Location(file: name)))
    }

    private mutating func reportUnreadable(_ name: TableName, _ failure: FileFailure) {
        let title = TableSchema.schema(for: name).title
        let message =
            failure.cause == .missing
            ? Message(TableMessage.fileMissing, ["title": title])
            : Message(
                TableMessage.fileUnsuitable, ["title": title, "reason": failure.message.asText])
        otherFindings.append(Finding(.error, message, at: Location(file: name.fileName)))
    }

    /// Provinces and smelters first, since the others refer to them.
    mutating func readTables() {
        var context = ReadingContext()
        read(.provinces, context)
        if let table = tables[.provinces], !table.hasErrors {
            provinces = directory(of: table)
            context.provinces = provinces
        }
        read(.smelters, context)
        if let table = tables[.smelters], table.hasAllKeys {
            context.smelters = Set(texts("smelter", table))
        }
        for name in TableName.allCases where tables[name] == nil { read(name, context) }
    }

    private mutating func read(_ name: TableName, _ context: ReadingContext) {
        guard let content = bytes[name] else { return }
        let document = CSVReader(file: name.fileName, limits: limits).read(content)
        var reader = TableReader(
            document, schema: TableSchema.schema(for: name), context: context)
        tables[name] = reader.read()
    }

    private func directory(of table: ReadTable) -> ProvinceDirectory {
        let checked = DataTable(schema: table.schema, file: table.findings.file, rows: table.rows)
        return ProvinceDirectory(
            checked.rows.map { row in
                ProvinceEntry(
                    code: checked.text("province", row) ?? "",
                    name: Text(
                        en: checked.text("name_en", row) ?? "",
                        zh: checked.text("name_zh", row) ?? ""))
            })
    }

    private func texts(_ column: String, _ table: ReadTable) -> [String] {
        guard let position = table.schema.position(of: column) else { return [] }
        return table.rows.compactMap { row in
            if case .text(let text) = row.cells[position] { return text }
            return nil
        }
    }

    mutating func checkCompleteness() {
        var needed: Set<String> = []
        if tables[.provinces]?.hasErrors == false {
            for (name, column) in [
                (TableName.smelters, "province"), (.transfers, "to_province"),
                (.hosting, "province"),
            ] {
                if let table = tables[name] { needed.formUnion(texts(column, table)) }
            }
        }
        let check = CompletenessCheck(neededProvinces: needed)
        for name in TableName.allCases {
            guard var table = tables[name] else { continue }
            check.check(&table)
            tables[name] = table
        }
    }

    /// Everything found, by file and line.
    var findings: [Finding] {
        let all = otherFindings + TableName.allCases.flatMap { tables[$0]?.findings.all ?? [] }
        return all.enumerated().sorted { first, second in
            let one = first.element.location
            let other = second.element.location
            let oneKey = (one.file ?? "", one.line ?? 0, first.offset)
            return oneKey < (other.file ?? "", other.line ?? 0, second.offset)
        }.map(\.element)
    }

    func dataSet(directory: String, notices: [Finding]) -> DataSet {
        DataSet(
            directory: directory,
            tables: tables.mapValues { table in
                DataTable(schema: table.schema, file: table.findings.file, rows: table.rows)
            },
            provinces: provinces, digests: digests, notices: notices)
    }
}
