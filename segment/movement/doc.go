// Package movement follows guests between the classes of a plan: who was in which class when and why, how many went from
// class to class, whether sizes have shifted, and whether a new revision of the plan may replace the one in use.
//
// # When to use it
//
// To answer for the past, which a plan of today cannot; to see each month who went up and down; before a new plan is put
// into force.
//
// # Model
//
//	segment.Assignment ──SnapshotOf──┐
//	classes of any other source ─────┴─> Snapshot ──Log.Record──> Log: Of, At, On, All
//	two snapshots ──Moves──> guests,  ──TransitionOf──> Transition: Rates, Steps, Stationary, Chain
//	counts of two days ──Stability──> StabilityIndex
//	old and new revision, same day ──Gate.Compare──> Resegmentation: what changes, what speaks against it
//
// [Log] holds one snapshot after another. It sees nothing between two snapshots and never rewrites them; a correction is a
// new snapshot.
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
// speaks against it. It judges change, not merit, unless a [Duel] brings guests whose true class is known. The decision is
// the caller's.
//
// # When not to use it
//
// For classes that overlap: a guest is in one class or none. For what a guest will be worth in each class, see package
// valuation, which takes the chain of [Transition.Chain]. For changes within a day: a snapshot is of a day.
//
// # Defaults
//
//	gate            the zero Gate; its fields say what 0 stands for
//	empty bins      none: how they count must be stated, see EmptyBins
//	form of a log   version 1, JSON
//
// # References
//
//	Kullback and Leibler (1951), Annals of Mathematical Statistics 22: the stability index, in its symmetric form.
//	Shorrocks (1978), Econometrica 46: mobility.
//	Grassmann, Taksar and Heyman (1985), Operations Research 33: stationary shares.
//	McNemar (1947), Psychometrika 12: the duel of two plans.
package movement
