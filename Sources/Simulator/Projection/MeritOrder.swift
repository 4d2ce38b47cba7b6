/// What happens without a plan: nothing is bought where the quota is only monitored; elsewhere a
/// province that is short buys options and certificates in merit order of marginal price
/// (price + slope x bought) until its need or the limits are met. Certificates have one national
/// price; where they are short they are shared in proportion to need.
public enum MeritOrder {
    public static func purchases(_ baseline: Baseline) -> Purchases {
        let inputs = baseline.inputs
        var result = Purchases(
            provinceCount: inputs.provinceCount, yearCount: inputs.yearCount)
        for year in 1..<max(1, inputs.yearCount) {
            let buyers = (0..<inputs.provinceCount).compactMap {
                QuotaBuyer(baseline, province: $0, year: year)
            }
            settle(buyers, inputs: inputs, year: year, into: &result)
        }
        return result
    }

    private static func settle(
        _ buyers: [QuotaBuyer], inputs: ModelInputs, year: Int, into result: inout Purchases
    ) {
        let first = inputs.market.certificatePrice[year]
        let slope = inputs.market.certificateSlope[year]
        let limit = inputs.market.certificateLimit[year]
        func demand(_ price: Double) -> Double {
            buyers.reduce(0) { $0 + $1.certificateDemand(below: price) }
        }
        func supplyPrice(_ amount: Double) -> Double { first + slope * amount }
        // The market's volume: the largest amount that buyers still want at its own price.
        var volume = 0.0
        if demand(supplyPrice(limit)) >= limit {
            volume = limit
        } else {
            var low = 0.0
            var high = limit
            for _ in 0..<200 where high - low > 0 {
                let middle = low + (high - low) / 2
                if middle == low || middle == high { break }
                if demand(supplyPrice(middle)) >= middle { low = middle } else { high = middle }
            }
            volume = low
        }
        let price = supplyPrice(volume)
        let wanted = buyers.map { $0.certificateDemand(below: price) }
        let total = wanted.reduce(0, +)
        let served = total > volume ? volume / total : 1
        for (buyer, amount) in zip(buyers, wanted) {
            let certificates = amount * served
            result.certificates[buyer.province, year] = certificates
            let options = buyer.optionAmounts(certificates: certificates)
            for (index, bought) in options.enumerated() {
                result.options[index][buyer.province, year] = bought
            }
        }
    }
}

/// A province short of its quota in a year.
struct QuotaBuyer {
    let province: Int
    /// TWh of credited power that are missing before any purchase.
    let need: Double
    let certificateLimit: Double
    let offers: [Offer]
    /// TWh of captive coal and grid power that options can displace.
    let displaceable: Double
    let creditedGrid: CreditedGrid

    struct Offer {
        let limit: Double
        let price: Double
        let slope: Double

        /// TWh on offer below a marginal price.
        func amount(below marginal: Double) -> Double {
            if slope > 0 { return min(limit, max(0, (marginal - price) / slope)) }
            return marginal > price ? limit : 0
        }
    }

    /// Grid power credited as green while options displace part of the grid power.
    struct CreditedGrid {
        let share: Double
        let grid: Double
        let pool: Double
        /// TWh of grid power displaced per TWh of option.
        let displaced: Double

        func credited(options: Double) -> Double {
            min(pool, share * max(0, grid - displaced * options))
        }

        /// Credited power won by options in all.
        func gain(options: Double) -> Double {
            options - (credited(options: 0) - credited(options: options))
        }

        /// The least options that win an amount; the gain is piecewise linear and rises.
        func options(toGain amount: Double) -> Double {
            guard amount > 0 else { return 0 }
            let loss = share * displaced
            // While the pool binds, options displace nothing that is credited.
            let free = loss > 0 ? max(0, (share * grid - pool) / loss) : .infinity
            if amount <= free { return amount }
            return loss < 1 ? free + (amount - free) / (1 - loss) : .infinity
        }
    }

    /// Nil where nothing is bought: no quota, one that binds nobody, or nothing missing.
    init?(_ baseline: Baseline, province: Int, year: Int) {
        let inputs = baseline.inputs
        let rule = inputs.policy.rule
        guard let quota = inputs.policy.quota[province, year],
            inputs.policy.shortfallWeight[province, year] > 0
        else { return nil }
        let sum = baseline.operation.province[province, year]
        let credited = CreditedGrid(
            share: baseline.power.province[province, year].gridShare(under: rule),
            grid: sum.grid, pool: inputs.policy.greenPool[province, year] ?? .infinity,
            displaced: 1 - baseline.coalDisplacement[province, year])
        let requirement = quota * sum.electricity
        let missing = requirement - sum.captiveRenewable - credited.credited(options: 0)
        guard missing > 0 else { return nil }
        self.province = province
        need = missing
        creditedGrid = credited
        displaceable = sum.captiveCoal + sum.grid
        certificateLimit =
            rule.countsCertificates
            ? inputs.market.certificateMaximumShare[year] * requirement : 0
        offers = GreenOption.allCases.map { option in
            Offer(
                limit: inputs.market.optionLimit[option.index][province, year],
                price: inputs.market.optionPrice[option.index][province, year],
                slope: inputs.market.optionSlope[option.index][province, year])
        }
    }

    /// Certificates wanted at a price: what is missing after all options that cost less.
    func certificateDemand(below price: Double) -> Double {
        let cheaper = offers.reduce(0) { $0 + $1.amount(below: price) }
        let gained = creditedGrid.gain(options: min(cheaper, displaceable))
        return min(certificateLimit, max(0, need - gained))
    }

    /// Options bought besides so many certificates, by option: the cheapest that fill the rest.
    func optionAmounts(certificates: Double) -> [Double] {
        let rest = need - certificates
        guard rest > 1e-12 * max(1, need) else { return offers.map { _ in 0 } }
        let target = min(creditedGrid.options(toGain: rest), displaceable)
        let all = offers.reduce(0) { $0 + $1.limit }
        guard target < all else { return offers.map(\.limit) }
        return filled(target)
    }

    /// Amounts at the one marginal price where offers add up to a target below all limits.
    private func filled(_ target: Double) -> [Double] {
        var prices: [Double] = []
        for offer in offers where offer.limit > 0 {
            prices.append(offer.price)
            prices.append(offer.price + offer.slope * offer.limit)
        }
        prices.sort()
        var amounts = offers.map { _ in 0.0 }
        for price in prices {
            // Offers at a marginal price of at most `price`, flat ones included.
            let next = offers.map { offer in
                offer.slope == 0 && offer.price <= price
                    ? offer.limit : offer.amount(below: price)
            }
            let total = next.reduce(0, +)
            if total >= target {
                let before = amounts.reduce(0, +)
                let part = total > before ? (target - before) / (total - before) : 0
                return zip(amounts, next).map { $0 + ($1 - $0) * part }
            }
            amounts = next
        }
        return amounts
    }
}

extension Outcome {
    /// The projection without a plan: `greenalu run`.
    public static func withoutPlan(_ baseline: Baseline) -> Outcome {
        Outcome(
            baseline,
            decisions: Decisions(moves: [], purchases: MeritOrder.purchases(baseline)))
    }
}
