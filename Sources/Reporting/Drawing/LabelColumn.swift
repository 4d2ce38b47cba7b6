/// Labels one above the other, each as near to its own height as the others allow.
enum LabelColumn {
    /// The middles of labels, moved apart so that none overlaps and all lie within a range, in the
    /// order of the wishes. Where the range is too short for all, they follow each other from its
    /// beginning.
    /// - Parameters:
    ///   - wishes: where each label's middle would best be.
    ///   - heights: how high each is.
    static func places(
        wishes: [Double], heights: [Double], from low: Double, to high: Double
    ) -> [Double] {
        let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
        // Clusters of labels that touch each other: each lies where its members' wishes average.
        struct Cluster {
            var members: [Int]
            var height: Double
            /// Sum over members of what the cluster's top would have to be for each.
            var wishedTops: Double
            var top: Double
        }
        var clusters: [Cluster] = []
        for index in order {
            let wishedTop = wishes[index] - heights[index] / 2
            var next = Cluster(
                members: [index], height: heights[index], wishedTops: wishedTop, top: wishedTop)
            next.top = min(max(next.top, low), max(low, high - next.height))
            while let last = clusters.last, last.top + last.height > next.top {
                clusters.removeLast()
                let shifted = next.wishedTops - Double(next.members.count) * last.height
                next = Cluster(
                    members: last.members + next.members, height: last.height + next.height,
                    wishedTops: last.wishedTops + shifted, top: 0)
                next.top = next.wishedTops / Double(next.members.count)
                next.top = min(max(next.top, low), max(low, high - next.height))
            }
            clusters.append(next)
        }
        var places = wishes
        for cluster in clusters {
            var y = cluster.top
            for index in cluster.members {
                places[index] = y + heights[index] / 2
                y += heights[index]
            }
        }
        return places
    }
}
