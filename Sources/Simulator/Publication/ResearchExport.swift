/// Several runs in one folder of files that researchers' tools read as they are.
public struct ResearchExport: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        /// One row a value: `model,scenario,region,variable,unit,year,value`.
        case iamc
        /// One row a series, a column a year.
        case wide
        /// All tables of the runs, described by a `datapackage.json`.
        case datapackage
    }

    public let runs: [PublishedRun]
    public let format: Format
    public let hasByteOrderMark: Bool
    public let provinces: [ProvinceEntry]
    public let sources: PackageSources

    /// - Parameters:
    ///   - runs: at least one, of different names; see `nameFindings(_:)`.
    ///   - hasByteOrderMark: whether CSV files begin with the mark by which Excel knows UTF-8.
    ///   - provinces: names and codes for the code list.
    public init(
        runs: [PublishedRun], format: Format, hasByteOrderMark: Bool = false,
        provinces: [ProvinceEntry], sources: PackageSources
    ) {
        self.runs = runs
        self.format = format
        self.hasByteOrderMark = hasByteOrderMark
        self.provinces = provinces
        self.sources = sources
    }

    /// The command that wrote a folder, by its manifest; nil where it has none of ours.
    public static func command(of folder: String, files: FileLayer) throws(FileFailure) -> String? {
        do {
            let bytes = try files.readFile(
                at: "\(folder)/\(RunManifest.fileName)", limit: RunManifest.sizeLimit)
            return StoredManifest(bytes)?.command
        } catch let failure {
            guard failure.isUnsuitableInput else { throw failure }
            return nil
        }
    }

    /// Regions of a run that no province of the tables stands for, so that no code list has them.
    public static func regionFindings(_ run: PublishedRun, data: DataSet) -> [Finding] {
        let known = Set(data.provinces.entries.map { "China|\($0.name.english)" })
        return Set(run[.results].rows.map { $0[2] }).subtracting(known).subtracting(["China"])
            .sorted().map { region in
                Finding(
                    .error,
                    Message(
                        ExportMessage.unknownRegion,
                        verbatim: ["region": region, "data": data.directory]),
                    at: Location(file: run.name))
            }
    }

    /// Years that any run has, ascending.
    public var years: [String] { Set(runs.flatMap(\.years)).sorted() }

    /// The table of results, by its name in the folder.
    public var resultsFile: String { format == .wide ? "results_wide.csv" : "results.csv" }

    /// The files of the folder, the manifest last.
    /// - Parameter figures: more files, such as specifications of figures.
    public func files(
        figures: [(name: String, bytes: [UInt8])], language: Language
    ) -> [(name: String, bytes: [UInt8])] {
        let tables = tables().map { (name: $0.name, bytes: encoded($0.text)) }
        var files = tables
        switch format {
        case .iamc, .wide: files += CodeList(runs: runs, provinces: provinces).files()
        case .datapackage:
            let package = DataPackage(
                runs: runs, sources: sources, language: language,
                hasByteOrderMark: hasByteOrderMark)
            files.append(
                ("datapackage.json", Array(package.descriptor(of: tables).rendered.utf8)))
        }
        return manifest.complete(files + figures)
    }

    private func tables() -> [(name: String, text: CSVText)] {
        switch format {
        case .iamc: [(resultsFile, longResults), moves]
        case .wide: [(resultsFile, wideResults), moves]
        case .datapackage:
            [(resultsFile, longResults)]
                + RunTableName.allCases.filter { $0 != .results }.map(joined)
                + [
                    ("\(ExportTable.runs).csv", ExportTable.runs(runs)),
                    ("\(ExportTable.variables).csv", ExportTable.variablesCSV),
                    ("\(ExportTable.provinces).csv", ExportTable.provinces(provinces)),
                ]
        }
    }

    /// Flows from province to province do not fit the one region of a row, so they go beside it.
    private var moves: (name: String, text: CSVText) { joined(.moves) }

    private func encoded(_ text: CSVText) -> [UInt8] {
        (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + text.bytes
    }

    /// The results of all runs, run by run, under the runs' names; all other fields as they were
    /// written.
    private var longResults: CSVText {
        var text = CSVText(header: ResultTable.header)
        for run in runs {
            for row in run[.results].rows {
                var fields = row
                fields[1] = run.name
                text.append(fields)
            }
        }
        return text
    }

    private struct Series: Hashable {
        let region: String
        let variable: String
        let unit: String
    }

    /// A row for each series, empty where a year has no value.
    private var wideResults: CSVText {
        let years = years
        let places = Dictionary(years.enumerated().map { ($1, $0) }) { first, _ in first }
        var text = CSVText(
            header: (["Model", "Scenario", "Region", "Variable", "Unit"] + years)
                .joined(separator: ","))
        for run in runs {
            var order: [Series] = []
            var values: [Series: [String]] = [:]
            var model = ""
            for row in run[.results].rows {
                let series = Series(region: row[2], variable: row[3], unit: row[4])
                model = row[0]
                if values[series] == nil { order.append(series) }
                guard let place = places[row[5]] else { continue }
                values[series, default: Array(repeating: "", count: years.count)][place] = row[6]
            }
            for series in order {
                text.append(
                    [model, run.name, series.region, series.variable, series.unit]
                        + (values[series] ?? []))
            }
        }
        return text
    }

    /// A table of all runs with the run's name in front.
    private func joined(_ table: RunTableName) -> (name: String, text: CSVText) {
        var text = CSVText(
            header: (["scenario"] + table.columns.map(\.name)).joined(separator: ","))
        for run in runs {
            for row in run[table].rows { text.append([run.name] + row) }
        }
        return (table.fileName, text)
    }

    private var manifest: StudyManifest {
        var seen = Set<InputDigest>()
        return StudyManifest(
            command: "export",
            inputs: runs.flatMap(\.inputs).filter { seen.insert($0).inserted }, seed: nil,
            particulars: [
                ("format", .text(format.rawValue)),
                ("byte_order_mark", .flag(hasByteOrderMark)),
                ("runs", .array(runs.map(Self.json))),
            ])
    }

    private static func json(_ run: PublishedRun) -> JSONValue {
        .object([
            ("name", .text(run.name)), ("scenario", .text(run.scenario)),
            ("command", .text(run.command)), ("status", .text(run.status.rawValue)),
            ("version", .text(run.version)),
            ("options", .array(run.options.map(JSONValue.text))),
            ("objective", run.objective.map(JSONValue.number) ?? .null),
        ])
    }
}
