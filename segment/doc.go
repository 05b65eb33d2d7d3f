// Package segment sorts guests into classes by conditions that a hotel writes itself and says of every guest why, follows
// how guests move between classes and stages, and measures whether an action on a class worked.
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
//	                                                     │ Snapshot
//	Log.Record, TransitionOf, Moves, Gate.Compare <──────┘
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
//	RFMSegments       the segments of a set of package rfm
//	PlanOfLevels      the levels of any attribute: ABC, stages of the life cycle
//
// # Concentration
//
// [Concentrate] says how much of the revenue comes from how few guests, and [ABC] makes three classes of that. Both
// describe the past of one window: they do not say what a guest will be worth (package valuation does), and a high share
// of few guests is neither good nor bad by itself. An A guest of one year is not one of the next: classes by contribution
// are for an overview and for who gets attention now, not for promises that last.
//
// # Life cycle and funnel
//
// [LifeCycle] says how far a guest's relation has come, against the guest's own rhythm: a yearly guest is not lost after
// six months, a weekly one is. It is a rule of thumb that everybody can check, for calls and letters; it needs the whole
// history, and takes a guest's habits for steady. For the chance that a guest is still active, with its error, use
// valuation/btyd.
//
// [Funnel] counts guests on their way through stages that somebody notes: enquiry, offer, booking. Guests who are still on
// their way are censored, never lost, and a forecast takes tomorrow's rates for those of the past and guests for
// independent. It is not for stages that are worked out from each other afterwards, nor for guests without days.
//
// # Movement
//
// [Log] remembers who was in which class, when, why and by which revision, one snapshot after another: for questions
// about the past that a plan of today cannot answer. It sees nothing between two snapshots and never rewrites them; a
// correction is a new snapshot.
//
// [Transition] counts who went from class to class between two days. Its rates describe one period. Steps, stationary
// shares and the Markov chain assume that every period is like it and that a guest's class says all that matters: good for
// comparing policies, poor for a forecast years ahead.
//
// [Stability] compares two distributions by one number, for guests or classes that should be alike: the readings 0.10 and
// 0.25 are a rule of thumb that knows nothing of the number of guests, so look at the noise beside it. It does not say why
// anything shifted.
//
// [Gate] holds a new revision of a plan against the one in use, for the same guests on the same day, and lists what
// speaks against it. It judges change, not merit, unless [Duel] brings guests whose true class is known. The decision is
// the caller's.
//
// # Proof
//
// [Experiment] leaves out guests by a salted hash, so that no list has to be kept. It assumes that guest ids do not change
// and that a guest's answer does not depend on who else was treated: use one id for a household or a company where it does.
//
// [UpliftOf], [UpliftBySegment] and [IncrementalRevenue] compare all who were dealt to an arm. They are for arms that
// were dealt by chance: between guests who chose to take part and those who did not, the difference is not the effect.
// [SampleSizeFor] belongs before the action; a look every week until the p-value is small finds effects that are not there.
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
