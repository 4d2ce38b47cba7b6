/// The least residual over a growing space: the orthogonal bookkeeping of GMRES.
///
/// Given the images of directions under a matrix, it keeps an orthonormal basis and finds the shares
/// of the directions that leave the smallest residual.
struct KrylovResidual {
    /// The Euclidean length of the residual with the best shares so far.
    private(set) var residual: Double

    private var basis: [[Double]] = []
    /// Column `k` of the triangular factor has `k + 1` values.
    private var triangle: [[Double]] = []
    private var rotations: [(cosine: Double, sine: Double)] = []
    private var right: [Double]

    /// Starts from the residual of a first guess.
    init(_ start: [Double]) {
        let length = Self.length(start)
        residual = length
        right = [length]
        basis = [length > 0 ? start.map { $0 / length } : start]
    }

    /// The newest vector of the basis: where to look for the next direction.
    var newest: [Double] { basis[basis.count - 1] }

    /// Takes the image of the direction found from ``newest``; false when it is of no use.
    mutating func append(_ image: [Double]) -> Bool {
        var vector = image
        var column: [Double] = []
        for member in basis {
            var share = 0.0
            for index in vector.indices { share += member[index] * vector[index] }
            for index in vector.indices { vector[index] -= share * member[index] }
            column.append(share)
        }
        let norm = Self.length(vector)
        guard norm.isFinite else { return false }
        for (index, rotation) in rotations.enumerated() {
            let upper = column[index]
            let lower = column[index + 1]
            column[index] = rotation.cosine * upper + rotation.sine * lower
            column[index + 1] = rotation.cosine * lower - rotation.sine * upper
        }
        let last = column.count - 1
        let size = (column[last] * column[last] + norm * norm).squareRoot()
        guard size > 0, size.isFinite else { return false }
        let rotation = (cosine: column[last] / size, sine: norm / size)
        column[last] = size
        let value = right[last]
        right[last] = rotation.cosine * value
        right.append(-rotation.sine * value)
        rotations.append(rotation)
        triangle.append(column)
        residual = abs(right[last + 1])
        basis.append(norm > 0 ? vector.map { $0 / norm } : vector)
        return true
    }

    /// The share of each direction, oldest first.
    func shares() -> [Double] {
        var shares = Array(right.prefix(triangle.count))
        for column in stride(from: triangle.count - 1, through: 0, by: -1) {
            shares[column] /= triangle[column][column]
            for row in 0..<column { shares[row] -= triangle[column][row] * shares[column] }
        }
        return shares
    }

    private static func length(_ vector: [Double]) -> Double {
        var sum = 0.0
        for value in vector { sum += value * value }
        return sum.squareRoot()
    }
}
