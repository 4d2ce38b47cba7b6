import Simulator
import Testing

@Suite("The way a table is written down does not change what it says")
struct SameDataTests {
    /// Every row of every table by its cells, in an order that does not depend on the file's.
    private func cells(_ data: DataSet) -> [TableName: [String]] {
        var result: [TableName: [String]] = [:]
        for name in TableName.allCases {
            result[name] = data[name].rows.map { "\($0.cells)" }.sorted()
        }
        return result
    }

    private func shipped() throws -> [TableName: [String]] { try cells(ScratchDataSet().load()) }

    @Test("Line ends, a missing last one, blank lines at the end and a byte order mark")
    func lineEnds() throws {
        let expected = try shipped()
        let changes: [(String, (inout String) -> Void)] = [
            ("CRLF", { $0 = $0.replacing("\n", with: "\r\n") }),
            ("CR", { $0 = $0.replacing("\n", with: "\r") }),
            ("no end", { $0.removeLast() }),
            ("blank lines", { $0 += "\n\r\n\n" }),
            ("mark", { $0 = "\u{FEFF}" + $0 }),
            (
                "mixed",
                { text in
                    let ends = ["\n", "\r\n", "\r"]
                    text = text.split(separator: "\n").enumerated().reduce(into: "") {
                        $0 += $1.element + ends[$1.offset % 3]
                    }
                }
            ),
        ]
        for (name, change) in changes {
            var data = ScratchDataSet()
            for table in TableName.allCases { data.edit(table.fileName, change) }
            let loaded = try data.load()
            #expect(loaded.notices.isEmpty, "\(name)")
            #expect(cells(loaded) == expected, "\(name)")
        }
    }

    @Test("The order of rows and of columns")
    func order() throws {
        let expected = try shipped()
        var data = ScratchDataSet()
        for table in TableName.allCases {
            data.edit(table.fileName) { text in
                let lines = text.split(separator: "\n")
                text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
            }
        }
        data.edit("provinces.csv") { text in
            text = text.split(separator: "\n").map { line in
                line.split(separator: ",").reversed().joined(separator: ",")
            }.joined(separator: "\n")
        }
        #expect(try cells(data.load()) == expected)
    }

    @Test("GB18030, with a notice for each file that is not plain ASCII")
    func gb18030() throws {
        let expected = try shipped()
        var data = ScratchDataSet()
        var converted: Set<String> = []
        for table in TableName.allCases {
            let bytes = ScratchDataSet.shipped[table.fileName] ?? []
            if bytes.contains(where: { $0 >= 0x80 }) { converted.insert(table.fileName) }
            data.setBytes(table.fileName, try ScratchDataSet.gb18030(bytes))
        }
        let loaded = try data.load()
        #expect(cells(loaded) == expected)
        #expect(loaded.notices.allSatisfy { $0.message.identifier == "csv.decoded_as_gb18030" })
        #expect(Set(loaded.notices.compactMap(\.location.file)) == converted)
        #expect(converted.contains("smelters.csv"))
    }

    @Test("Semicolons or tabs as delimiters, with a notice")
    func delimiters() throws {
        let expected = try shipped()
        for delimiter in [";", "\t"] {
            var data = ScratchDataSet()
            data.edit("provinces.csv") { $0 = $0.replacing(",", with: delimiter) }
            let loaded = try data.load()
            #expect(cells(loaded) == expected)
            #expect(loaded.notices.map(\.message.identifier) == ["csv.other_delimiter"])
        }
    }

    @Test("A quota as 35.8, 35.8%, 3.58e1 or, with unit 1, 0.358")
    func percent() throws {
        let expected = try shipped()
        for row in [
            "35.8%,monitored,%,31.799999999999997%,39.8",
            "3.58e1,monitored,%,31.799999999999997,39.8",
            "+35.80,monitored,%,31.799999999999997,39.8",
            "0.358,monitored,1,0.31799999999999997,0.398",
            "0.358,monitored,fraction,.31799999999999997,0.398",
        ] {
            var data = ScratchDataSet()
            try data.replace(
                in: "quotas.csv", "35.8,monitored,%,31.799999999999997,39.8", with: row)
            #expect(try cells(data.load())[.quotas] == expected[.quotas], "\(row)")
        }
    }

    @Test("A number with thousands in groups of three, in quotes")
    func thousands() throws {
        let expected = try shipped()
        var data = ScratchDataSet()
        try data.replace(in: "smelters.csv", "400,13400,0.85", with: "400,\"13,400.0\",0.85")
        #expect(try cells(data.load()) == expected)
    }

    @Test("A province by another of its names, with a notice for each spelling")
    func aliases() throws {
        let expected = try shipped()
        for alias in ["云南", "云南省", "Yunnan", "yunnan province", "YN", "云南\u{3000}", " CN-YN"] {
            var data = ScratchDataSet()
            data.edit("quotas.csv") { $0 = $0.replacing("CN-YN", with: alias) }
            let loaded = try data.load()
            #expect(cells(loaded)[.quotas] == expected[.quotas], "\(alias)")
            #expect(loaded.notices.map(\.message.identifier) == ["row.province_mapped"])
            #expect(loaded.notices.first?.rendered(in: .chinese).contains("CN-YN（云南）") == true)
        }
    }

    @Test("A duplicate under another name of the province is still a duplicate")
    func duplicateAlias() throws {
        var data = ScratchDataSet()
        data.edit("quotas.csv") { text in
            let row = text.split(separator: "\n").first { $0.hasPrefix("CN-YN,2026") } ?? ""
            text += row.replacing("CN-YN", with: "云南") + "\n"
        }
        let errors = try data.findings().errors
        #expect(errors.map(\.message.identifier) == ["row.duplicate_key_same"])
    }
}
