package btyd

import "github.com/hotelcrm/hotelcrm"

// The codes of the warnings in a [Report] and of a [FitError].
const (
	// WarnNoRepeats: no guest came back, so no rate of visits can be estimated. Always an error, see [FitError].
	WarnNoRepeats hotelcrm.WarningCode = "no-repeats"
	// WarnNoChurn: nothing in the data says that any guest left; the model without leaving is as good.
	WarnNoChurn hotelcrm.WarningCode = "no-churn"
	// WarnBoundary: the maximum lies at the edge of the model, where it becomes a simpler one that the text names.
	WarnBoundary hotelcrm.WarningCode = "boundary"
	// WarnPoorlyIdentified: the data hardly tells a parameter; predictions may still be good.
	WarnPoorlyIdentified hotelcrm.WarningCode = "poorly-identified"
	// WarnNotConverged: no maximum was proved; do not rely on the fit.
	WarnNotConverged hotelcrm.WarningCode = "not-converged"
	// WarnNoStart: the likelihood is not finite wherever the search may begin. Always an error, see [FitError].
	WarnNoStart hotelcrm.WarningCode = "no-start"
)

// The codes of the warnings of a fit of spends, beside those of all fits.
const (
	// WarnSpendDropped: guests with a mean spend of 0 or less were left out.
	WarnSpendDropped hotelcrm.WarningCode = "spend-dropped"
	// WarnSpendCorrelated: spend and the number of visits are correlated by 0.3 or more either way; the model takes for
	// granted that they are not.
	WarnSpendCorrelated hotelcrm.WarningCode = "spend-correlated"
	// WarnNoMean: q is 1 or less, so that the mean spend of all guests is infinite; ask for medians.
	WarnNoMean hotelcrm.WarningCode = "no-mean"
)

// FitError is returned if the data cannot be fitted at all, or a fit has no standard errors where they are needed.
type FitError struct {
	Model string               // as in Name of the model
	Code  hotelcrm.WarningCode // why, for programs
	Text  string               // why, for people
}

// Error returns model, code and reason in one line.
func (e *FitError) Error() string { return "btyd: " + e.Model + ": " + string(e.Code) + ": " + e.Text }
