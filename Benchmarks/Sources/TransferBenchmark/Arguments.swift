import Foundation

/// The words of the command line.
struct Arguments {
    let command: String
    var size = "small"
    var seed: UInt64 = 1
    var isLinear = false
    var solver = "general"
    var repeats = 5
    /// How many random problems, and the number of the first.
    var count = 1
    var first = 1
    var folder: URL?

    init(_ words: [String]) throws {
        guard let command = words.first else { throw UsageError(message: "no command") }
        self.command = command
        var rest = words.dropFirst()
        func value(of option: String) throws -> String {
            guard let value = rest.popFirst() else {
                throw UsageError(message: "\(option) needs a value")
            }
            return value
        }
        func number<N: FixedWidthInteger>(of option: String) throws -> N {
            let text = try value(of: option)
            guard let number = N(text), number > 0 else {
                throw UsageError(message: "\(option) needs a whole number above zero, not \(text)")
            }
            return number
        }
        while let option = rest.popFirst() {
            switch option {
            case "--size": size = try value(of: option)
            case "--seed": seed = try number(of: option)
            case "--linear": isLinear = true
            case "--solver": solver = try value(of: option)
            case "--repeats": repeats = try number(of: option)
            case "--count": count = try number(of: option)
            case "--first": first = try number(of: option)
            case "--out": folder = URL(fileURLWithPath: try value(of: option))
            default: throw UsageError(message: "no such option: \(option)")
            }
        }
    }

    func requiredFolder() throws -> URL {
        guard let folder else { throw UsageError(message: "--out FOLDER is missing") }
        return folder
    }

    func instance() throws -> BenchmarkInstance {
        guard let instance = BenchmarkInstance(size: size, seed: seed, isLinear: isLinear) else {
            throw UsageError(message: "no such size: \(size)")
        }
        return instance
    }
}
