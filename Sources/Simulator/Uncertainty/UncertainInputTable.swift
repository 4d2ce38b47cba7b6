internal import NumericalMethods

/// `uncertain_inputs.csv`: every value that is drawn, with its factor and its spread.
struct UncertainInputTable {
    let csv: CSVText

    /// Quantiles that show the spread.
    private static let shown = [0.05, 0.5, 0.95]

    init(_ model: UncertaintyModel) {
        var text = CSVText(
            header: "factor,group,key,unit,applies,value,p05,p50,p95")
        let writer = InputWriter(model.base)
        for factor in model.factors {
            for target in factor.targets {
                guard let standing = writer.value(target.slot, in: model.base) else { continue }
                var fields = [
                    factor.name, factor.group, target.address.written,
                    ScenarioKey.byPath[target.address.path]?.unit ?? "",
                    target.application.rawValue, DecimalText.exported(standing),
                ]
                for quantile in Self.shown {
                    fields.append(
                        DecimalText.exported(target.value(at: quantile, from: standing).value))
                }
                text.append(fields)
            }
        }
        csv = text
    }
}
