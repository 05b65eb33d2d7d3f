// Package segment sorts guests into classes by conditions that a hotel writes itself, says of every guest why, and measures
// how classes and revenue are spread.
//
// # When to use it
//
// To put rules into force that people have agreed on: who gets which service, whom to write to. Rules are data, JSON both
// ways, so that they can be kept, reviewed and shipped. Rules that are learnt from guests come from package segment/tree, in
// the same language. Scores and values are found by the packages rfm and valuation; here they are columns like any other.
//
// # Model
//
//	Attributes ──NewSchema──> Schema ──NewBuilder──> Table (one row per guest, and the guest's stays)
//	                            │                      │
//	Condition ───Compile──────> Test ───────On───────> Matcher: Holds, Rows, Sizes, Explain
//	Plan ────────NewClassifier> Classifier ─Assign───> Assignment: Codes, Sizes, Totals, Reasons
//
// A [Condition] is a tree of All, Any and Not over tests of one value each: comparisons, ranges with stated ends,
// membership, missing. A value is an attribute of the guest, or what [Stays] makes of the guest's stays in a rolling or
// fixed window: their number, or the sum, least or greatest of one of their attributes. The tests of its Where, and of
// [OnSameStay], hold of one and the same stay.
//
// A [Plan] is a list of such conditions with names: each guest gets the first class that holds, or all of them.
//
// # Numbers
//
// Numbers are float64, and a literal stands for the nearest one. Attributes that are counts hold whole numbers. Amounts are
// exact: integers of the currency's minor unit, and the exact amount beside them where one has more decimal places; they are
// compared with the literal as it is written, and their sums are exact.
//
// # Missing values
//
// Logic has two values. A comparison with a missing value is false, != too, and not of it is therefore true; only the
// operator missing asks for it. Without stays a count and a sum are 0, least and greatest are missing.
//
// # What can be proved
//
// [Relate], [Test.Example] and [Classifier.Lint] reason without guests. They cut the values of each attribute where the
// conditions tell them apart, and search the combinations: what they call impossible is so for every table, and what they
// call possible comes with the values of a guest. Attributes count as independent, amounts as whole minor units. Each
// result says whether the search went to its end.
//
// # Presets
//
//	HotelAttributes   29 attributes of guests with levels and the rule for shared edges   Gong (2009), table 3-2
//	SourceClasses     group, contract, own arrival                                        section 2.2.1
//	ValueMatrix       four classes by current value and potential                         figure 3-6
//	GuestClasses      new, ordinary, business, VIP, with the gaps that the table has      table 4-1
//	BehaviourGroups   thirteen groups, by priority or all that match                      table 3-3
//	RFMSegments       the segments of a set of package rfm
//	PlanOfLevels      the levels of any attribute: ABC, stages of the life cycle
//
// # Concentration
//
// [Concentrate] says how much of the revenue comes from how few guests. It describes the past of one window: it does not
// say what a guest will be worth, and a high share of few guests is neither good nor bad by itself.
//
// # When not to use it
//
// For free text by users, give them an editor that writes conditions: there is no expression language here. For values that
// change by the hour, a table is built anew; it is immutable.
//
// # Defaults
//
//	edges of bands     belong to the level above, [a, b), unless CutsGoDown
//	ends of a range    none: they must be stated
//	workers            one
//	limits             32 conditions within each other, 10,000 in all, 1 MiB of JSON
//
// # References
//
//	Gong (2009), thesis on customer relationship management of a hotel, sections 2.2.1, 3.3 and 4.
//	Kleene (1938), On notation for ordinal numbers, J. Symbolic Logic 3(4): logic with an unknown value, for the proofs.
package segment
