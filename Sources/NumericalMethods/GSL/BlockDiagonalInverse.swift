/// The inverse of a symmetric positive definite matrix that falls apart into small blocks.
///
/// Blocks of order 1 are divisions; each larger block is factorised and inverted by GSL in one
/// common memory. The value cannot be copied, so it owns its memory alone.
struct BlockDiagonalInverse: ~Copyable {
    let components: ConnectedComponents
    /// The inverse of each block of order 1, by index; 0 for members of larger blocks.
    private(set) var singleInverse: [Double]

    private let memory: DoubleMemory
    /// Where each component's square starts in the memory; -1 for order 1.
    private let blockOffsets: [Int]
    private let diagonal: [Double]
    private let entryTargets: [Int]
    private let entryValues: [Double]

    /// Prepares for matrices that differ from `matrix` in the diagonal only.
    init(pattern matrix: SparseMatrix) {
        GSLRuntime.start()
        let order = matrix.columnCount
        let components = ConnectedComponents(of: matrix)
        var offsets = [Int](repeating: -1, count: components.count)
        var total = 0
        for component in 0..<components.count {
            let size = components.starts[component + 1] - components.starts[component]
            guard size > 1 else { continue }
            offsets[component] = total
            total += size * size
        }
        var diagonal = [Double](repeating: 0, count: order)
        var targets: [Int] = []
        var values: [Double] = []
        for column in 0..<order {
            let component = components.component[column]
            let size = components.starts[component + 1] - components.starts[component]
            for entry in matrix.entries(ofColumn: column) {
                let row = matrix.rowIndices[entry]
                if row == column {
                    diagonal[column] = matrix.values[entry]
                } else {
                    targets.append(
                        offsets[component] + components.place[row] * size
                            + components.place[column])
                    values.append(matrix.values[entry])
                }
            }
        }
        self.components = components
        self.diagonal = diagonal
        blockOffsets = offsets
        entryTargets = targets
        entryValues = values
        memory = DoubleMemory(count: total)
        singleInverse = Array(repeating: 0, count: order)
    }

    /// Multiplications of one inversion.
    var work: Double {
        var sum = 0.0
        for component in 0..<components.count {
            let size = Double(components.starts[component + 1] - components.starts[component])
            sum += size > 1 ? size * size * size : 1
        }
        return sum
    }

    /// Inverts the matrix with `added` on its diagonal.
    ///
    /// - Throws: ``GSLError`` when a block is not positive definite.
    mutating func factorize(addingToDiagonal added: [Double]) throws(GSLError) {
        memory.clear()
        for entry in 0..<entryTargets.count {
            memory.base[entryTargets[entry]] = entryValues[entry]
        }
        for component in 0..<components.count {
            let start = components.starts[component]
            let size = components.starts[component + 1] - start
            if size == 1 {
                let index = components.members[start]
                let value = diagonal[index] + added[index]
                guard value > 0, value.isFinite else { throw .domain("diagonal inverse", [1, 1]) }
                singleInverse[index] = 1 / value
                continue
            }
            let base = memory.base + blockOffsets[component]
            for place in 0..<size {
                let index = components.members[start + place]
                base[place * size + place] = diagonal[index] + added[index]
            }
            try GSLCholeskyKernel.factorize(base, order: size, stride: size)
            try GSLCholeskyKernel.invert(base, order: size, stride: size)
        }
    }

    /// The product of the inverse with a vector.
    func apply(_ vector: [Double]) -> [Double] {
        var product = [Double](repeating: 0, count: vector.count)
        let members = components.members
        for component in 0..<components.count {
            let start = components.starts[component]
            let size = components.starts[component + 1] - start
            if size == 1 {
                let index = members[start]
                product[index] = singleInverse[index] * vector[index]
                continue
            }
            let base = memory.base + blockOffsets[component]
            for row in 0..<size {
                var sum = 0.0
                for column in 0..<size {
                    sum += base[row * size + column] * vector[members[start + column]]
                }
                product[members[start + row]] = sum
            }
        }
        return product
    }

    /// Adds `A * inverse * A'`.
    ///
    /// - Parameters:
    ///   - vectors: the columns of `A`.
    ///   - couplings: how the rows of `A` meet the larger blocks.
    func addCongruence(
        of vectors: OrderedVectors, _ couplings: [BlockCoupling],
        to target: inout OrderedCholesky
    ) {
        target.addOuterProducts(of: vectors, weights: singleInverse)
        for coupling in couplings {
            let base = memory.base + blockOffsets[coupling.component]
            target.add(coupling, inner: coupling.innerProducts(inverse: base))
        }
    }

    /// How rows meet the larger blocks.
    func couplings(of vectors: OrderedVectors) -> [BlockCoupling] {
        (0..<components.count).filter { blockOffsets[$0] >= 0 }.map {
            BlockCoupling(component: $0, components, vectors)
        }
    }
}
