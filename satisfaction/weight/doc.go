// Package weight finds how much each factor of guest satisfaction counts, from people's judgement or from the answers.
//
// # When to use it
//
// To put weights on an indicator tree of [github.com/hotelcrm/hotelcrm/satisfaction], or on any other list of criteria.
// Weights from answers measure how much the answers differ, not how much the factor matters: a factor that everybody
// rates alike gets 0 however important it is. Use them beside judgement, not in its place; [Disagreements] shows how
// far the methods differ.
//
// # From judgement
//
//	type, function          what the experts give                            result
//	Judgements.Weigh        pairwise ratios, row over column (AHP)           Weighing
//	AggregateJudgements     pairwise ratios of several experts               GroupWeighing
//	AssessDelphi            ratings, round after round (Delphi)              DelphiRound
//	WeighRanks              an order of importance                           weights
//	BestWorst.Weigh         the best and the worst against all others        BestWorstWeighing
//	FuzzyJudgements.Weigh   ratios with a lowest, likely and highest value   FuzzyWeighing
//
// If all judgements agree, the weights w are the eigenvector of their matrix A, and its eigenvalue λ is the number of
// things n. How far they are from agreeing is measured against random judgements (RI):
//
//	A·w = λ·w,  CI = (λ - n) / (n - 1),  CR = CI / RI,  usually accepted up to 0.1
//
// Consistency cannot tell a matrix from its transpose, which says the opposite: every ratio here is row over column, how
// many times as important the row is.
//
// # From data
//
// [Matrix.Weigh] reads a table of numbers, [Sums.Weigh] counts and cross sums of coded answers, which can be merged.
// Where respondents have weights, [Strata.Weigh] takes the sums of their cells, [Matrix.Weighted] the weights of rows. The
// methods are those of [DataMethod].
//
// # Whole weights
//
// [Parts] turns weights into integer parts of a power of ten that add up to it exactly, by largest remainder; [Blend]
// mixes weights of several sources in declared shares.
//
// # Defaults
//
//	what            default
//	ratios          at most 9 and at least 1/9
//	method          geometric mean of rows, logarithmic least squares where comparisons are missing
//	random index    Saaty
//	scaling         the scale's ends for coded answers, the observed range for a table
//	correlation     Pearson, over the guests who answered both items where Sums.Squares is given
//
// # Limits
//
// Weights are float64. Sums run in index order, so results do not depend on the machine's load; the last digit may
// differ between processor types. Weights that are equal in theory may differ in the last digit, and [Parts] then
// sees a larger one where it would otherwise prefer the earlier.
//
// # Sources
//
// T. L. Saaty, Decision making with the analytic hierarchy process, Int. J. Services Sciences 1 (2008) 83-98, for the
// eigenvector and the consistency ratio; G. Crawford and C. Williams, A note on the analysis of subjective judgment
// matrices, J. Mathematical Psychology 29 (1985) 387-405, for the geometric mean; P. T. Harker (1987) for incomplete
// judgements; S. Bozóki, J. Fülöp and L. Rónyai, On optimal completion of incomplete pairwise comparison matrices,
// Mathematical and Computer Modelling 52 (2010) 318-333, for the least eigenvalue; J. J. Buckley, Fuzzy hierarchical
// analysis, Fuzzy Sets and Systems 17 (1985) 233-247; J. Rezaei, Best-worst multi-criteria decision-making method: some
// properties and a linear model, Omega 64 (2016) 126-130; D. Diakoulaki, G. Mavrotas and L. Papayannakis, Determining
// objective weights in multiple criteria problems: the CRITIC method, Computers & Operations Research 22 (1995)
// 763-770; M. Keshavarz-Ghorabaee et al. (2021) for MEREC; Wang (1998) for deviation maximisation.
package weight
