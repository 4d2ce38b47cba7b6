import Testing

@testable import NumericalMethods

/// All points of a sampler, in order.
func points(_ sampler: UnitSampler) throws -> [[Double]] {
    try (0..<sampler.drawCount).map { draw in
        var point: [Double] = []
        try sampler.point(draw, into: &point)
        return point
    }
}

@Suite("Random bits by counter")
struct CounterGeneratorTests {
    @Test("They are those published for Philox 2x64 with ten rounds")
    func knownAnswers() {
        let zero = CounterGenerator(seed: 0).words(0, 0)
        #expect(zero == (0xCA00_A045_9843_D731, 0x66C2_4222_C9A8_45B5))
        let ones = CounterGenerator(seed: .max).words(.max, .max)
        #expect(ones == (0x65B0_21D6_0CD8_310F, 0x4D02_F322_2F86_DF20))
        let digits = CounterGenerator(seed: 0xA409_3822_299F_31D0)
            .words(0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344)
        #expect(digits == (0x0A5E_742C_2997_341C, 0xB0F8_83D3_8000_DE5D))
    }

    @Test("The smallest and the largest fraction lie inside 0 and 1")
    func fractions() {
        #expect(UnitFraction.high(0) == 0x1p-53)
        #expect(UnitFraction.high(.max) == 1 - 0x1p-53)
    }
}

@Suite("Points of the unit cube by the number of the draw")
struct UnitSamplerTests {
    @Test("A point is the same whoever asks, in whatever order", arguments: UnitSampling.allCases)
    func anyOrder(method: UnitSampling) async throws {
        let sampler = try UnitSampler(method: method, dimensionCount: 7, seed: 5, drawCount: 300)
        let forward = try points(sampler)
        let twin = try UnitSampler(method: method, dimensionCount: 7, seed: 5, drawCount: 300)
        var point: [Double] = []
        for draw in (0..<300).reversed() {
            try twin.point(draw, into: &point)
            #expect(point == forward[draw])
        }
        let elsewhere = try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
            for draw in stride(from: 0, to: 300, by: 17) {
                group.addTask {
                    var point: [Double] = []
                    try sampler.point(draw, into: &point)
                    return (draw, point)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for (draw, point) in elsewhere { #expect(point == forward[draw]) }
    }

    @Test("Draw k is the same in a longer run", arguments: [UnitSampling.random, .sobol])
    func independentOfCount(method: UnitSampling) throws {
        let short = try UnitSampler(method: method, dimensionCount: 3, seed: 9, drawCount: 10)
        let long = try UnitSampler(method: method, dimensionCount: 3, seed: 9, drawCount: 5000)
        #expect(try points(short) == Array(points(long).prefix(10)))
    }

    @Test("The first dimensions do not depend on how many follow", arguments: UnitSampling.allCases)
    func independentOfDimensions(method: UnitSampling) throws {
        let narrow = try UnitSampler(method: method, dimensionCount: 3, seed: 9, drawCount: 50)
        let wide = try UnitSampler(method: method, dimensionCount: 40, seed: 9, drawCount: 50)
        #expect(try points(narrow) == points(wide).map { Array($0.prefix(3)) })
    }

    @Test("Every bit of the seed counts", arguments: UnitSampling.allCases)
    func seeds(method: UnitSampling) throws {
        let seeds = [0] + (0..<64).map { UInt64(1) << $0 }
        let firsts = try seeds.map { seed in
            try points(
                UnitSampler(method: method, dimensionCount: 2, seed: seed, drawCount: 4))
        }
        #expect(Set(firsts).count == seeds.count)
    }

    @Test("All numbers lie strictly inside 0 and 1 and are even", arguments: UnitSampling.allCases)
    func even(method: UnitSampling) throws {
        let sampler = try UnitSampler(method: method, dimensionCount: 40, seed: 1, drawCount: 4096)
        let all = try points(sampler)
        for dimension in 0..<40 {
            let column = all.map { $0[dimension] }
            #expect(column.allSatisfy { $0 > 0 && $0 < 1 })
            #expect(Set(column).count == column.count)
            var counts = [Double](repeating: 0, count: 16)
            for number in column { counts[Int(number * 16)] += 1 }
            let chiSquare = counts.reduce(0) { $0 + ($1 - 256) * ($1 - 256) / 256 }
            // 15 degrees of freedom; 50 is exceeded with a probability of 1e-5.
            #expect(chiSquare < 50, "dimension \(dimension)")
        }
        // Dimensions do not go together: 5.5 standard errors of a correlation of nothing.
        for dimension in 1..<40 {
            let products = all.map { ($0[dimension - 1] - 0.5) * ($0[dimension] - 0.5) * 12 }
            #expect(abs(products.reduce(0, +) / 4096) < 5.5 / 64, "dimension \(dimension)")
        }
    }

    @Test("No dimensions, no draws and one draw are fine", arguments: UnitSampling.allCases)
    func small(method: UnitSampling) throws {
        let flat = try UnitSampler(method: method, dimensionCount: 0, seed: 1, drawCount: 3)
        #expect(try points(flat) == [[], [], []])
        let none = try UnitSampler(method: method, dimensionCount: 2, seed: 1, drawCount: 0)
        var point: [Double] = []
        #expect(throws: UnitSamplingError.noSuchDraw(0, count: 0)) {
            try none.point(0, into: &point)
        }
        let one = try UnitSampler(method: method, dimensionCount: 2, seed: 1, drawCount: 1)
        #expect(try points(one)[0].allSatisfy { $0 > 0 && $0 < 1 })
    }

    @Test("What cannot be is an error that says why")
    func errors() throws {
        #expect(throws: UnitSamplingError.negativeDimensionCount(-1)) {
            try UnitSampler(method: .random, dimensionCount: -1, seed: 1, drawCount: 1)
        }
        #expect(throws: UnitSamplingError.negativeDrawCount(-2)) {
            try UnitSampler(method: .random, dimensionCount: 1, seed: 1, drawCount: -2)
        }
        #expect(throws: UnitSamplingError.tooManyDimensions(41, limit: 40)) {
            try UnitSampler(method: .sobol, dimensionCount: 41, seed: 1, drawCount: 10)
        }
        #expect(throws: UnitSamplingError.tooManyDraws((1 << 30) + 1, limit: 1 << 30)) {
            try UnitSampler(method: .sobol, dimensionCount: 1, seed: 1, drawCount: (1 << 30) + 1)
        }
        let sampler = try UnitSampler(method: .random, dimensionCount: 1, seed: 1, drawCount: 5)
        var point: [Double] = []
        for draw in [-1, 5] {
            #expect(throws: UnitSamplingError.noSuchDraw(draw, count: 5)) {
                try sampler.point(draw, into: &point)
            }
        }
    }
}

@Suite("Latin hypercube")
struct LatinHypercubeTests {
    @Test(
        "Each stratum of each dimension holds one draw",
        arguments: [1, 2, 3, 4, 5, 16, 17, 100, 1000, 4097])
    func strata(drawCount: Int) throws {
        let sampler = try UnitSampler(
            method: .latinHypercube, dimensionCount: 5, seed: 77, drawCount: drawCount)
        let all = try points(sampler)
        for dimension in 0..<5 {
            let strata = all.map { Int($0[dimension] * Double(drawCount)) }
            #expect(strata.sorted() == Array(0..<drawCount))
        }
    }

    @Test("A draw falls into every stratum, and into every pair of strata, equally often")
    func fair() throws {
        // Five strata, 4000 seeds: 800 expected of each, 160 of each pair of two draws.
        var first = [Int](repeating: 0, count: 5)
        var pairs = [Int](repeating: 0, count: 25)
        for seed in 0..<4000 {
            let sampler = try UnitSampler(
                method: .latinHypercube, dimensionCount: 1, seed: UInt64(seed), drawCount: 5)
            let all = try points(sampler).map { Int($0[0] * 5) }
            first[all[0]] += 1
            pairs[all[1] * 5 + all[3]] += 1
        }
        // Five standard deviations.
        #expect(first.allSatisfy { abs($0 - 800) < 127 }, "\(first)")
        for row in 0..<5 {
            for column in 0..<5 {
                let expected = row == column ? 0 : 200
                #expect(abs(pairs[row * 5 + column] - expected) < 71, "\(pairs)")
            }
        }
    }
}

@Suite("Sobol's sequence")
struct SobolSequenceTests {
    @Test("Without its shift it is the sequence, from the origin on")
    func sequence() throws {
        let sampler = try UnitSampler(method: .sobol, dimensionCount: 2, seed: 4, drawCount: 8)
        let cells = try points(sampler).map { $0.map { UInt64($0 * 0x1p52) } }
        let numbers = cells.map { cell in
            zip(cell, cells[0]).map { Double($0 ^ $1) * 0x1p-52 }
        }
        #expect(numbers.map { $0[0] } == [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125])
        #expect(numbers.map { $0[1] } == [0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625])
    }

    @Test(
        "A power of two of draws fills every box of the first two dimensions once",
        arguments: [1, 2, 3])
    func balance(seed: UInt64) throws {
        let sampler = try UnitSampler(method: .sobol, dimensionCount: 2, seed: seed, drawCount: 256)
        let all = try points(sampler)
        for bits in 0...8 {
            let wide = Double(1 << bits)
            let high = Double(1 << (8 - bits))
            let boxes = Set(all.map { [Int($0[0] * wide), Int($0[1] * high)] })
            #expect(boxes.count == 256, "\(bits) bits")
        }
    }

    @Test("Errors of a mean halve with four times the draws at random, and fall faster with Sobol")
    func convergence() throws {
        func error(_ method: UnitSampling, _ drawCount: Int) throws -> Double {
            var squares = 0.0
            for seed in 0..<200 {
                let sampler = try UnitSampler(
                    method: method, dimensionCount: 4, seed: UInt64(seed), drawCount: drawCount)
                var sum = CompensatedSum()
                var point: [Double] = []
                for draw in 0..<drawCount {
                    try sampler.point(draw, into: &point)
                    // Mean 1, smooth, with interactions.
                    sum.add(point.reduce(1) { $0 * (1 + 0.8 * ($1 - 0.5)) })
                }
                let error = sum.value / Double(drawCount) - 1
                squares += error * error
            }
            return (squares / 200).squareRoot()
        }
        let random = try error(.random, 1024) / error(.random, 256)
        let sobol = try error(.sobol, 1024) / error(.sobol, 256)
        #expect(random > 0.4 && random < 0.62, "random: \(random)")
        #expect(sobol < 0.35, "Sobol: \(sobol)")
        #expect(try error(.sobol, 256) < 0.2 * error(.random, 256))
        #expect(try error(.latinHypercube, 256) < 0.6 * error(.random, 256))
    }
}
