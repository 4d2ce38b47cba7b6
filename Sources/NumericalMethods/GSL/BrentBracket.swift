internal import CGSL

/// GSL's Brent iteration on one bracket; freed with the last reference.
final class BrentBracket {
    /// Lends a Swift closure to C.
    private final class FunctionBox {
        let function: (Double) -> Double
        init(_ function: @escaping (Double) -> Double) { self.function = function }
    }

    private let solver: UnsafeMutablePointer<gsl_root_fsolver>
    private let callback: UnsafeMutablePointer<gsl_function_struct>
    private let box: FunctionBox

    /// Starts on a bracket at whose ends the function has opposite signs.
    init(
        lower: Double, upper: Double, _ function: @escaping (Double) -> Double
    ) throws(GSLError) {
        GSLRuntime.start()
        guard let solver = gsl_root_fsolver_alloc(cgsl_root_brent()) else {
            throw .noMemory("Brent root finder", [1])
        }
        self.solver = solver
        box = FunctionBox(function)
        callback = UnsafeMutablePointer<gsl_function_struct>.allocate(capacity: 1)
        callback.initialize(
            to: gsl_function_struct(
                function: { point, context in
                    guard let context else { return .nan }
                    let box = Unmanaged<FunctionBox>.fromOpaque(context).takeUnretainedValue()
                    return box.function(point)
                }, params: Unmanaged.passUnretained(box).toOpaque()))
        let status = gsl_root_fsolver_set(solver, callback, lower, upper)
        try GSLError.check(status, "Brent root finder on \(lower) ... \(upper)", [1])
    }

    deinit {
        gsl_root_fsolver_free(solver)
        callback.deallocate()
    }

    /// Narrows the bracket once.
    func iterate() throws(GSLError) {
        let status = gsl_root_fsolver_iterate(solver)
        try GSLError.check(status, "Brent root finder, iteration", [1])
    }

    /// The best estimate of the root.
    var root: Double { gsl_root_fsolver_root(solver) }
    /// The lower end of the bracket.
    var lower: Double { gsl_root_fsolver_x_lower(solver) }
    /// The upper end of the bracket.
    var upper: Double { gsl_root_fsolver_x_upper(solver) }
}
