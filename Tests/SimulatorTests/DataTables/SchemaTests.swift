import FoundationEssentials
import Testing

@testable import Simulator

@Suite("Schemas and messages")
struct SchemaTests {
    private func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    private func expectBothLanguages(_ text: Text, _ what: String) {
        #expect(!text.english.isEmpty, "\(what)")
        #expect(!isChinese(text.english), "\(what)")
        #expect(isChinese(text.chinese), "\(what)")
    }

    @Test("have every title, meaning and grade in both languages")
    func texts() {
        for schema in TableSchema.all {
            expectBothLanguages(schema.title, schema.name.rawValue)
            for column in schema.columns {
                expectBothLanguages(column.meaning, "\(schema.name.rawValue).\(column.name)")
            }
        }
        for definition in ParameterDefinition.all {
            expectBothLanguages(definition.meaning, definition.key)
        }
        for grade in Grade.allCases { expectBothLanguages(grade.name, grade.rawValue) }
        for operation in FileOperation.allCases {
            expectBothLanguages(operation.name, operation.rawValue)
        }
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first
            }
            .map(String.init))
    }

    private func expectCatalogue<Entry: MessageCatalogue>(_ type: Entry.Type) {
        for entry in Entry.allCases {
            expectBothLanguages(entry.text, "\(Entry.area).\(entry.rawValue)")
            #expect(
                placeholders(entry.text.english) == placeholders(entry.text.chinese),
                "\(Entry.area).\(entry.rawValue)")
        }
    }

    @Test("have every message in both languages with the same arguments")
    func messages() {
        expectCatalogue(TableMessage.self)
        expectCatalogue(RowMessage.self)
        expectCatalogue(CSVMessage.self)
        expectCatalogue(NumberMessage.self)
        expectCatalogue(FileMessage.self)
    }

    @Test("name keys, values and units that are columns")
    func references() {
        #expect(TableSchema.all.map(\.name) == TableName.allCases)
        for schema in TableSchema.all {
            for name in schema.key + schema.valueColumns {
                #expect(schema.column(name) != nil, "\(schema.name.rawValue).\(name)")
            }
            #expect(Set(schema.columns.map(\.name)).count == schema.columns.count)
            #expect((schema.unitRule == .none) == (schema.column("unit") == nil))
        }
    }

    private struct Package: Decodable {
        struct Resource: Decodable {
            struct Schema: Decodable {
                struct Field: Decodable {
                    struct Constraints: Decodable {
                        let required: Bool?
                        let `enum`: [String]?
                    }
                    let name: String
                    let type: String
                    let constraints: Constraints?
                }
                let fields: [Field]
                let primaryKey: [String]
            }
            let name: String
            let schema: Schema
        }
        let resources: [Resource]
    }

    @Test("agree with the data package in columns, types, choices and keys")
    func dataPackage() throws {
        let path = ScratchDataSet.shippedFolder + "/datapackage.json"
        let bytes = try FileLayer().readFile(at: path, limit: 1 << 24)
        let package = try JSONDecoder().decode(Package.self, from: Data(bytes))
        #expect(
            Set(package.resources.map(\.name)).isSubset(of: Set(TableName.allCases.map(\.rawValue)))
        )
        for resource in package.resources {
            let name = try #require(TableName(rawValue: resource.name))
            let schema = TableSchema.schema(for: name)
            #expect(schema.key == resource.schema.primaryKey)
            #expect(
                Set(schema.columns.map(\.name)) == Set(resource.schema.fields.map(\.name)),
                "\(name)")
            for field in resource.schema.fields {
                let column = try #require(schema.column(field.name))
                let what: Comment = "\(resource.name).\(field.name)"
                #expect(column.isRequired == (field.constraints?.required ?? false), what)
                #expect(column.isNumeric == (field.type != "string"), what)
                if case .enumeration(let values) = column.kind, let listed = field.constraints?.enum
                {
                    #expect(values == listed, what)
                }
            }
        }
    }

    @Test("know every parameter by its key, with or without a province")
    func parameters() {
        #expect(ParameterDefinition.definition(for: "carbon_price")?.unit == "CNY/tCO2")
        #expect(ParameterDefinition.definition(for: "hydro_shortfall_borne.CN-YN") != nil)
        #expect(ParameterDefinition.definition(for: "carbon") == nil)
        #expect(ParameterDefinition.split("a.CN-YN").province == "CN-YN")
        let keys = ParameterDefinition.all.map(\.key)
        #expect(Set(keys).count == keys.count)
    }
}
