/// How the rows of a matrix meet one block of its columns.
///
/// Many rows meet a block in the same way up to a factor: all rows that only count the sum of the
/// block, or only one member. Rows are kept as a factor times one of few directions, so that the
/// contribution of the block costs one product of directions and one multiplication for each pair of
/// rows.
struct BlockCoupling {
    let component: Int
    /// The places of the rows in the elimination order, ascending.
    let places: [Int]
    /// The direction of each row.
    let directionOfRow: [Int]
    /// What each row is of its direction.
    let factors: [Double]

    /// The order of the block.
    private let size: Int
    private let directionStarts: [Int]
    private let directionPlaces: [Int]
    private let directionValues: [Double]

    var directionCount: Int { directionStarts.count - 1 }

    init(component: Int, _ components: ConnectedComponents, _ vectors: OrderedVectors) {
        self.component = component
        let start = components.starts[component]
        size = components.starts[component + 1] - start
        var entries: [(row: Int, place: Int, value: Double)] = []
        for place in 0..<size {
            let vector = components.members[start + place]
            for entry in vectors.starts[vector]..<vectors.starts[vector + 1] {
                entries.append((vectors.places[entry], place, vectors.values[entry]))
            }
        }
        entries.sort { ($0.row, $0.place) < ($1.row, $1.place) }

        var directions = DirectionList()
        var rows: [Int] = []
        var ofRow: [Int] = []
        var scales: [Double] = []
        var first = 0
        while first < entries.count {
            var end = first
            while end < entries.count, entries[end].row == entries[first].row { end += 1 }
            let scale = entries[first].value
            rows.append(entries[first].row)
            scales.append(scale)
            ofRow.append(
                directions.index(
                    places: entries[first..<end].map(\.place),
                    values: entries[first..<end].map { $0.value / scale }))
            first = end
        }
        places = rows
        factors = scales
        directionOfRow = ofRow
        directionStarts = directions.starts
        directionPlaces = directions.places
        directionValues = directions.values
    }

    /// The products of all directions under the inverse of the block: a square of directions.
    func innerProducts(inverse: UnsafePointer<Double>) -> [Double] {
        let count = directionCount
        var products = [Double](repeating: 0, count: count * count)
        var image = [Double](repeating: 0, count: size)
        for first in 0..<count {
            for place in 0..<size { image[place] = 0 }
            for entry in directionStarts[first]..<directionStarts[first + 1] {
                let row = inverse + directionPlaces[entry] * size
                for place in 0..<size { image[place] += directionValues[entry] * row[place] }
            }
            for second in 0...first {
                var sum = 0.0
                for entry in directionStarts[second]..<directionStarts[second + 1] {
                    sum += directionValues[entry] * image[directionPlaces[entry]]
                }
                products[first * count + second] = sum
                products[second * count + first] = sum
            }
        }
        return products
    }

    /// Directions found so far, each kept once.
    private struct DirectionList {
        var starts = [0]
        var places: [Int] = []
        var values: [Double] = []

        mutating func index(places newPlaces: [Int], values newValues: [Double]) -> Int {
            for known in 0..<(starts.count - 1) {
                let range = starts[known]..<starts[known + 1]
                guard range.count == newPlaces.count, places[range.lowerBound] == newPlaces[0]
                else { continue }
                if places[range].elementsEqual(newPlaces), values[range].elementsEqual(newValues) {
                    return known
                }
            }
            places += newPlaces
            values += newValues
            starts.append(places.count)
            return starts.count - 2
        }
    }
}
