import Foundation

/// Lines of a name and numbers, as the script beside the fixtures writes them.
struct NumberFixture {
    let rows: [(name: String, numbers: [Double])]

    init(_ file: String) throws {
        rows = try Fixtures.text("sampling/\(file)").split(separator: "\n").map { line in
            let fields = line.split(separator: ",")
            return (String(fields[0]), fields.dropFirst().map { Double($0) ?? .nan })
        }
    }

    /// The numbers of the first line with a name; empty when there is none.
    subscript(_ name: String) -> [Double] {
        rows.first { $0.name == name }?.numbers ?? []
    }

    /// The numbers of all lines with a name.
    func all(_ name: String) -> [[Double]] {
        rows.filter { $0.name == name }.map(\.numbers)
    }
}
