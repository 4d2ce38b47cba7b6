/// Cells whose text must be known elsewhere: provinces, smelters, parameters, choices.
enum ReferenceCells {
    /// The code a text stands for.
    static func province(_ text: String, provinces: ProvinceDirectory) -> Result<
        String, MessageError
    > {
        switch provinces.match(text) {
        case .code(let code), .alias(let code): return .success(code)
        case .ambiguous:
            return .failure(
                MessageError(Message(RowMessage.ambiguousProvince, verbatim: ["value": text])))
        case .unknown(let nearest):
            var arguments = ["value": Text(verbatim: text), "list": provinces.list]
            guard let nearest else {
                return .failure(MessageError(Message(RowMessage.unknownProvince, arguments)))
            }
            arguments["suggestion"] = Text(verbatim: nearest)
            return .failure(MessageError(Message(RowMessage.unknownProvinceNear, arguments)))
        }
    }

    /// A code that `provinces.csv` declares.
    static func provinceCode(_ text: String) -> Result<Cell, MessageError> {
        let codes = ProvinceDirectory.isoCodes
        if codes.contains(text) { return .success(.text(text)) }
        return .failure(
            MessageError(
                Message(
                    RowMessage.unknownProvinceCode,
                    verbatim: ["value": text, "list": codes.joined(separator: ", ")])))
    }

    static func smelter(_ text: String, among smelters: Set<String>) -> Result<
        Cell, MessageError
    > {
        if smelters.contains(text) { return .success(.text(text)) }
        guard let nearest = Spelling.nearest(to: text, among: smelters.sorted()) else {
            return .failure(
                MessageError(Message(RowMessage.unknownSmelter, verbatim: ["value": text])))
        }
        return .failure(
            MessageError(
                Message(
                    RowMessage.unknownSmelterNear,
                    verbatim: ["value": text, "suggestion": nearest])))
    }

    /// A known key, alone or with the code of a province behind it.
    static func parameterKey(_ text: String, provinces: ProvinceDirectory?) -> Result<
        Cell, MessageError
    > {
        let (base, province) = ParameterDefinition.split(text)
        guard ParameterDefinition.definition(for: text) != nil else {
            let keys = ParameterDefinition.all.map(\.key)
            guard let nearest = Spelling.nearest(to: base, among: keys) else {
                return .failure(
                    MessageError(
                        Message(
                            RowMessage.unknownParameter,
                            verbatim: ["value": base, "list": keys.joined(separator: ", ")])))
            }
            return .failure(
                MessageError(
                    Message(
                        RowMessage.unknownParameterNear,
                        verbatim: ["value": base, "suggestion": nearest])))
        }
        guard let province, let provinces, provinces[province] == nil else {
            return .success(.text(text))
        }
        // An alias would make a second spelling of the key, so only the code will do.
        switch self.province(province, provinces: provinces) {
        case .success(let code):
            let arguments = [
                "value": Text(verbatim: province), "list": provinces.list,
                "suggestion": Text(verbatim: code),
            ]
            return .failure(MessageError(Message(RowMessage.unknownProvinceNear, arguments)))
        case .failure(let error): return .failure(error)
        }
    }

    static func choice(_ text: String, among values: [String]) -> Result<Cell, MessageError> {
        if values.contains(text) { return .success(.text(text)) }
        var arguments = ["value": text, "list": values.joined(separator: ", ")]
        guard let nearest = Spelling.nearest(to: text, among: values) else {
            return .failure(MessageError(Message(TableMessage.notInList, verbatim: arguments)))
        }
        arguments["suggestion"] = nearest
        return .failure(MessageError(Message(TableMessage.notInListNear, verbatim: arguments)))
    }
}
