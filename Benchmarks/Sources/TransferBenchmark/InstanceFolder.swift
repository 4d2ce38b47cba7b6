import Foundation
import NumericalMethods

/// A folder of NumPy files from which any solver can read a problem: `base/` and `neighbour/`.
///
/// Both hold the problem as a general quadratic program, matrices by compressed columns, and the
/// structure behind it, so that a reader can write it in the form that suits a solver best.
struct InstanceFolder {
    let folder: URL

    init(_ folder: URL) {
        self.folder = folder
    }

    func write(_ instance: BenchmarkInstance) throws {
        try write(instance.base, named: "base")
        try write(instance.neighbour, named: "neighbour")
    }

    func write(_ program: TransferProgram, named name: String) throws {
        let place = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let form = try program.generalForm()
        let general = form.program
        let writer = Writer(folder: place)
        try writer.matrix("quadratic", general.quadratic)
        try writer.matrix("constraints", general.constraints)
        try writer.numbers("linear", general.linear)
        try writer.numbers("constant", [general.constant])
        try writer.numbers("row_lower", general.rowLower)
        try writer.numbers("row_upper", general.rowUpper)
        try writer.numbers("variable_lower", general.variableLower)
        try writer.numbers("variable_upper", general.variableUpper)

        try writer.integers("sites", form.sites)
        try writer.integers("move_site", form.moves.map(\.site))
        try writer.integers("move_region", form.moves.map(\.region))
        try writer.integers("move_period", form.moves.map(\.period))
        try writer.integers("site_region", program.siteRegion)
        try writer.integers("region_and_period_count", [program.regionCount, program.periodCount])
        try writer.numbers("sum_curvature", program.sumCurvature)
        try writer.numbers("own_curvature", program.ownCurvature)
        try writer.numbers("stock_limit", program.stockLimit)
        try writer.numbers("pace_limit", program.paceLimit)
        try writer.numbers("rest_curvature", program.restCurvature)
        try writer.matrix("site_terms", program.siteTerms)
        try writer.matrix("route_terms", program.routeTerms)
        try writer.matrix("rest_terms", program.restTerms)
    }

    private struct Writer {
        let folder: URL

        private func file(_ name: String) -> URL { folder.appendingPathComponent(name + ".npy") }

        func numbers(_ name: String, _ values: [Double]) throws {
            try NumpyFile.write(values, to: file(name))
        }

        func integers(_ name: String, _ values: [Int]) throws {
            try NumpyFile.write(values, to: file(name))
        }

        func matrix(_ name: String, _ matrix: SparseMatrix) throws {
            try integers(name + "_shape", [matrix.rowCount, matrix.columnCount])
            try integers(name + "_starts", matrix.columnStarts)
            try integers(name + "_rows", matrix.rowIndices)
            try numbers(name + "_values", matrix.values)
        }
    }
}
