import Testing

@testable import NumericalMethods

@Suite("GSL: failures are values, results are right")
struct GSLTests {
    @Test("The library names its version")
    func runtime() {
        GSLRuntime.start()
        #expect(GSLRuntime.version.hasPrefix("2."))
        #expect(["gslcblas", "openblas"].contains(GSLRuntime.linearAlgebraLibrary))
    }

    @Test("A Cholesky factor solves, and is refilled")
    func cholesky() throws {
        var factor = DenseCholesky(order: 2)
        try factor.factorize([4, 0, 2, 3])
        #expect(agree(try factor.solve([2, 1]), [0.5, 0], within: 1e-14))
        try factor.factorize([1, 0, 0, 2])
        #expect(agree(try factor.solve([2, 1]), [2, 0.5], within: 1e-14))
    }

    @Test("A copy of a factor keeps its own values")
    func copies() throws {
        var first = DenseCholesky(order: 1)
        try first.factorize([4])
        let second = first
        try first.factorize([2])
        #expect(try second.solve([8]) == [2])
        #expect(agree(try first.solve([8]), [4], within: 1e-14))
    }

    @Test("A matrix that is not positive definite is an error that says so")
    func notPositiveDefinite() {
        var factor = DenseCholesky(order: 2)
        let error = #expect(throws: GSLError.self) { try factor.factorize([1, 2, 2, 1]) }
        #expect(error?.code == 1)
        #expect(error?.dimensions == [2, 2])
        #expect(error?.operation == "Cholesky factorisation")
        #expect(error?.reason.isEmpty == false)
        #expect(!factor.isFactorized)
        #expect(throws: GSLError.self) { try factor.solve([1, 1]) }
    }

    @Test("Wrong lengths are errors")
    func wrongLengths() throws {
        var factor = DenseCholesky(order: 2)
        #expect(throws: GSLError.self) { try factor.factorize([1, 0, 1]) }
        try factor.factorize([1, 0, 0, 1])
        #expect(throws: GSLError.self) { try factor.solve([1]) }
    }

    @Test("What the library has no memory for is told with its size")
    func noMemory() {
        let error = #expect(throws: GSLError.self) {
            try GSLError.allocated(nil as UnsafeMutablePointer<Double>?, "Sobol sequence", [40])
        }
        #expect(error?.description == "Sobol sequence (40): malloc failed (GSL code 8)")
    }

    @Test("Lists that do not fit together never reach the library")
    func unfitting() {
        #expect(throws: GSLError.self) {
            try SteffenSpline(abscissae: [0, 1, 2], ordinates: [0, 1])
        }
        #expect(throws: GSLError.self) {
            try SteffenSpline(abscissae: [0, 1], ordinates: [0, 1])
        }
        #expect(throws: GSLError.self) {
            try SymmetricEigenvectors.smallest(of: [1, 2], order: 2)
        }
    }

    @Test("An empty matrix has an empty solution")
    func emptyMatrix() throws {
        var factor = DenseCholesky(order: 0)
        try factor.factorize([])
        #expect(try factor.solve([]).isEmpty)
    }
}

@Suite("Steffen interpolation")
struct SteffenInterpolationTests {
    private let places = [2024.0, 2025, 2027, 2030, 2031]
    private let values = [1.0, 1.2, 1.2, 5, 4.5]

    @Test("It is exact at the knots")
    func exact() throws {
        let curve = try SteffenInterpolation(abscissae: places, ordinates: values)
        for (place, value) in zip(places, values) {
            #expect(agree(try curve.value(at: place), value, within: 1e-14))
        }
    }

    @Test("It stays between the values of neighbouring knots and keeps their direction")
    func monotone() throws {
        let curve = try SteffenInterpolation(abscissae: places, ordinates: values)
        for segment in 0..<(places.count - 1) {
            var previous = values[segment]
            for step in 1...50 {
                let share = Double(step) / 50
                let place = places[segment] + share * (places[segment + 1] - places[segment])
                let value = try curve.value(at: min(place, places[segment + 1]))
                let change = (value - previous) * (values[segment + 1] - values[segment])
                #expect(change >= -1e-12)
                let low = min(values[segment], values[segment + 1])
                let high = max(values[segment], values[segment + 1])
                #expect(value >= low - 1e-12 && value <= high + 1e-12)
                previous = value
            }
        }
    }

    @Test("Nothing is extrapolated")
    func outside() throws {
        let curve = try SteffenInterpolation(abscissae: places, ordinates: values)
        for place in [2023.9, 2031.1, .nan, .infinity] {
            #expect(throws: GSLError.self) { try curve.value(at: place) }
        }
    }

    @Test("Two knots are a line, one knot a point")
    func fewKnots() throws {
        let line = try SteffenInterpolation(abscissae: [1, 3], ordinates: [2, 6])
        #expect(agree(try line.value(at: 2), 4, within: 1e-14))
        #expect(try line.value(at: 3) == 6)
        let point = try SteffenInterpolation(abscissae: [1], ordinates: [2])
        #expect(try point.value(at: 1) == 2)
        #expect(throws: GSLError.self) { try point.value(at: 1.5) }
    }

    @Test("Knots must be there, finite and ascending")
    func badKnots() {
        #expect(throws: GSLError.self) { try SteffenInterpolation(abscissae: [], ordinates: []) }
        #expect(throws: GSLError.self) {
            try SteffenInterpolation(abscissae: [1, 1, 2], ordinates: [1, 2, 3])
        }
        #expect(throws: GSLError.self) {
            try SteffenInterpolation(abscissae: [1, 2], ordinates: [1])
        }
        #expect(throws: GSLError.self) {
            try SteffenInterpolation(abscissae: [1, 2, 3], ordinates: [1, .nan, 3])
        }
    }
}

@Suite("Brent's root finder")
struct BrentRootFinderTests {
    @Test("It finds the root of a cubic")
    func cubic() throws {
        let outcome = try BrentRootFinder().root(from: 0, to: 3) { $0 * $0 * $0 - 2 }
        guard case .found(let root, let iterations) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(agree(root, 1.259_921_049_894_873, within: 1e-11))
        #expect(iterations < 20)
    }

    @Test("A bracket without a change of sign is an outcome")
    func noSignChange() throws {
        let outcome = try BrentRootFinder().root(from: -1, to: 1) { $0 * $0 + 1 }
        #expect(outcome == .noSignChange(atLower: 2, atUpper: 2))
    }

    @Test("A root at an end is found at once")
    func rootAtEnd() throws {
        let outcome = try BrentRootFinder().root(from: 0, to: 1) { $0 }
        #expect(outcome == .found(root: 0, iterations: 0))
    }

    @Test("A value that is no number is an outcome that says where")
    func notFinite() throws {
        let atEnd = try BrentRootFinder().root(from: 0, to: 1) { 1 / $0 - 2 }
        #expect(atEnd == .notFinite(at: 0))
        let inside = try BrentRootFinder().root(from: -1, to: 1) {
            abs($0) < 1 ? .nan : $0
        }
        guard case .notFinite(let place) = inside else {
            Issue.record("\(inside)")
            return
        }
        #expect(abs(place) < 1)
    }

    @Test("The iteration limit is an outcome that keeps the bracket")
    func limit() throws {
        let finder = BrentRootFinder(iterationLimit: 2)
        let outcome = try finder.root(from: 0, to: 3) { $0 * $0 * $0 - 2 }
        guard case .notConverged(let lower, let upper) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(lower < 1.2599 && upper > 1.2599)
    }

    @Test("A bracket upside down is an error")
    func upsideDown() {
        #expect(throws: GSLError.self) { try BrentRootFinder().root(from: 1, to: 0) { $0 } }
    }
}
