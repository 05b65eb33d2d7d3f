// Package concentration says how much of the revenue comes from how few guests, and makes the classes A, B and C of that.
//
// # When to use it
//
// For an overview that an owner reads: how many guests bring 80 per cent, how unequal the guests are, who gets attention
// now.
//
// # Model
//
//	hotelcrm.Amounts ──Of──> Distribution: TopGuests, GuestsFor, Curve, Lorenz, Gini, HHI, EightyTwenty
//	hotelcrm.Amounts ──ABC.Classify──> Classes: Classes, Groups
//
// Guests stand from the largest amount down; ties in the order given, with a rule for what is cut between them. Sums and
// comparisons are exact. Gini and HHI are not defined for negative amounts, and say so.
//
// # When not to use it
//
// It describes the past of one window and does not say what a guest will be worth: package valuation does. A high share of
// few guests is neither good nor bad by itself. An A guest of one year is not one of the next, so classes by contribution
// are not for promises that last.
//
// # Defaults
//
//	limits      80 and 95 per cent of the sum of the amounts above 0
//	boundary    ShareBefore: the guest who crosses a limit is still in the class
//	ties        TiesTogether: equal amounts share a class
//
// # References
//
//	Lorenz (1905), Publications of the American Statistical Association 9.
//	Gini (1912), Variabilità e mutabilità.
//	Hirschman (1964), American Economic Review 54: the index.
package concentration
