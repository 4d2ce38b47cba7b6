extension EnsembleStudy {
    /// The future of a draw as a scenario file on top of the ensemble's scenario: planned or run by
    /// itself, it gives the draw's results.
    /// - Parameter parent: what the file extends: a name or a relative path.
    /// - Throws: an error of the sampler for a draw it does not have.
    public func scenarioText(of draw: Int, extending parent: String) throws -> String {
        var inputs = model.base
        var writer = InputWriter(model.base)
        _ = model.future(model.quantiles(try point(of: draw)), &inputs, &writer)
        var values: [EffectiveValue] = []
        for target in model.factors.flatMap(\.targets) {
            guard let value = writer.value(target.slot, in: inputs) else { continue }
            values.append(
                EffectiveValue(
                    address: target.address, value: .number(value), origin: .standard))
        }
        return "schema: \(ScenarioReader.supportedSchema)\n"
            + "name: \(frame.scenario)-draw-\(draw)\nextends: \(parent)\n"
            + EffectiveScenario.nested(values)
    }
}
