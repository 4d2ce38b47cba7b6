/// The words of the command line.
struct DrawArguments {
    var scenario = ""
    var folder = "scenarios"
    var draws = 200
    var first = 0
    var seed: UInt64 = 1
    var spread = 1.0
    var threads = 1
    var isCompared = false
    var options: [String] = []

    init(_ words: [String]) throws {
        var rest = words[...]
        func value<Value: LosslessStringConvertible>(
            of option: String, _ isFit: (Value) -> Bool
        ) throws -> Value {
            guard let text = rest.popFirst(), let value = Value(text), isFit(value) else {
                throw UsageError(message: "\(option) needs a value of its kind")
            }
            return value
        }
        while let word = rest.popFirst() {
            switch word {
            case "--scenarios": folder = try value(of: word) { _ in true }
            case "--draws": draws = try value(of: word) { $0 > 0 }
            case "--first": first = try value(of: word) { $0 >= 0 }
            case "--seed": seed = try value(of: word) { _ in true }
            case "--spread": spread = try value(of: word) { $0 >= 0 && $0 <= 1 }
            case "--threads": threads = try value(of: word) { $0 > 0 }
            case "--ordinary": isCompared = true
            case "--set": options.append(try value(of: word) { _ in true })
            default:
                guard !word.hasPrefix("-"), scenario.isEmpty else {
                    throw UsageError(message: "no such option: \(word)")
                }
                scenario = word
            }
        }
        guard !scenario.isEmpty else { throw UsageError(message: "no scenario") }
    }
}
