package weight

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// DataMethod says how answers become weights. Unset means StandardDeviation.
type DataMethod uint8

// The methods. Values are divided by the span of [Scaling] first, except for Entropy, MEREC and the principal
// components.
const (
	StandardDeviation  DataMethod = iota + 1 // w_j ∝ s_j
	Entropy                                  // w_j ∝ 1 - e_j, e_j = -Σ p·ln p / ln n, p the value's share of its column's sum
	CRITIC                                   // w_j ∝ s_j·Σ_k (1 - r_jk)
	MEREC                                    // w_j ∝ Σ_i |S_ij - S_i|: what leaving the item out changes; tables only
	DeviationMaximum                         // w_j ∝ mean |z_ij - z_kj| over all pairs of rows
	FirstComponent                           // principal components: squares of the first eigenvector of the correlations
	EigenvalueWeighted                       // principal components: Σ_k |v_jk|·λ_k over the components kept
	Communality                              // principal components: Σ_k v_jk²·λ_k over the components kept
)

var dataMethodNames = enum.Names{
	"", "standard-deviation", "entropy", "critic", "merec", "deviation-maximum",
	"first-component", "eigenvalue-weighted", "communality",
}

// ParseDataMethod returns the method named by text, as [DataMethod.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseDataMethod(text string) (DataMethod, error) {
	return choice.Parse[DataMethod](dataMethodNames, "data method", text)
}

// String returns the name, "unset" for the zero value.
func (m DataMethod) String() string { return dataMethodNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m DataMethod) MarshalText() ([]byte, error) {
	return choice.Marshal(dataMethodNames, "data method", m)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (m *DataMethod) UnmarshalText(text []byte) error {
	return choice.Unmarshal(dataMethodNames, "data method", text, m)
}

func (m DataMethod) components() bool { return m >= FirstComponent }

// Scaling says what the values of an item are divided by, so that items of different scales compare. Unset means Ends
// for [Sums] and Observed for a [Matrix].
type Scaling uint8

// The scalings.
const (
	Ends     Scaling = iota + 1 // the distance of the scale's ends; stays the same from survey to survey
	Observed                    // the distance of the least and the largest value seen: one odd answer moves all weights
	Unscaled                    // nothing
)

var scalingNames = enum.Names{"", "ends", "observed", "unscaled"}

// ParseScaling returns the scaling named by text, as [Scaling.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseScaling(text string) (Scaling, error) {
	return choice.Parse[Scaling](scalingNames, "scaling", text)
}

// String returns the name, "unset" for the zero value.
func (s Scaling) String() string { return scalingNames.String(uint8(s)) }

// MarshalText returns the name, empty for the zero value.
func (s Scaling) MarshalText() ([]byte, error) { return choice.Marshal(scalingNames, "scaling", s) }

// UnmarshalText reads a name; the empty text is the zero value.
func (s *Scaling) UnmarshalText(text []byte) error {
	return choice.Unmarshal(scalingNames, "scaling", text, s)
}
