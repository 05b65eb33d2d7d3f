// Package experiment says whether an action worked: it leaves out guests by chance, and compares those who were treated
// with those who were not.
//
// # When to use it
//
// Before a mailing, an upgrade or a new benefit: [SampleSizeFor] says how many guests it takes, [Design.Split] who is left
// out. Afterwards [UpliftOf], [UpliftBySegment] and [IncrementalRevenue] say what came of it.
//
// # Model
//
//	Design ──Split──> Split: Arm of each guest, by a salted hash
//	Trial of both arms ──UpliftOf──> Uplift: difference, intervals, p
//	one trial a segment ──UpliftBySegment──> SegmentUplift, corrected for looking at many
//	revenue of both arms ──IncrementalRevenue──> RevenueUplift: exact sums, Welch's interval
//
// Everywhere the guests treated come first and those left out second.
//
// The hash needs no list to be kept. It assumes that guest ids do not change and that a guest's answer does not depend on
// who else was treated: use one id for a household or a company where it does.
//
// # When not to use it
//
// The comparisons are of all who were dealt to an arm, and for arms that were dealt by chance: between guests who chose to
// take part and those who did not, the difference is not the effect. A look every week until the p-value is small finds
// effects that are not there: settle size and day before the action.
//
// # Defaults
//
//	level, alpha, power    none: they must be stated
//	correction             none: see Correction
//	shares of a design     steps of 0.0001, by 10,000 buckets
//
// # References
//
//	Newcombe (1998), Statistics in Medicine 17: the interval of a difference, method 10.
//	Welch (1947), Biometrika 34: means whose variances differ.
//	Fleiss (1981), Statistical methods for rates and proportions: the size of a sample.
//	Holm (1979), Scandinavian Journal of Statistics 6; Benjamini and Hochberg (1995), J. R. Statistical Society B 57.
package experiment
