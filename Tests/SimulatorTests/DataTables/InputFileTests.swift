import Simulator
import Testing

@Suite("A data folder holds every table as a regular, readable file")
struct InputFileTests {
    @Test("A missing, empty or headless file is refused by name")
    func missingAndEmpty() throws {
        for (bytes, identifier) in [
            (nil, "table.file_missing"), ([], "csv.empty"),
            (Array("\u{FEFF}".utf8), "csv.empty"),
            (
                Array("province,alumina,ingot,unit,low,high,grade,source,url,note\n".utf8),
                "csv.header_only"
            ),
        ] as [([UInt8]?, String)] {
            var data = ScratchDataSet()
            data.setBytes("freight.csv", bytes)
            let errors = try data.findings().errors
            #expect(errors.map(\.message.identifier) == [identifier])
            #expect(errors.first?.location.file == "freight.csv")
        }
    }

    @Test("A folder or a pipe in place of a file is refused at once")
    func notRegular() throws {
        for makesPipe in [true, false] {
            let folder = try TemporaryFolder()
            var data = ScratchDataSet()
            data.setBytes("quotas.csv", nil)
            try data.write(to: folder)
            if makesPipe {
                try folder.makePipe("quotas.csv")
            } else {
                try folder.makeFolder("quotas.csv")
            }
            let rejected = try #require(throws: InputRejected.self) {
                try DataSetLoader(files: FileLayer()).load(directory: folder.path)
            }
            #expect(rejected.findings.map(\.message.identifier) == ["table.file_unsuitable"])
            #expect(rejected.findings.first?.location.file == "quotas.csv")
        }
    }

    @Test("A data folder that is not there is one finding, not one for each table")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "text")
        for name in ["absent", "file", ""] {
            let rejected = try #require(throws: InputRejected.self) {
                try DataSetLoader(files: FileLayer()).load(
                    directory: name.isEmpty ? "" : folder.path(name))
            }
            #expect(rejected.findings.map(\.message.identifier) == ["table.folder_missing"])
        }
    }

    @Test("A file larger than the limit is refused before it is read")
    func tooLarge() throws {
        let folder = try TemporaryFolder()
        try ScratchDataSet().write(to: folder)
        try folder.write("quotas.csv", [UInt8](repeating: 0x2C, count: (64 << 20) + 1))
        let rejected = try #require(throws: InputRejected.self) {
            try DataSetLoader(files: FileLayer()).load(directory: folder.path)
        }
        #expect(rejected.findings.errors.map(\.message.identifier) == ["table.file_unsuitable"])
    }

    @Test("Another CSV file in the folder is named, other files are let be")
    func otherFiles() throws {
        var data = ScratchDataSet()
        data.setBytes("quota.csv", Array("a,b\n".utf8))
        data.setBytes("notes.md", Array("text".utf8))
        let notices = try data.load().notices
        #expect(notices.map(\.message.identifier) == ["table.unknown_file"])
        #expect(notices.first?.severity == .warning)
        #expect(notices.first?.rendered(in: .english).contains("quotas.csv") == true)
    }

    @Test("A fault of the machine is a file failure, not a fault of the data")
    func machineFault() throws {
        let folder = try TemporaryFolder()
        try ScratchDataSet().write(to: folder)
        for operation in [FileOperation.open, .read, .list, .status] {
            let files = FileLayer(
                faults: FaultInjector(failing: operation, call: 1, errorNumber: 5))
            let failure = try #require(throws: FileFailure.self) {
                try DataSetLoader(files: files).load(directory: folder.path)
            }
            #expect(failure.operation == operation)
            #expect(failure.errno == 5)
        }
    }
}
