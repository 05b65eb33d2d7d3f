package weight

import "github.com/hotelcrm/hotelcrm"

// The codes of this package's warnings.
const (
	// WarnInconsistent: a consistency ratio is above .1: ask again. N counts the experts.
	WarnInconsistent hotelcrm.WarningCode = "inconsistent-judgements"
	// WarnCircular: N triads go round in a circle.
	WarnCircular hotelcrm.WarningCode = "circular-triads"
	// WarnMissing: N comparisons were not made, so there is no consistency ratio.
	WarnMissing hotelcrm.WarningCode = "missing-comparisons"
	// WarnConstant: N items have the same value throughout and weight 0.
	WarnConstant hotelcrm.WarningCode = "constant-items"
	// WarnUndefined: the method gives every item 0, so all that vary (or all) have equal weights, as asked for.
	WarnUndefined hotelcrm.WarningCode = "equal-by-default"
	// WarnIndefinite: answers left blank make the correlations no correlation matrix; N of them or of its eigenvalues
	// were cut to what is possible.
	WarnIndefinite hotelcrm.WarningCode = "indefinite-correlations"
	// WarnTied: eigenvalues coincide, so that the components are not determined by the data.
	WarnTied hotelcrm.WarningCode = "tied-eigenvalues"
	// WarnShifted: a shift was added to all values; other shifts give other weights.
	WarnShifted hotelcrm.WarningCode = "shifted-values"
)
