internal import Simulator

extension Lever {
    /// Settings that a derived lever stands for, as `key=value` texts, broad ones before narrow ones.
    /// - Parameter text: what the link gives.
    /// - Throws: ``InputRejected`` with every value that cannot be.
    func expansion(_ text: String, in opened: OpenedScenario) throws(InputRejected) -> [String] {
        if action == .allows { return try allowing(text, in: opened) }
        let number = try amount(text)
        var findings = FindingList()
        var values: [ScenarioAddress: ScenarioValue?] = [:]
        for path in keys {
            guard let key = ScenarioKey.byPath[path] else { continue }
            for value in opened.changeable(path) {
                guard case .number(let before) = value.value else { continue }
                let after = DecimalText.significant(changed(before, by: number), digits: 10)
                if let lower = key.lowerBound, let upper = key.upperBound,
                    !(lower...upper).contains(after)
                {
                    refuse(
                        .leadsOutside,
                        [
                            "value": text, "key": value.address.written,
                            "result": DecimalText.short(after), "lower": DecimalText.short(lower),
                            "upper": DecimalText.short(upper), "unit": key.unit ?? "",
                        ], &findings)
                    continue
                }
                values.updateValue(.number(after), forKey: value.address)
            }
        }
        try findings.throwIfRejected()
        return ScenarioFile.joined(values, context: opened.context).compactMap { line in
            line.value.map { "\(line.address.written)=\($0.written)" }
        }
    }

    /// The value as the link writes it: `5` for `5.0`, `true` for `yes`.
    func canonical(_ text: String) -> String {
        switch control {
        case .flag: Self.flag(text).map(String.init) ?? text
        case .slider: (try? amount(text)).map(DecimalText.exact) ?? text
        case .choice: text
        }
    }

    static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }

    private func changed(_ value: Double, by number: Double) -> Double {
        switch action {
        case .adds: value + number
        case .multiplies: value * number
        case .raises: max(value, number)
        case .sets, .allows: number
        }
    }

    private func amount(_ text: String) throws(InputRejected) -> Double {
        guard case .slider(let range, let step) = control else { return 0 }
        var findings = FindingList()
        let arguments = [
            "value": text, "lower": DecimalText.exact(range.lowerBound),
            "upper": DecimalText.exact(range.upperBound), "unit": unit.english,
            "example": DecimalText.exact((neutral ?? range.lowerBound) + step),
        ]
        guard text.utf8.count <= 40, Self.isDecimal(text), let number = Double(text),
            number.isFinite
        else {
            refuse(.notANumber, arguments, &findings)
            throw InputRejected(findings.findings)
        }
        guard range.contains(number) else {
            refuse(.outOfRange, arguments, &findings)
            throw InputRejected(findings.findings)
        }
        return number
    }

    /// Digits with a sign and a point; no words and no hexadecimal numbers.
    private static func isDecimal(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
            }
    }

    private func allowing(
        _ text: String, in opened: OpenedScenario
    ) throws(InputRejected) -> [String] {
        var findings = FindingList()
        guard let isAllowed = Self.flag(text) else {
            refuse(.notAFlag, ["value": text], &findings)
            throw InputRejected(findings.findings)
        }
        guard isAllowed else { return keys.map { "\($0)=0" } }
        var result: [String] = []
        for path in keys where opened.value(ScenarioAddress(path)) == .number(0) {
            guard let number = opened.tableNumber(path), number > 0 else {
                refuse(.nothingToOpen, [:], &findings)
                continue
            }
            result.append("\(path)=\(DecimalText.exact(number))")
        }
        try findings.throwIfRejected()
        return result
    }

    private func refuse(
        _ message: LeverMessage, _ arguments: [String: String], _ findings: inout FindingList
    ) {
        var texts = arguments.mapValues { Text(verbatim: String($0.prefix(100))) }
        if arguments["unit"] == unit.english { texts["unit"] = unit }
        findings.error(Message(message, texts), at: Location(keyPath: identifier))
    }
}

extension OpenedScenario {
    /// What the tables give for a key without places.
    func tableNumber(_ path: String) -> Double? {
        guard
            let values = try? ModelInputs(data: data, scenario: .tablesOnly).effectiveValues,
            case .number(let number)? = values.first(where: { $0.address.path == path })?.value
        else { return nil }
        return number
    }
}
