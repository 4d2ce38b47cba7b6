/// A JSON value whose objects keep the order they were written in, so that the same content gives
/// the same bytes.
public indirect enum JSONValue: Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    /// Must be finite; written shortest, as it reads back.
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// The value with two spaces of indentation per level and a final line end.
    public var rendered: String {
        var text = ""
        write(into: &text, indentation: 0)
        return text + "\n"
    }

    private func write(into text: inout String, indentation: Int) {
        switch self {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number):
            text += number.isFinite ? DecimalText.exact(number) : "null"
        case .text(let string): text += Self.quoted(string)
        case .array(let items):
            if items.isEmpty {
                text += "[]"
                return
            }
            text += "[\n"
            for (index, item) in items.enumerated() {
                text += String(repeating: "  ", count: indentation + 1)
                item.write(into: &text, indentation: indentation + 1)
                text += index + 1 < items.count ? ",\n" : "\n"
            }
            text += String(repeating: "  ", count: indentation) + "]"
        case .object(let members):
            if members.isEmpty {
                text += "{}"
                return
            }
            text += "{\n"
            for (index, member) in members.enumerated() {
                text += String(repeating: "  ", count: indentation + 1)
                text += Self.quoted(member.key) + ": "
                member.value.write(into: &text, indentation: indentation + 1)
                text += index + 1 < members.count ? ",\n" : "\n"
            }
            text += String(repeating: "  ", count: indentation) + "}"
        }
    }

    /// A string literal valid in JSON and, by that, in YAML.
    public static func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where PrintableText.isUnsafe(scalar):
                if scalar.value <= 0xFFFF {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
