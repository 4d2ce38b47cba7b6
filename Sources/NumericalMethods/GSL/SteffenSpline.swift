internal import CGSL

/// GSL's Steffen spline over knots of its own; freed with the last reference.
///
/// Unchecked `Sendable`: nothing in it changes after the initialiser, evaluation is done without the
/// library's accelerator.
///
/// Safe: its pointer is made by the initialiser, freed by `deinit`, and lent to the library only.
@safe
final class SteffenSpline: @unchecked Sendable {
    private let spline: UnsafeMutablePointer<gsl_interp>
    private let abscissae: [Double]
    private let ordinates: [Double]

    /// Takes at least three knots that ascend strictly.
    init(abscissae: [Double], ordinates: [Double]) throws(GSLError) {
        GSLRuntime.start()
        let count = abscissae.count
        guard count >= 3, ordinates.count == count else {
            throw .badLength("Steffen interpolation", [count, ordinates.count])
        }
        unsafe spline = try GSLError.allocated(
            gsl_interp_alloc(cgsl_interp_steffen(), count), "Steffen interpolation", [count])
        self.abscissae = abscissae
        self.ordinates = ordinates
        let status = unsafe gsl_interp_init(spline, abscissae, ordinates, count)
        try GSLError.check(status, "Steffen interpolation", [count])
    }

    deinit {
        unsafe gsl_interp_free(spline)
    }

    /// The value at a point within the knots.
    func value(at abscissa: Double) throws(GSLError) -> Double {
        var value = 0.0
        let status = unsafe gsl_interp_eval_e(spline, abscissae, ordinates, abscissa, nil, &value)
        try GSLError.check(status, "Steffen interpolation at \(abscissa)", [abscissae.count])
        return value
    }
}
