/// An elimination order of a symmetric sparse matrix that keeps its triangular factor sparse.
///
/// The approximate minimum degree method of Amestoy, Davis and Duff (1996) on a quotient graph:
/// eliminated indices live on as elements that stand for the cliques they leave behind, indices with
/// the same neighbours are eliminated as one, and degrees are bounded from above, not counted. Ties
/// are settled by the order of the input, so equal matrices are ordered equally.
struct ApproximateMinimumDegree {
    /// The original indices in the order of elimination.
    private(set) var order: [Int] = []
    /// A bound on the multiplications of a factorisation in this order.
    private(set) var work = 0.0

    private let count: Int
    /// Which indices have to wait until all others are eliminated.
    private let waits: [Bool]
    private var waitIsOver = false
    /// Lists of neighbours: elements first, then indices. New elements are appended.
    private var links: [Int32]
    private var start: [Int]
    private var length: [Int]
    /// How many of an index's links are elements.
    private var elementCount: [Int]
    /// How many original indices an index stands for; 0 once it is merged or eliminated, negative
    /// while it belongs to the element that is being formed.
    private var weight: [Int]
    /// A bound on the weight of what an index meets, or the weight of an element.
    private var degree: [Int]
    /// What an element holds outside the newest, plus the current mark; 0 once it is absorbed.
    private var outside: [Int]
    /// The mark under which an index or element was last seen among links that are compared.
    private var seen: [Int]
    private var currentMark = 1
    private var merged: MergedIndices
    private var buckets: DegreeBuckets
    private var eliminated = 0

    /// An index that meets more than this many times the root of the order is eliminated last.
    private static let denseFactor = 10.0

    /// Orders the indices of a matrix.
    ///
    /// - Parameters:
    ///   - neighbours: the neighbours of each index, each pair in both directions, none with itself.
    ///   - waits: the indices to eliminate after all others.
    ///   - workLimit: the order is nil as soon as it takes more multiplications than this.
    init?(
        starts: [Int], neighbours: [Int32], waits: [Bool], workLimit: Double = .infinity
    ) {
        count = starts.count - 1
        self.waits = waits
        links = neighbours
        start = Array(starts.dropLast())
        length = (0..<count).map { starts[$0 + 1] - starts[$0] }
        degree = length
        elementCount = Array(repeating: 0, count: count)
        weight = Array(repeating: 1, count: count)
        outside = Array(repeating: 1, count: count)
        seen = Array(repeating: 0, count: count)
        merged = MergedIndices(count: count)
        buckets = DegreeBuckets(count: count)
        order.reserveCapacity(count)

        let late = setDenseAside()
        insertAll { !waits[$0] }
        while eliminated < count {
            guard let pivot = buckets.popLeast() else {
                guard !waitIsOver else { break }
                waitIsOver = true
                insertAll { waits[$0] }
                continue
            }
            let before = eliminated
            eliminate(pivot)
            work += Self.work(pivots: eliminated - before, met: degree[pivot])
            guard work <= workLimit else { return nil }
            merged.append(pivot, to: &order)
        }
        work += Self.work(pivots: late.count, met: 0)
        guard work <= workLimit else { return nil }
        order += late
    }

    private mutating func insertAll(_ isWanted: (Int) -> Bool) {
        for index in stride(from: count - 1, through: 0, by: -1)
        where weight[index] > 0 && isWanted(index) {
            buckets.insert(index, degree: degree[index])
        }
    }

    /// Multiplications for pivots that meet each other and some more.
    private static func work(pivots: Int, met: Int) -> Double {
        var sum = 0.0
        for pivot in 0..<pivots { sum += Double(met + pivot) * Double(met + pivot) / 2 }
        return sum
    }

    /// Takes indices with very many neighbours out of the graph.
    private mutating func setDenseAside() -> [Int] {
        let limit = max(16, Int(Self.denseFactor * Double(count).squareRoot()))
        let late = (0..<count).filter { degree[$0] > limit }
        for index in late { weight[index] = 0 }
        eliminated = late.count
        return late
    }

    private mutating func eliminate(_ pivot: Int) {
        eliminated += weight[pivot]
        let begin = formElement(pivot)
        let members = begin..<links.count
        currentMark += count + 1
        measureElements(members)
        var candidates: [(hash: Int, index: Int)] = []
        for place in members {
            let index = Int(links[place])
            if let hash = update(index, pivot) { candidates.append((hash, index)) }
        }
        mergeEqual(&candidates)
        finish(pivot, members)
    }

    /// Gathers what the pivot meets into a new element at the end of the links; absorbs its elements.
    private mutating func formElement(_ pivot: Int) -> Int {
        let begin = links.count
        let first = start[pivot]
        let split = first + elementCount[pivot]
        let end = first + length[pivot]
        var total = 0
        weight[pivot] = 0
        for place in first..<split {
            let element = Int(links[place])
            for other in start[element]..<(start[element] + length[element]) {
                total += join(Int(links[other]))
            }
            outside[element] = 0
        }
        for place in split..<end { total += join(Int(links[place])) }
        start[pivot] = begin
        length[pivot] = links.count - begin
        degree[pivot] = total
        return begin
    }

    /// Adds an index to the element being formed, unless it is there or gone; its weight.
    private mutating func join(_ index: Int) -> Int {
        let size = weight[index]
        guard size > 0 else { return 0 }
        weight[index] = -size
        links.append(Int32(truncatingIfNeeded: index))
        if waitIsOver || !waits[index] { buckets.remove(index, degree: degree[index]) }
        return size
    }

    /// Finds for each element near the new one what it holds outside of it.
    private mutating func measureElements(_ members: Range<Int>) {
        for place in members {
            let index = Int(links[place])
            let size = -weight[index]
            for link in start[index]..<(start[index] + elementCount[index]) {
                let element = Int(links[link])
                if outside[element] >= currentMark {
                    outside[element] -= size
                } else if outside[element] != 0 {
                    outside[element] = degree[element] + currentMark - size
                }
            }
        }
    }

    /// Renews links and degree of a member of the new element; nil if it is eliminated with the pivot.
    private mutating func update(_ index: Int, _ pivot: Int) -> Int? {
        let begin = start[index]
        let split = begin + elementCount[index]
        let end = begin + length[index]
        var target = begin
        var bound = 0
        var hash = pivot
        for place in begin..<split {
            let element = Int(links[place])
            guard outside[element] != 0 else { continue }
            let rest = outside[element] - currentMark
            guard rest > 0 else {
                outside[element] = 0
                continue
            }
            bound += rest
            hash &+= element
            links[target] = links[place]
            target += 1
        }
        let firstIndex = target
        for place in split..<end {
            let neighbour = Int(links[place])
            guard weight[neighbour] > 0 else { continue }
            bound += weight[neighbour]
            hash &+= neighbour
            links[target] = links[place]
            target += 1
        }
        if target == begin {
            let size = -weight[index]
            degree[pivot] -= size
            eliminated += size
            weight[index] = 0
            merged.merge(index, into: pivot)
            return nil
        }
        // The link to the pivot, or to an element it absorbed, has left room for one more.
        links[target] = links[firstIndex]
        links[firstIndex] = links[begin]
        links[begin] = Int32(truncatingIfNeeded: pivot)
        elementCount[index] = firstIndex - begin + 1
        length[index] = target - begin + 1
        degree[index] = min(degree[index], bound)
        return hash
    }

    /// Makes one index of those with the same links.
    private mutating func mergeEqual(_ candidates: inout [(hash: Int, index: Int)]) {
        guard candidates.count > 1 else { return }
        candidates.sort { ($0.hash, $0.index) < ($1.hash, $1.index) }
        var first = 0
        while first < candidates.count {
            var end = first + 1
            while end < candidates.count, candidates[end].hash == candidates[first].hash {
                end += 1
            }
            for position in first..<end where end - position > 1 {
                absorb(candidates[(position + 1)..<end], into: candidates[position].index)
            }
            first = end
        }
    }

    private mutating func absorb(
        _ candidates: ArraySlice<(hash: Int, index: Int)>, into index: Int
    ) {
        guard weight[index] != 0 else { return }
        currentMark += count + 1
        for place in start[index]..<(start[index] + length[index]) {
            seen[Int(links[place])] = currentMark
        }
        for candidate in candidates {
            let other = candidate.index
            guard weight[other] != 0, length[other] == length[index],
                elementCount[other] == elementCount[index], waits[other] == waits[index]
            else { continue }
            let places = start[other]..<(start[other] + length[other])
            guard places.allSatisfy({ seen[Int(links[$0])] == currentMark }) else { continue }
            weight[index] += weight[other]
            weight[other] = 0
            merged.merge(other, into: index)
        }
    }

    /// Puts the remaining members of the new element back among the candidates for pivots.
    private mutating func finish(_ pivot: Int, _ members: Range<Int>) {
        var target = members.lowerBound
        for place in members {
            let index = Int(links[place])
            let size = -weight[index]
            guard size > 0 else { continue }
            weight[index] = size
            degree[index] = min(
                degree[index] + degree[pivot] - size, count - eliminated - size)
            if waitIsOver || !waits[index] { buckets.insert(index, degree: degree[index]) }
            links[target] = links[place]
            target += 1
        }
        length[pivot] = target - members.lowerBound
        links.removeLast(members.upperBound - target)
        if length[pivot] == 0 { outside[pivot] = 0 }
    }
}

/// Which indices were merged into which, to be eliminated together.
private struct MergedIndices {
    private var first: [Int]
    private var last: [Int]
    private var next: [Int]

    init(count: Int) {
        first = Array(repeating: -1, count: count)
        last = first
        next = first
    }

    mutating func merge(_ index: Int, into host: Int) {
        if first[host] < 0 { first[host] = index } else { next[last[host]] = index }
        last[host] = index
    }

    /// Appends an index and all that were merged into it.
    func append(_ index: Int, to order: inout [Int]) {
        var stack = [index]
        while let top = stack.popLast() {
            order.append(top)
            var child = first[top]
            while child >= 0 {
                stack.append(child)
                child = next[child]
            }
        }
    }
}

/// Indices by their degree, the newest of each degree first.
private struct DegreeBuckets {
    private var head: [Int]
    private var next: [Int]
    private var previous: [Int]
    private var least = 0

    init(count: Int) {
        head = Array(repeating: -1, count: count + 1)
        next = Array(repeating: -1, count: count)
        previous = next
    }

    mutating func insert(_ index: Int, degree: Int) {
        let old = head[degree]
        next[index] = old
        previous[index] = -1
        if old >= 0 { previous[old] = index }
        head[degree] = index
        least = min(least, degree)
    }

    mutating func remove(_ index: Int, degree: Int) {
        let (before, after) = (previous[index], next[index])
        if before >= 0 { next[before] = after } else { head[degree] = after }
        if after >= 0 { previous[after] = before }
    }

    /// Takes out the newest index of the least degree; nil when there is none.
    mutating func popLeast() -> Int? {
        while least < head.count {
            let index = head[least]
            if index >= 0 {
                remove(index, degree: least)
                return index
            }
            least += 1
        }
        return nil
    }
}
