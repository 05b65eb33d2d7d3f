// Package hotelcrm turns a hotel's stays into exact knowledge of its guests: who they are, how recent, how frequent, what
// they bring. It is a library for property management systems, booking engines and guest apps: pure functions and plain
// values, no server, no database, no clock.
//
// This package holds the nouns that all others share, and the engine that turns stays into one summary per guest:
//
//	Date       a business date of the hotel
//	Stay       one guest's stay, with its Status, Role, Use and Revenue by department
//	Policy     what counts as a visit, and what as revenue
//	Register   takes stays, gives summaries
//	Summaries  one Summary per guest, in columns
//	Sum, Round, Allocate, ToMinor   exact money
//
// # A first program
//
// Stays in, a segment for every guest out; the package's Example is the same with stays and output.
//
//	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", AsOf: today})
//	for _, stay := range staysFromYourPMS() {
//		err = register.Add(stay) // guest, status, arrival, departure; revenue by department
//	}
//	guests, err := register.Summaries(today, hotelcrm.Window{})
//	scores, err := rfm.Of(guests, rfm.Config{})
//	segments, err := scores.Segments(rfm.Hotel())
//	for i, guest := range guests.All() {
//		fmt.Println(guest.Guest, guest.Visits, guest.Revenue, scores.At(i), segments.At(i).Label)
//	}
//
// Every error says what is wrong and what is allowed. A setting left out has its documented default; what has none,
// such as a discount rate, is asked for. The same guests go on to valuation and segment.
//
// # From stays to answers
//
//	stays ──Policy──> Register ──asOf, Window──> Summaries ──┬─> rfm ──────────┐
//	                                                         ├─> valuation ────┼─> segment ──> movement, experiment
//	survey answers, judgements ──> satisfaction ─────────────┴─────────────────┘
//	stays as activity ──> loyalty ──> loyalty/points ──> loyalty/points/liability
//
// The other packages each hold one trade:
//
//	rfm                       recency, frequency, monetary: thresholds, scores, named segments
//	valuation                 what a guest has been, is and could be worth: historic, current and incremental value, value
//	                          matrix, retention, migration and Markov models, discounting
//	valuation/btyd            buy-till-you-die models: P(alive), expected stays, residual value, spend, with standard errors
//	satisfaction              scales, the weighted indicator tree, scores with intervals, diagnosis, comparison of rounds
//	satisfaction/weight       weights from judgement (AHP, Delphi, ranks) and from data (CRITIC, entropy, components)
//	segment                   conditions, plans of classes, presets, explanation
//	segment/movement          who was in which class when; migration, stability, a gate for new plans
//	segment/lifecycle         how far the relation with each guest has come, by the guest's own rhythm
//	segment/funnel            guests on their way through stages: rates, dwell time, forecast
//	segment/concentration     how much few guests bring: Lorenz, Gini, ABC
//	segment/experiment        control groups, uplift, sample size
//	segment/tree              decision trees and rules learnt from guest tables; discretisation
//	segment/cluster           classes that nobody has named yet: groups of guests that are alike
//	loyalty                   a programme as data: tiers, qualification, earning, benefits; status on any date; replay
//	loyalty/points            the points ledger: lots, holds, expiry, reversal
//	loyalty/points/posting    from what stays earn to commands on the ledger: new, corrected and cancelled stays
//	loyalty/points/liability  what outstanding points mean for the books: breakage, deferred revenue, provision
//
// The folder docs has a cookbook of whole jobs, the fields of property systems, every formula with its source, and the
// words in English and Chinese.
//
// # When not to use it
//
// It stores nothing: rows live in your database, and results go back there. It finds no duplicate profiles: two ids are two
// guests. It sends no letters, knows no prices of tomorrow and takes no bookings. Reports across currencies need amounts in
// one currency first.
//
// # What holds everywhere
//
// Exact money. Amounts come and go as decimal.Decimal, are added as integers and never pass through a float. What does
// not fit the currency's decimal places is kept exactly beside them. Rounding is always an argument.
//
// Same input, same bytes. Results do not depend on the order of the input, on how it is split, or on the machine. Ties
// have a written rule. Equal registers marshal to equal bytes.
//
// Nothing is dropped in silence. Every stay is either counted or left out for one [Reason], and the numbers are in
// [Counts]. What is usable but doubtful is a [Warning] in the result.
//
// User data never panics. A wrong row is a [*RowError] with row, field, value and what is allowed; a wrong parameter a
// [*ParamError]. A batch that contains a wrong row changes nothing.
//
// Errors. Of many wrong rows the first [MaxRowErrors] are reported, joined in their order; so are many wrong guests or
// members. Where a setup has a field MaxErrors another number may be asked for.
//
// No clock, no globals, no log, no goroutines. The analysis date is an argument, everywhere called asOf.
//
// Guest ids are opaque. They stand in no error text. The library matches no names and merges no profiles.
//
// # Units
//
//	Date           days; departure dates are exclusive
//	nights         calendar nights of a visit; room nights count every room
//	Revenue        net of tax, one currency per register
//	Minor, Scale   integers in units of 10^-Scale
//	rates, shares  per one, never per cent
//
// # Concurrency
//
// Registers and sums are filled by one goroutine at a time. Everything else is immutable once it exists and may be used
// by many; slices that methods return are shared and must not be changed.
//
// Where a setup says how the work is done its Workers are how many goroutines may do it; what is made of a register has
// those of the register. Functions without a setup take workers as their last argument. It is 0 to 1024, 0 means 1, and
// it never changes a result.
//
// # Names
//
// A thing is made by New of its own parts, which are checked, by a function that ends in Of from other values that
// exist, by Fit from the guests, by Parse from a text. What answers for one guest answers for many under the same name
// with All, in the order given: Score and ScoreAll, Predict and PredictAll, Status and StatusAll.
//
// level is the confidence of an interval: the share of intervals, over many samples, that hold what is estimated, such as
// 0.95. alpha is the chance of a test to see an effect where there is none, such as 0.05, and goes with its power. A test
// at alpha is an interval at level 1 - alpha that does not hold 0; each argument has the name of the question asked.
// Alpha as a field of a model is that model's own letter.
//
// What is kept for next month is written as JSON with a version, the number of its form: thresholds, fits, trees, plans,
// programmes (in which it is called format, since a programme has versions of its rules). A number that this library does
// not know is refused by a [*ParamError], a newer one with [ErrVersion] beside it.
//
// # Stability
//
// Version 0: names may change in a minor version, and the change log says so. A change that moves a number counts as a
// breaking one. Composite literals with unkeyed fields are outside any promise.
package hotelcrm
