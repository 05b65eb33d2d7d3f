// Package funnel counts guests on their way through stages that somebody notes, such as enquiry, offer and booking, and
// says what to expect of those who are still on it.
//
// # When to use it
//
// For weddings, groups and conferences, where each step has a day: where guests are lost, how long they stay in a stage,
// what the open enquiries are worth.
//
// # Model
//
//	Rules, entries of guests ──Rules.Count──> Counts: Rows, StepRate, WinRate, Spells, Cycle
//	counts of another system ──NewCounts────┘   │
//	open cases and their value ─────────────────┴─Forecast──> Forecast: expected revenue with its interval
//
// A guest's entries make passes through the stages, as [Rules] says. A pass is won, lost, or open. Guests who are still on
// their way are censored, never lost: dwell times are medians of Kaplan and Meier.
//
// A forecast takes tomorrow's rates for those of the past and guests for independent.
//
// # When not to use it
//
// For stages that are worked out from each other afterwards: who has reached the last has then always reached the others.
// For guests without days. For how the relation goes on after the first stay, see segment/lifecycle.
//
// # Defaults
//
//	path       EveryStage: a guest passes all stages in order
//	reentry    OncePerGuest
//	window     0: passes have no end
//
// # References
//
//	Kaplan and Meier (1958), J. American Statistical Association 53: the time in a stage.
//	Wilson (1927), J. American Statistical Association 22: intervals of the rates.
package funnel
