extension ScenarioComparison {
    /// Which results are asked for. Nothing given asks for all.
    public struct Selection: Sendable {
        /// ISO codes; `nil` as an element stands for China.
        public let regions: [String?]
        /// Parts of variable names, in any case.
        public let variables: [String]

        public init() {
            regions = []
            variables = []
        }

        /// Reads what a user wrote.
        /// - Parameters:
        ///   - provinces: codes or names of provinces, or `China`.
        ///   - variables: parts of names of variables.
        /// - Throws: ``InputRejected`` with every province and variable there is none of.
        public init(
            provinces: [String], variables: [String], context: ScenarioContext
        ) throws(InputRejected) {
            var findings = FindingList()
            var regions: [String?] = []
            for name in provinces {
                if Self.isNation(name) {
                    regions.append(nil)
                } else if let code = context.provinceDirectory.code(for: name),
                    context.provinces.contains(code)
                {
                    regions.append(code)
                } else {
                    findings.error(
                        context.provinceDirectory.rejection(of: name, among: context.provinces),
                        at: Location(file: "--province"))
                }
            }
            for part in variables where !Self.known(part) {
                findings.error(Self.unknown(part), at: Location(file: "--variable"))
            }
            try findings.throwIfRejected()
            self.regions = regions
            self.variables = variables
        }

        /// Whether a name stands for the whole country.
        static func isNation(_ name: String) -> Bool {
            ["china", "全国", "中国"].contains(name.lowercased())
        }

        private static func known(_ part: String) -> Bool {
            !part.isEmpty
                && VariableDefinition.all.contains {
                    $0.name.lowercased().contains(part.lowercased())
                }
        }

        private static func unknown(_ part: String) -> Message {
            let words = VariableDefinition.all.flatMap {
                [$0.name] + $0.name.split(separator: "|").map(String.init)
            }
            guard let nearest = Spelling.nearest(to: part, among: words) else {
                return Message(ComparisonMessage.unknownVariable, verbatim: ["value": part])
            }
            return Message(
                ComparisonMessage.unknownVariableNearest,
                verbatim: ["value": part, "nearest": nearest])
        }

        func includes(_ row: ResultDifference) -> Bool {
            let name = row.definition.name.lowercased()
            return (regions.isEmpty || regions.contains(row.province))
                && (variables.isEmpty || variables.contains { name.contains($0.lowercased()) })
        }
    }
}
