/// The `datapackage.json` of an export: every table with types, units and keys, the sources and
/// licences of what went in, and the digest of every file. No clock enters it.
struct DataPackage {
    let runs: [PublishedRun]
    let sources: PackageSources
    let language: Language
    let hasByteOrderMark: Bool

    private struct Field {
        let name: String
        var type: String
        let title: Text
        var unit = ""
        var isRequired = true
        var choices: [String] = []
    }

    private struct ForeignKey {
        let fields: [String]
        let resource: String
        let references: [String]
    }

    private struct Resource {
        let name: String
        let title: Text
        let fields: [Field]
        let key: [String]
        var foreignKeys: [ForeignKey] = []
        /// Whether a key has fields that may be empty, which a primary key may not.
        var hasOpenKey = false
    }

    /// - Parameter tables: the CSV files of the export, byte order mark included.
    func descriptor(of tables: [(name: String, bytes: [UInt8])]) -> JSONValue {
        let contents = Dictionary(tables.map { ($0.name, $0.bytes) }) { first, _ in first }
        let resources = Self.resources.compactMap { resource in
            contents["\(resource.name).csv"].map { json(resource, $0) }
        }
        var members: [(key: String, value: JSONValue)] = [
            ("profile", .text("tabular-data-package")),
            ("name", .text(packageName)),
            ("title", .text(title)),
            ("description", .text(ExportMessage.packageDescription.text[language])),
        ]
        let licences = sources.licences.map { licence in
            JSONValue.object(
                [("name", licence.name), ("path", licence.path), ("title", licence.title)]
                    .compactMap { key, value in value.map { (key, .text($0)) } })
        }
        if !licences.isEmpty { members.append(("licenses", .array(licences))) }
        let documents = sources.sources.map { source in
            JSONValue.object(
                [("title", .text(source.title))]
                    + (source.path.isEmpty ? [] : [("path", .text(source.path))]))
        }
        if !documents.isEmpty { members.append(("sources", .array(documents))) }
        members.append(("resources", .array(resources)))
        return .object(members)
    }

    private var title: String {
        runs.map { $0.title[language] }.joined(separator: "; ")
    }

    /// Lower-case letters, digits and dashes only.
    private var packageName: String {
        guard runs.count == 1, let run = runs.first else { return "greenalu-runs" }
        let kept = run.name.lowercased().unicodeScalars.map { scalar -> String in
            let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            return isPlain ? String(scalar) : "-"
        }
        return "greenalu-" + kept.joined()
    }

    private func json(_ resource: Resource, _ bytes: [UInt8]) -> JSONValue {
        .object([
            ("name", .text(resource.name)),
            ("path", .text("\(resource.name).csv")),
            ("profile", .text("tabular-data-resource")),
            ("title", .text(resource.title[language])),
            ("format", .text("csv")),
            ("mediatype", .text("text/csv")),
            ("encoding", .text(hasByteOrderMark ? "utf-8-sig" : "utf-8")),
            ("bytes", .integer(bytes.count)),
            ("hash", .text("sha256:\(FileDigest.sha256(bytes))")),
            ("schema", schema(resource)),
        ])
    }

    private func schema(_ resource: Resource) -> JSONValue {
        let key = JSONValue.array(resource.key.map(JSONValue.text))
        var members: [(key: String, value: JSONValue)] = [
            ("fields", .array(resource.fields.map(json)))
        ]
        members.append(
            resource.hasOpenKey ? ("uniqueKeys", .array([key])) : ("primaryKey", key))
        if !resource.foreignKeys.isEmpty {
            members.append(("foreignKeys", .array(resource.foreignKeys.map(json))))
        }
        members.append(("missingValues", .array([.text("")])))
        return .object(members)
    }

    private func json(_ key: ForeignKey) -> JSONValue {
        .object([
            ("fields", .array(key.fields.map(JSONValue.text))),
            (
                "reference",
                .object([
                    ("resource", .text(key.resource)),
                    ("fields", .array(key.references.map(JSONValue.text))),
                ])
            ),
        ])
    }

    private func json(_ field: Field) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("name", .text(field.name)), ("type", .text(field.type)),
            ("description", .text(field.title[language])),
        ]
        if !field.unit.isEmpty { members.append(("unit", .text(field.unit))) }
        if field.type == "boolean" {
            members.append(("trueValues", .array([.text("yes")])))
            members.append(("falseValues", .array([.text("no")])))
        }
        var constraints: [(key: String, value: JSONValue)] = []
        if field.isRequired { constraints.append(("required", .flag(true))) }
        if !field.choices.isEmpty {
            constraints.append(("enum", .array(field.choices.map(JSONValue.text))))
        }
        if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
        return .object(members)
    }

    // MARK: - The tables

    private static let resources: [Resource] =
        RunTableName.allCases.map(resource) + [
            Resource(
                name: ExportTable.runs, title: Text(en: "Runs of this package", zh: "本数据包的各次运行"),
                fields: ExportTable.runColumns.map(field), key: ["scenario"]),
            Resource(
                name: ExportTable.variables,
                title: Text(en: "Variables of the results", zh: "结果中的变量"),
                fields: ExportTable.variableColumns.map(field), key: ["variable"]),
            Resource(
                name: ExportTable.provinces, title: Text(en: "Provinces", zh: "省份"),
                fields: ExportTable.provinceColumns.map(field), key: ["province"]),
        ]

    private static func resource(_ table: RunTableName) -> Resource {
        var columns = table.columns
        if table != .results { columns.insert(ExportTable.scenarioColumn, at: 0) }
        var keys = [
            ForeignKey(
                fields: ["scenario"], resource: ExportTable.runs, references: ["scenario"])
        ]
        let names = Set(columns.map(\.name))
        if names.contains("variable") {
            keys.append(
                ForeignKey(
                    fields: ["variable"], resource: ExportTable.variables,
                    references: ["variable"]))
        }
        for column in ["province", "origin", "destination"] where names.contains(column) {
            keys.append(
                ForeignKey(
                    fields: [column], resource: ExportTable.provinces, references: ["province"]))
        }
        if table == .reasons {
            keys.append(
                ForeignKey(
                    fields: ["scenario", "move"], resource: RunTableName.moves.rawValue,
                    references: ["scenario", "move"]))
        }
        return Resource(
            name: table.rawValue, title: table.title, fields: columns.map(field),
            key: ["scenario"] + table.key, foreignKeys: keys,
            hasOpenKey: table.columns.contains { table.key.contains($0.name) && !$0.isRequired })
    }

    private static func field(_ column: RunColumn) -> Field {
        var field = Field(
            name: column.name, type: "string", title: column.meaning, unit: column.unit,
            isRequired: column.isRequired)
        switch column.kind {
        case .text: break
        case .integer: field.type = "integer"
        case .number: field.type = "number"
        case .flag: field.type = "boolean"
        case .choice(let words): field.choices = words
        }
        return field
    }
}
