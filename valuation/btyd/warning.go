package btyd

import "github.com/hotelcrm/hotelcrm"

// The codes of the warnings in a [Report].
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
)

// FitError is returned if the data cannot be fitted at all.
type FitError struct {
	Model string
	Code  hotelcrm.WarningCode
	Text  string
}

// Error returns model, code and reason in one line.
func (e *FitError) Error() string { return "btyd: " + e.Model + ": " + string(e.Code) + ": " + e.Text }
