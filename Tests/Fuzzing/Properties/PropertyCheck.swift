internal import Simulator

/// What must hold of a reader whatever bytes it is given, as one function of the bytes. The fuzzer
/// calls it with inputs it makes up, the tests with those of the corpus.
struct PropertyCheck: Sendable {
    /// Also the folder of its inputs in the corpus.
    let name: String
    /// Bytes of the longest input the fuzzer makes up.
    let lengthLimit: Int
    /// An input that takes longer, in a build that counts and checks, is a finding.
    var secondsLimit = 10
    /// - Throws: ``PropertyBroken``; whatever the reader lets escape breaks a property too.
    let check: @Sendable (_ bytes: [UInt8]) throws -> Void

    static var all: [PropertyCheck] {
        var all = [
            csv, tables, scenario, options, program, json, manifest, ensemblePart,
        ]
        #if GREENALU_WEB
            all += [link, http]
        #endif
        return all
    }
}

/// A property that an input broke.
struct PropertyBroken: Error, CustomStringConvertible {
    let description: String
}

/// - Throws: ``PropertyBroken`` where the condition does not hold.
func require(_ condition: Bool, _ property: @autoclosure () -> String) throws(PropertyBroken) {
    guard condition else { throw PropertyBroken(description: property()) }
}

/// Findings are sentences for people: in both languages, with every place filled in, and without a
/// character that could move the cursor or hide text.
func requireReadable(_ findings: [Finding]) throws(PropertyBroken) {
    for finding in findings {
        for language in Language.allCases {
            let text = finding.rendered(in: language)
            let body = finding.message.rendered(in: language)
            try require(!body.isEmpty, "\(finding.message.identifier) says nothing")
            try require(
                !text.unicodeScalars.contains(where: PrintableText.isUnsafe),
                "\(finding.message.identifier) prints a control character: \(text.debugDescription)")
            try require(
                text.utf8.count <= 32_000,
                "\(finding.message.identifier) takes \(text.utf8.count) bytes")
        }
    }
}

/// A refusal says why, and as an error.
func requireRefusal(_ rejected: InputRejected) throws(PropertyBroken) {
    try require(
        rejected.findings.contains { $0.severity == .error }, "refused without an error")
    try requireReadable(rejected.findings)
}
