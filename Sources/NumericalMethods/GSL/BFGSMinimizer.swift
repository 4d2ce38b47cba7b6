internal import CGSL

/// GSL's BFGS2 minimiser on one smooth function; freed with the last reference.
///
/// It keeps a handful of vectors and no matrix, so its memory grows with the number of variables.
///
/// Safe: its pointers are made by the initialiser, freed by `deinit`, and lent to the library only.
@safe
final class BFGSMinimizer {
    /// The value at a point; writes the gradient as well where there is room for it, which is empty
    /// where it is not wanted.
    typealias Function = (
        _ point: Span<Double>, _ gradient: inout MutableSpan<Double>
    ) -> Double

    /// How one step ended.
    enum Step {
        case moved
        /// The line search finds nothing lower: the point is as good as rounding allows, or the
        /// direction is stale.
        case stalled
    }

    /// Lends a Swift closure to C.
    private final class FunctionBox {
        let function: Function
        init(_ function: @escaping Function) { self.function = function }
    }

    private let count: Int
    private let solver: UnsafeMutablePointer<gsl_multimin_fdfminimizer>
    private let callback: UnsafeMutablePointer<gsl_multimin_function_fdf>
    private let box: FunctionBox
    private static let operation = "BFGS2 minimiser"

    /// Takes memory for a function of `count` variables, at least one.
    init(count: Int, _ function: @escaping Function) throws(GSLError) {
        GSLRuntime.start()
        guard count > 0 else { throw .domain(Self.operation, [count]) }
        unsafe solver = try GSLError.allocated(
            gsl_multimin_fdfminimizer_alloc(cgsl_multimin_bfgs2(), count), Self.operation, [count])
        self.count = count
        box = FunctionBox(function)
        unsafe callback = UnsafeMutablePointer<gsl_multimin_function_fdf>.allocate(capacity: 1)
        unsafe callback.initialize(
            to: gsl_multimin_function_fdf(
                f: { point, context in unsafe BFGSMinimizer.evaluate(point, context, nil) },
                df: { point, context, gradient in
                    _ = unsafe BFGSMinimizer.evaluate(point, context, gradient)
                },
                fdf: { point, context, value, gradient in
                    unsafe value?.pointee = BFGSMinimizer.evaluate(point, context, gradient)
                }, n: count, params: unsafe Unmanaged.passUnretained(box).toOpaque()))
    }

    deinit {
        unsafe gsl_multimin_fdfminimizer_free(solver)
        unsafe callback.deallocate()
    }

    /// Starts at the origin.
    ///
    /// - Parameters:
    ///   - firstStep: the length of the first trial step, above 0.
    ///   - lineTolerance: the share of the slope that may remain along a line, from 0 to 1.
    func startAtOrigin(firstStep: Double, lineTolerance: Double) throws(GSLError) {
        let origin = DoubleMemory(count: count)
        // The library copies the point.
        let status = withExtendedLifetime(origin) {
            var view = unsafe gsl_vector_view_array(origin.base, count)
            return unsafe gsl_multimin_fdfminimizer_set(
                solver, callback, &view.vector, firstStep, lineTolerance)
        }
        try GSLError.check(status, "\(Self.operation), start", [count])
    }

    /// Forgets the curvature it has learnt; the next step follows the gradient.
    func restart() throws(GSLError) {
        let status = unsafe gsl_multimin_fdfminimizer_restart(solver)
        try GSLError.check(status, "\(Self.operation), restart", [count])
    }

    /// Goes along one line.
    func iterate() throws(GSLError) -> Step {
        let status = unsafe gsl_multimin_fdfminimizer_iterate(solver)
        if Int(status) == GSL_ENOPROG { return .stalled }
        try GSLError.check(status, "\(Self.operation), iteration", [count])
        return .moved
    }

    /// The lowest value found.
    var value: Double { unsafe gsl_multimin_fdfminimizer_minimum(solver) }

    /// The point with the lowest value found.
    var point: [Double] { unsafe Self.copy(gsl_multimin_fdfminimizer_x(solver)) }

    /// The largest slope along one variable, at that point; NaN if there is no gradient.
    var largestSlope: Double {
        guard let gradient = unsafe gsl_multimin_fdfminimizer_gradient(solver),
            let values = unsafe gradient.pointee.data
        else { return .nan }
        var largest = 0.0
        for index in unsafe 0..<gradient.pointee.size {
            let size = unsafe abs(values[index * gradient.pointee.stride])
            if !(size <= largest) { largest = size }
        }
        return largest
    }

    /// Calls the function that a context points to; NaN for vectors it cannot be given.
    private static func evaluate(
        _ point: UnsafePointer<gsl_vector>?, _ context: UnsafeMutableRawPointer?,
        _ gradient: UnsafeMutablePointer<gsl_vector>?
    ) -> Double {
        guard let point = unsafe point, let context = unsafe context,
            unsafe point.pointee.stride == 1, let values = unsafe point.pointee.data
        else { return .nan }
        let box = unsafe Unmanaged<FunctionBox>.fromOpaque(context).takeUnretainedValue()
        let place = unsafe UnsafeBufferPointer(start: values, count: point.pointee.size)
        var room = unsafe UnsafeMutableBufferPointer<Double>(start: nil, count: 0)
        if let gradient = unsafe gradient {
            guard unsafe gradient.pointee.stride == 1, let slopes = unsafe gradient.pointee.data
            else { return .nan }
            unsafe room = UnsafeMutableBufferPointer(start: slopes, count: gradient.pointee.size)
        }
        var slopes = unsafe room.mutableSpan
        return unsafe box.function(place.span, &slopes)
    }

    private static func copy(_ vector: UnsafeMutablePointer<gsl_vector>?) -> [Double] {
        guard let vector = unsafe vector, let values = unsafe vector.pointee.data else { return [] }
        return unsafe (0..<vector.pointee.size).map { unsafe values[$0 * vector.pointee.stride] }
    }
}
