// Package points keeps the points of a loyalty programme in a ledger that never loses one, and explains every balance.
//
// # When to use it
//
// For points that guests earn and spend, for qualifying counters that decide a tier, and for counted vouchers. How many
// points a stay earns is decided elsewhere; this package keeps them, and package loyalty/points/liability says what is
// owed for them. It is a pure library: no clock, no database, no goroutine. Business dates and moments are arguments.
//
// # Model
//
// An account is a list of events. Two functions make all of it:
//
//	Rules.Decide(account, command) = events, or a *RefusedError
//	Apply(account, event)          = account
//
// Points live in lots. Each credit makes one, with its origin, its rule, the date it was earned and the first day on
// which it is dead. The points of a lot lie in buckets, and an event is a list of moves between them:
//
//	Issued ──> Pending ──> Free ⇄ Held ──> Redeemed      spent
//	                        ├────────────> Expired       lapsed
//	                        ├────────────> Reversed      taken back
//	                        └────────────> Moved         given to another account
//
// What a redemption used is written in its event and never worked out again. The buckets of a lot always add up to zero
// (Issued is negative), so points can neither appear nor vanish: the ledger is a double entry, see [Entries]. A
// correction is a new event that names what it corrects; nothing is edited or deleted.
//
// # Two clocks
//
// The recorded order, [Event.Seq], decides on repeats, holds and which lots are used. The business date, [Event.Date],
// decides on expiry and reporting. [BalanceAsOf] and [Explain] take both: the state on a date, by what was known at a
// moment. A date from which something is dead, or active, counts itself: periods are half-open.
//
// A credit may be dated back. It adds a lot and changes no allocation. A debit may be dated back as long as no balance
// of any date can fall below zero: see [Rules.Decide]. What refers to an earlier command is not dated before it.
//
// # Expiry
//
// The first dead day of a lot is fixed when it is credited. Beside it each currency may have a deadline of inactivity,
// which every act on its list sets anew, and an exemption that stops it. A lot is dead from the earlier of both. Balances
// see that by themselves; [Expire] writes it into the ledger for the books, each lapse under its own date, and every
// command does so first. What has lapsed in the ledger stays so, also for commands that are dated back; [Reinstate]
// brings points back.
//
// Points that return from a cancelled award go back to their own lots. If a lot has died meanwhile, they lapse at once
// or live for the days of grace that were promised when they were spent.
//
// # Claw-back
//
// Voiding an earn takes back what is left of its lots. What was spent is taken from other lots, owed, or recorded as
// unrecovered, by [Clawback]. Points that come later pay what is owed; points that come back to the voided lot are
// taken first. A bill that changed is no claw-back: the new earn replaces the old one, and pays what was spent of it; see
// [Earn].
//
// # Defaults
//
//	Currency.Burn      OldestFirst
//	Currency.Clawback  WithinBalance
//	Currency.Life      for ever
//	Currency.Grace     0 days
//	Credit.Origin      FromSale; of an adjustment FromGoodwill
//
// # Safety
//
// All functions are pure; accounts and rules may be read by several goroutines at once. A [Journal] takes the version
// that a decision was made on, so of two writers one must decide again.
package points
