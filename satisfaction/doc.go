// Package satisfaction turns survey answers into scores that can be trusted: formula, weights, n and an interval beside
// every number.
//
// # The way
//
//	Scale, Tree     what may be answered, what it is worth, what it weighs: data, JSON both ways
//	Form            the questions in the order of a row of answers; ReadAnswers reads rows from a file
//	Summary         counts and sums of products, exact; merges, has a canonical binary form
//	Scorer          S = Σ X·P at every node, for one guest or a million, whatever is left blank
//	Report          every node's mean with n, effective n and interval
//
// From there, to what should be done:
//
//	Diagnose        importance and performance in four cells, with the chance of each
//	FitDrivers      what goes with the overall rating: regression, relative weights, LMG; PenaltyReward
//	NPS, TopBox     net promoter score, CSAT, CES, ACSI, weighted or not; SERVQUAL gaps; Kano classes
//	CronbachAlpha   whether questions measure one thing; McDonaldOmega; StraightLines
//	Compare         one round against another: split into answers and weights, tested
//	PChart          control limits over many periods: of shares, means (XBarChart), drifts (EWMAChart), single values
//
// The weights themselves come from package weight, as integer parts for [Tree.Reweigh].
//
// The score of a node is the weighted mean of what lies below it. With X the score of a child or answer and P its
// weight, over those that were answered:
//
//	S = Σ X·P / Σ P
//
// It is assumed that the steps of a scale lie equally far apart and that a good answer to one question makes up for a
// poor one to another.
//
// # What is exact
//
// Answers are codes 1 to 63 on a grid of equal steps; everything that is counted is counted in integers, so a summary
// does not depend on the order of its rows, on how they were split, or on workers. Weights are ratios of integers, so
// they sum to exactly one at every node. Scores are floats, the same bits on any number of workers, and never leave the
// ends of the scale.
//
// # What is missing
//
// Blank, not applicable, refused and not asked are counted apart and treated alike: they leave the weight sum. Who then
// gets the weight is a rule ([ByLevel] or [Flat]), and a guest who answered less than half of the weight has no score.
// The mean of the guests' scores, and the score of the questions' means, are two numbers where answers are missing: a
// report says which one it holds ([Convention]).
//
// # Defaults
//
//	what                    default
//	missing answers         by level
//	least weight answered   0.5
//	unit of a score         points, between the declared ends; Scoring.Percent: 0 to 100
//	respondents             all alike; weights by PostStratify or Rake, with Kish's effective n in every interval
//	raking                  until every margin is met within 1e-13 of the rows, at most 1000 steps
//	importance of drivers   Johnson's relative weights
//	cuts of the grid        at the means of the indicators; on the line is high
//	tests of many nodes     Holm's correction
//	interval of a mean      Student's; of a share: Wilson's; of a net promoter score: adjusted Wald
//
// # When not to use it
//
// Not for questions with open text, for rankings, or for answers on a continuous line: bin those first. Not for a league of
// houses or employees with few answers each: [Shrink] shows how little such means say.
//
// # Sources
//
// Gong (2009), a thesis on customer relationship management of a hotel, section 3.3.1, for the three ways of
// quantification, the tree of table 3-1 and formula 3.1; each statistic names its own.
package satisfaction
