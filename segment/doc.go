// Package segment sorts guests into classes by conditions that a hotel writes itself, and says of every guest why.
//
// # When to use it
//
// To put rules into force that people have agreed on: who gets which service, whom to write to. Rules are data, JSON both
// ways, so that they can be kept, reviewed and shipped. Rules that are learnt from guests come from package
// segment/tree, in the same language. Scores and values are found by the packages rfm and valuation; here they are
// columns like any other.
//
// # Model
//
//	Attributes ──NewSchema──> Schema ──NewBuilder──> Table (one row per guest, and the guest's stays)
//	                            │                      │
//	Condition ───Compile──────> Test ───────On───────> Matcher: Holds, Rows, Sizes, Explain
//	Plan ────────NewClassifier> Classifier ─Assign───> Assignment: Codes, Sizes, Totals, Reasons
//	                                                     │
//	segment/movement: SnapshotOf <───────────────────────┘
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
// exact: integers of the currency's minor unit, and the exact amount beside them where one has more decimal places;
// they are compared with the literal as it is written, and their sums are exact.
//
// # Missing values
//
// Logic has two values. A comparison with a missing value is false, != too, and not of it is therefore true; only the
// operator missing asks for it. Without stays a count and a sum are 0, least and greatest are missing; stays that lack the
// value that is added or compared are passed over, and stays without an arrival are in no window.
//
// # What can be proved
//
// [Relate], [Test.Example] and [Classifier.Lint] reason without guests. They cut the values of each attribute where the
// conditions tell them apart, and search the combinations: what they call impossible is so for every table, and what they
// call possible comes with the values of a guest. Attributes count as independent, and amounts as whole minor units that
// fit 64 bits, so that nobody hears of a gap between 19,999.99 and 20,000: of a table with finer or larger amounts the
// proofs say nothing. Each result says whether the search went to its end.
//
// # Presets
//
//	HotelAttributes   29 attributes of guests with levels and the rule for shared edges   Gong (2009), table 3-2
//	SourceClasses     group, contract, own arrival                                        section 2.2.1
//	ValueMatrix       four classes by current value and potential                         figure 3-6
//	GuestClasses      new, ordinary, business, VIP, with the gaps that the table has      table 4-1
//	BehaviourGroups   thirteen groups, by priority or all that match                      table 3-3
//	RFMSegments       the segments of a set of package rfm, by name; RFMSegmentsByScore: by the scores
//	PlanOfLevels      the levels of any attribute: ABC, stages of the life cycle
//
// # What stands beside it
//
//	segment/movement       the classes of many days: log, moves, transitions, drift, a gate for a new revision of a plan
//	segment/lifecycle      stages of the relation with a guest, by the guest's own rhythm
//	segment/funnel         guests on their way through stages that somebody notes
//	segment/concentration  classes by contribution: ABC, and how unequal it is
//	segment/experiment     control groups, and whether an action on a class worked
//	segment/tree           rules that are learnt from guests
//	segment/cluster        classes that nobody has named yet
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
