internal import CGSL

/// GSL's Nelder-Mead iteration (nmsimplex2) on one function; freed with the last reference.
///
/// Safe: its pointers are made by the initialiser, freed by `deinit`, and lent to the library only.
@safe
final class SimplexMinimizer {
    /// Lends a Swift closure to C.
    private final class FunctionBox {
        let function: ([Double]) -> Double
        init(_ function: @escaping ([Double]) -> Double) { self.function = function }
    }

    private let count: Int
    private let solver: UnsafeMutablePointer<gsl_multimin_fminimizer>
    private let callback: UnsafeMutablePointer<gsl_multimin_function>
    private let box: FunctionBox
    private static let operation = "Nelder-Mead minimiser"

    /// Starts on the simplex of a point and the points one step away along each variable.
    ///
    /// The function is called once for each corner.
    init(
        start: [Double], steps: [Double],
        _ function: @escaping ([Double]) -> Double
    ) throws(GSLError) {
        GSLRuntime.start()
        let count = start.count
        guard count > 0 else { throw .domain(Self.operation, [count]) }
        guard steps.count == count else { throw .badLength(Self.operation, [count, steps.count]) }
        unsafe solver = try GSLError.allocated(
            gsl_multimin_fminimizer_alloc(cgsl_multimin_nmsimplex2(), count), Self.operation,
            [count])
        self.count = count
        box = FunctionBox(function)
        unsafe callback = UnsafeMutablePointer<gsl_multimin_function>.allocate(capacity: 1)
        unsafe callback.initialize(
            to: gsl_multimin_function(
                f: { point, context in
                    guard let point = unsafe point, let context = unsafe context,
                        unsafe point.pointee.stride == 1,
                        let values = unsafe point.pointee.data
                    else { return .nan }
                    let box = unsafe Unmanaged<FunctionBox>.fromOpaque(context)
                        .takeUnretainedValue()
                    return unsafe box.function(
                        Array(UnsafeBufferPointer(start: values, count: point.pointee.size)))
                }, n: count, params: unsafe Unmanaged.passUnretained(box).toOpaque()))
        var startValues = start
        var stepValues = steps
        let status = unsafe startValues.withUnsafeMutableBufferPointer { place -> Int32 in
            unsafe stepValues.withUnsafeMutableBufferPointer { lengths -> Int32 in
                guard let place = place.baseAddress, let lengths = lengths.baseAddress else {
                    return Int32(GSL_EFAULT)
                }
                var startView = unsafe gsl_vector_view_array(place, count)
                var stepView = unsafe gsl_vector_view_array(lengths, count)
                return unsafe gsl_multimin_fminimizer_set(
                    solver, callback, &startView.vector, &stepView.vector)
            }
        }
        try GSLError.check(status, "\(Self.operation), start", [count])
    }

    deinit {
        unsafe gsl_multimin_fminimizer_free(solver)
        unsafe callback.deallocate()
    }

    /// Moves the simplex once.
    func iterate() throws(GSLError) {
        let status = unsafe gsl_multimin_fminimizer_iterate(solver)
        try GSLError.check(status, "\(Self.operation), iteration", [count])
    }

    /// The root mean square distance of the corners from their centre.
    var size: Double { unsafe gsl_multimin_fminimizer_size(solver) }
    /// The lowest value among the corners.
    var value: Double { unsafe gsl_multimin_fminimizer_minimum(solver) }
    /// The corner with the lowest value.
    var point: [Double] {
        guard let vector = unsafe gsl_multimin_fminimizer_x(solver),
            let values = unsafe vector.pointee.data
        else {
            return []
        }
        return unsafe (0..<vector.pointee.size).map { unsafe values[$0 * vector.pointee.stride] }
    }
}
