internal import CGSL

/// GSL's Brent iteration on one bracket; freed with the last reference.
///
/// Safe: its pointers are made by the initialiser, freed by `deinit`, and lent to the library only.
@safe
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
        unsafe solver = try GSLError.allocated(
            gsl_root_fsolver_alloc(cgsl_root_brent()), "Brent root finder", [1])
        box = FunctionBox(function)
        unsafe callback = UnsafeMutablePointer<gsl_function_struct>.allocate(capacity: 1)
        unsafe callback.initialize(
            to: gsl_function_struct(
                function: { point, context in
                    guard let context = unsafe context else { return .nan }
                    let box = unsafe Unmanaged<FunctionBox>.fromOpaque(context)
                        .takeUnretainedValue()
                    return box.function(point)
                }, params: unsafe Unmanaged.passUnretained(box).toOpaque()))
        let status = unsafe gsl_root_fsolver_set(solver, callback, lower, upper)
        try GSLError.check(status, "Brent root finder on \(lower) ... \(upper)", [1])
    }

    deinit {
        unsafe gsl_root_fsolver_free(solver)
        unsafe callback.deallocate()
    }

    /// Narrows the bracket once.
    func iterate() throws(GSLError) {
        let status = unsafe gsl_root_fsolver_iterate(solver)
        try GSLError.check(status, "Brent root finder, iteration", [1])
    }

    /// The best estimate of the root.
    var root: Double { unsafe gsl_root_fsolver_root(solver) }
    /// The lower end of the bracket.
    var lower: Double { unsafe gsl_root_fsolver_x_lower(solver) }
    /// The upper end of the bracket.
    var upper: Double { unsafe gsl_root_fsolver_x_upper(solver) }
}
