/// Words of a POSIX shell's command line.
enum ShellWord {
    /// Whether a shell takes the character for itself wherever it stands.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "_", ".", "/", ":", "=", ",", "+", "@", "-": true
        default: false
        }
    }

    /// The text as one word, whatever it holds: as it stands where no shell reads anything into
    /// it, else between single quotes.
    static func quoted(_ text: String) -> String {
        if !text.isEmpty, text.unicodeScalars.allSatisfy(isPlain) { return text }
        return "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// An option with its value. A value that looks like an option is joined to its name.
    static func option(_ name: String, _ value: String) -> String {
        value.hasPrefix("-") ? quoted("\(name)=\(value)") : "\(name) \(quoted(value))"
    }
}
