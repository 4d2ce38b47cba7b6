import Simulator

/// A run folder made by hand: two variables, two regions, two years, one move.
struct SmallRun {
    var scenario = "small"
    var command = "plan"
    var status = "optimal"
    var options: [String] = []
    var inputs: [InputDigest] = []
    var tables: [RunTableName: [String]] = [
        .results: [
            "greenalu,small,China,Capacity|Aluminum|Primary,Mt/yr,2024,4.5",
            "greenalu,small,China,Capacity|Aluminum|Primary,Mt/yr,2025,0.1",
            "greenalu,small,China|Yunnan,Capacity|Aluminum|Primary,Mt/yr,2024,4.5",
            "greenalu,small,China|Yunnan,Capacity|Aluminum|Primary,Mt/yr,2025,1e-06",
            "greenalu,small,China,Price|Certificate,CNY/MWh,2025,123456789.012",
        ],
        .moves: [
            "nanshan-to-cn-qh-2025,nanshan,CN-SD,CN-QH,2025,0.15,0.15,chosen,greener_power,-3.5,-1,"
        ],
        .reasons: ["nanshan-to-cn-qh-2025,nanshan,CN-SD,CN-QH,2025,capital,12,80"],
    ]
    /// Files whose text differs from what the manifest says.
    var changed: [String: String] = [:]
    var missing: Set<String> = []

    private var contents: [(name: String, text: String)] {
        RunTableName.allCases.map { table in
            let header = table.columns.map(\.name).joined(separator: ",")
            let rows = tables[table] ?? []
            return (table.fileName, ([header] + rows).map { $0 + "\n" }.joined())
        } + [
            (
                "effective_scenario.yaml",
                "schema: 1\nname: small\ntitle:\n  en: \"Small: a test\"\n  zh: \"小情景\"\n"
            )
        ]
    }

    /// Writes the folder.
    func write(_ folder: TemporaryFolder, as name: String) throws {
        try folder.makeFolder(name)
        var entries: [String] = []
        for file in contents {
            let digest = FileDigest.sha256(Array(file.text.utf8))
            entries.append(#"{"name":"\#(file.name)","sha256":"\#(digest)"}"#)
            if missing.contains(file.name) { continue }
            try folder.write("\(name)/\(file.name)", changed[file.name] ?? file.text)
        }
        let listed = inputs.map { #"{"name":"\#($0.file)","sha256":"\#($0.sha256)"}"# }
        let set = options.map { #""\#($0)""# }.joined(separator: ",")
        let plan = command == "plan" ? #","plan":{"status":"\#(status)","objective":-3.5}"# : ""
        try folder.write(
            "\(name)/manifest.json",
            """
            {"schema":1,"program":"greenalu","version":"0.1.0","command":"\(command)",\
            "scenario":"\(scenario)","options":[\(set)],"inputs":[\(listed.joined(separator: ","))],\
            "files":[\(entries.joined(separator: ","))]\(plan)}
            """)
    }

    /// The run as read back from a folder of its own.
    func published(named name: String? = nil) throws -> PublishedRun {
        let folder = try TemporaryFolder()
        try write(folder, as: "run")
        return try PublishedRun(
            StoredRun(at: folder.path("run"), files: FileLayer()), named: name)
    }
}
