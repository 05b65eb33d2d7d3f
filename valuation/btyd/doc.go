// Package btyd fits and reads the models of guests who never say goodbye: buy till you die.
//
// A hotel sees stays; it does not see a guest decide never to come again. The models read both from how often a guest
// came back (X), when the last time was (Tx) and for how long the guest has been known (T). They answer whether the
// guest is still one, how many stays to expect and what those are worth, each with an interval.
//
// Do not use them where an end is seen, such as the end of a contract ([SBG] is for that), for groups and allotments, or
// for a house open for less than about three times the usual time between stays.
//
// # Models
//
//	model       visits                      leaving                               parameters
//	NBD         Poisson, gamma rates        never                                 r, alpha
//	BG/NBD      as NBD                      after a repeat visit, beta chances    r, alpha, a, b
//	MBG/NBD     as NBD                      after any visit, beta chances         r, alpha, a, b
//	Pareto/NBD  as NBD                      at any time, gamma rates              r, alpha, s, beta
//	GGom/NBD    as NBD                      at any time, a risk that ages         r, alpha, b, s, beta
//	MBG/CNBD-k  regular, in k stages        after any visit, beta chances         r, alpha, a, b
//	BG/BB       one occasion a period       before any occasion, beta chances     alpha, beta, gamma, delta
//	sBG         under contract              at any renewal, beta chances          alpha, beta
//	GammaGamma  spend per visit, not when                                         p, q, gamma
//
// All of them take for granted that a guest's rate and chance to leave are the guest's own and stay as they are, that
// guests do not bring each other, and that rate and chance have nothing to do with each other, nor spend with either.
// Where the year has a season, [Season] makes time run by it. Choose by what a hold-out says ([Compare]), not by
// likelihood.
//
// What they answer, for a guest with history h, is at heart a ratio of likelihoods and a sum over the time to come:
//
//	P(alive)   = L(h and not gone at T) / L(h)
//	returns(t) = 1 - L(x, tx, T+t) / L(x, tx, T)
//	DERT       = ∫ e^(-δt) dE[visits until t],  t from 0 to ∞
//	value      = DERT · E[spend a visit]
//
// # From visits to value
//
// [SplitOf] makes histories of arrival dates, [CellsOf] groups equal ones exactly, [FitBGNBD] and its like find the
// parameters of maximum likelihood, and [NewPredictor] answers: [Alive], [Stays], [Residual] and, with a model of spend,
// [Predictor.Worth]. [UntilNext], [DayOfNext], [CountsNext] and CountNext of the models give whole distributions.
//
// Two kinds of range are told apart. The intervals of a [Predictor] say how well the fit tells an expected value: they
// are for totals, and narrow. What one guest will do lies far wider: [CountsNext] has that.
//
// A fit is saved by package json, and a Fit[Model] reads that of any model: the report names it. [FitNamed] fits by that
// name.
//
// # Units
//
// A unit of time is part of cells, models and reports. A week has 7 days, a year 365, a month 365/12. A discount rate
// has its own unit and comes down to a force per unit of the model: a 52nd of that of a year for weeks.
//
// # Defaults
//
//	goroutines     none: workers of 0 and 1 are the same, and no number changes a result
//	hold-out       none: Watch.End unset reads all days up to Last for the fit
//	start of fits  found by the package; there is nothing to set
//	unit, level, horizon, rate, k of MBG/CNBD-k   none: they must be given
//
// # What a fit promises
//
// The search is a damped Newton method on log parameters with analytic derivatives; a step to a likelihood that is not
// finite is never taken. A [Report] holds the proof: the gradient, the eigenvalues of the information, standard errors.
// Where there is no maximum inside the model the report says so and names the simpler model that the data leads to:
// codes no-churn, boundary, poorly-identified, not-converged. Data without repeat visits, or without a
// start of finite likelihood, is a [*FitError].
//
// Results do not depend on the order of guests or the number of workers. Between processor types the last digits of
// floating-point results may differ.
//
// # Sources
//
// P. Fader, B. Hardie and K. Lee (2005), "Counting your customers" the easy way, Marketing Science 24. D. Schmittlein,
// D. Morrison and R. Colombo (1987), Counting your customers, Management Science 33. E. Batislam, M. Denizel and
// A. Filiztekin (2007), International Journal of Research in Marketing 24. A. Bemmaor and N. Glady, Modeling purchasing
// behavior with sudden "death", Management Science 58 (2012); T. Reutterer, M. Platzer and N. Schröder (2021),
// International Journal of Research in Marketing 38; P. Fader, B. Hardie and J. Shang (2010), Marketing Science 29; P.
// Fader and B. Hardie (2007), Journal of Interactive Marketing 21, and The gamma-gamma model of monetary value (2013).
// Each model names its own, with the equations.
package btyd
