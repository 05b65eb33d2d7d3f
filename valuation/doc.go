// Package valuation says what a guest has been, is and could be worth to a hotel: historic value, current value over a
// few years, incremental value, the matrix made of them, and the simple models of retention beneath.
//
// # When to use it
//
// To find out which guests to look after now and which to develop, on the books of the hotel alone: revenue, number of
// stays, input cost. Current value holds the present pattern still, so it does not see that a guest has stopped coming;
// for a chance of being alive and expected stays, use package valuation/btyd. Where past revenue alone
// matters, package rfm is simpler.
//
// # Model
//
// Three values per guest, by Gong (2009):
//
//	historic     CHV = R - C                       C = total input cost / number of all guests, once per guest
//	current      CCV = Σ r·p / (1+d)^t, t = 1..n   r = CHV / stays, p = stays per period
//	incremental  a score of up to six indicators; money only by a declared Uplift
//	lifetime     CLV = CHV + CCV + CPV
//
// Each step builds on the one before:
//
//	Summaries ──HistoricOf──> Historic ──CurrentOf──> Current ──┬─MatrixOf───────> Matrix ──────┐
//	                                                            ├─IncrementalOf─> Incremental ──┴─LifetimeOf──> Lifetime
//	profiles ──NewScorer, ScoreAll──> Potential ────────────────┘
//
// The matrix puts current value against potential; historic value stays out of it, as it judges past work. High and low
// are told apart by cuts that come back with the result; equal to the cut is high.
//
// Beside them stand the models of the marketing literature, each on figures of its own: annuities and perpetuities with
// retention ([Annuity], [Perpetuity]), the margin multiple ([MarginMultiple]), cohorts that shrink ([Retention]) or
// come back ([Migration]), Markov chains with the policy of whom to write to ([Chain]), what to spend on winning and
// keeping guests ([Budget]), payback and break-even, the equity of all guests and what changes it ([CustomerEquity],
// [WhatIf]), also by groups of the current values above ([ScenarioOf]). Retention itself comes from visits:
// [CohortsOf], [ReturnSpells] with [KaplanMeier] and [LogRank], [RepeatRateByDate].
//
// It is assumed that all guests cost the same, that profit per stay and pace stay as they are, and that payments fall
// once in each period of the horizon.
//
// # Numbers
//
// Money, rates and probabilities come and go as decimal.Decimal. What is rational is computed exactly; converted rates,
// half periods and what would take millions of digits are known to 60 digits and more. Each result is rounded once, by
// the caller's [hotelcrm.RoundTo]. So results are correctly rounded and the same on every machine. A [Rate] knows its
// period, a [Horizon] its unit, and results carry the [Convention] they were computed under. A [Score] is no amount and
// cannot be added to one.
//
// The figures of survival curves, intervals of shares and tests are floats; they carry 12 digits. An [Interval] carries
// its level and method.
//
// Where parts must add up, they do: historic values add up to revenue less cost, contributions to the score, shares to
// 1, the lifetime value to its three parts.
//
// # Defaults
//
//	timing of payments       as the model's own source has it: see Convention
//	horizon of CurrentOf     3 years (the literature says 3 or 5)
//	pace                     visits over the days since the first arrival, at least 365
//	cuts of the matrix       median of either axis
//	rate, rounding           none: they must be given
//	weights, scales, uplift  none: they must be given
//
// # References
//
// Each model names its source. Those that run through the package:
//
//	Gong (2009), thesis on customer relationship management of a hotel, section 3.3.2, formulas 3.2 and 3.3, figure 3-6.
//	Berger and Nasr (1998), Customer lifetime value: marketing models and applications, J. Interactive Marketing 12(1).
package valuation
