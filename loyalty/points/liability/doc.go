// Package liability says what outstanding points mean for the books: how many of each vintage are outstanding, how many
// of them will be redeemed, how much revenue is deferred, what the redemptions will cost, and which journal lines follow.
//
// # When to use it
//
// For the month's end of a hotel that runs its own programme. It proposes figures and balanced lines with the roles of
// accounts; it posts nothing and knows no chart of accounts. A hotel that acts as an agent for a chain's programme
// accounts otherwise. Points of partners and goodwill are no deferral of a sale: keep them in a [Book] of their own by
// [Config.Keep], and accrue their cost.
//
// # Model
//
//	events ──Book──> vintages, roll-forward, triangle ──ChainLadder──> ultimate redemption
//	price ──Allocate──> deferred amount ──CatchUp──> revenue of each period
//	points still to be redeemed ──Cost──> provision
//	amounts ──SaleEntry, RevenueEntry, CostEntry──> balanced journal lines
//
// Two bases stand side by side: deferred revenue, the allocated part of the price (IFRS 15 and ASC 606, customer options),
// and the accrual of the cost of redemption.
//
//	share(i)    = price · standAlone(i) / Σ standAlone                       Allocate
//	to date     = amount · redeemed to date / expected in all                CatchUp
//	ultimate(i) = latest cumulative(i) · factors from its age on · tail      ChainLadder
//
// The ladder assumes that later vintages are redeemed at the pace of earlier ones: after a change of prices, of expiry
// or of what points buy, it looks at a past that is over.
//
// # Defaults
//
//	length of a vintage           one month
//	lots that count               all
//	tail, breakage, rounding, cost of a point   none: they must be given
//
// # Numbers
//
// All amounts are exact fractions, [Exact]. They are rounded once, by [Exact.Round], or where a journal line is made;
// no percentage is rounded on the way. What is posted period by period is the difference of rounded totals to date, so
// that the periods add up to the total.
//
// Results go to JSON and come back as they were: names in lower camel case, fractions as text in lowest terms, days as
// YYYY-MM-DD. A [Book] and an [Allocation] have no written form: keep the events, and the prices.
//
// # References
//
//   - IFRS 15 Revenue from Contracts with Customers: B39 to B43, B44 to B47, Illustrative Example 52.
//   - FASB ASC 606-10-55-41 to 55-49.
//   - Gault, Llaguno, Ménard: loyalty rewards and gift card programs, Casualty Actuarial Society: redemption triangles.
package liability
