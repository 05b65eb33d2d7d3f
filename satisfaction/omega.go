package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mat"
)

// Omega is McDonald's omega of a set of items by one common factor.
type Omega struct {
	Value        float64            `json:"value"`        // on the items' own scales
	Standardised float64            `json:"standardised"` // on items of variance 1
	Loadings     []float64          `json:"loadings"`     // standardised
	EffectiveN   float64            `json:"effectiveN"`   // respondents in effect
	Method       string             `json:"method"`       // "one factor, maximum likelihood"
	Steps        int                `json:"steps"`
	Warnings     []hotelcrm.Warning `json:"warnings,omitempty"`
}

// WarnNoFit: the one-factor model did not settle, or an item is explained wholly; omega is then not to be trusted.
const WarnNoFit hotelcrm.WarningCode = "factor-fit"

const (
	omegaSteps   = 100_000
	omegaChange  = 1e-14
	leastUnique  = 1e-6 // share of an item's variance that is its own
	omegaItems   = 3    // two items leave the loadings open
	loadingStart = 0.7
)

// McDonaldOmega returns omega from the covariance matrix of the items over n respondents. One factor is fitted by
// maximum likelihood, by the EM algorithm.
//
//	ω = (Σ λᵢ)² / ((Σ λᵢ)² + Σ ψᵢ)
//
// Input: at least 3 items, none constant, a matrix without negative eigenvalues; n > 1, the effective number where
// respondents are weighted. Omega does not depend on it.
// Errors: a [*hotelcrm.ParamError].
// Cost: O(items²) a step, some hundred to thousand steps.
// Source: R. P. McDonald (1999), Test Theory, 6.19; D. B. Rubin and D. T. Thayer (1982), Psychometrika 47, 69-76, for EM.
func McDonaldOmega(covariance mat.Symmetric, n float64) (*Omega, error) {
	if err := firstError(checkCovariance(covariance, omegaItems), checkAbove("n", n, 1), checkWithin("n", n, 1, maxCount)); err != nil {
		return nil, err
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(covariance, false) || eigen.Values(nil)[0] < -1e-9*mat.Trace(covariance) {
		return nil, refuse.Param("covariance", "a negative eigenvalue", "none; use complete answers")
	}
	f := newOneFactor(covariance)
	o := &Omega{EffectiveN: n, Method: "one factor, maximum likelihood"}
	for o.Steps < omegaSteps {
		o.Steps++
		if f.step() < omegaChange {
			break
		}
	}
	o.Loadings = f.loadings
	var sum, own, scaled, scaledOwn float64
	for i, l := range f.loadings {
		s := math.Sqrt(covariance.At(i, i))
		sum, scaled = sum+l, scaled+float64(l*s)
		own, scaledOwn = own+f.unique[i], scaledOwn+float64(f.unique[i]*covariance.At(i, i))
	}
	o.Standardised = sum * sum / (float64(sum*sum) + own)
	o.Value = scaled * scaled / (float64(scaled*scaled) + scaledOwn)
	o.warn(f)
	return o, nil
}

func (o *Omega) warn(f *oneFactor) {
	whole := 0
	for _, u := range f.unique {
		if u <= leastUnique {
			whole++
		}
	}
	if whole > 0 || o.Steps == omegaSteps {
		text := fmt.Sprintf("the one-factor model took %s, %s explained wholly by it; omega is not to be trusted",
			plural.Of(o.Steps, "step", "steps"), plural.Of(whole, "item is", "items are"))
		o.Warnings = append(o.Warnings, hotelcrm.Warning{Code: WarnNoFit, Text: text, N: whole})
	}
}

// oneFactor is a one-factor model of a correlation matrix.
type oneFactor struct {
	r        [][]float64
	loadings []float64
	unique   []float64
	beta     []float64 // regression of the factor on the items
	product  []float64 // r·beta
}

func newOneFactor(covariance mat.Symmetric) *oneFactor {
	k := covariance.SymmetricDim()
	f := &oneFactor{r: make([][]float64, k), loadings: make([]float64, k), unique: make([]float64, k), beta: make([]float64, k), product: make([]float64, k)}
	for i := range k {
		f.r[i] = make([]float64, k)
		for j := range k {
			f.r[i][j] = covariance.At(i, j) / math.Sqrt(covariance.At(i, i)*covariance.At(j, j))
		}
		f.loadings[i], f.unique[i] = loadingStart, 1-loadingStart*loadingStart
	}
	return f
}

// step makes one EM step and returns the largest change of a loading.
func (f *oneFactor) step() float64 {
	precision := 1.0
	for i, l := range f.loadings {
		precision += l * l / f.unique[i]
	}
	for i, l := range f.loadings {
		f.beta[i] = l / f.unique[i] / precision
	}
	second := 1 / precision // E z²
	for i := range f.r {
		f.product[i] = 0
		for j, b := range f.beta {
			f.product[i] += float64(f.r[i][j] * b)
		}
		second += float64(f.beta[i] * f.product[i])
	}
	var change float64
	for i, p := range f.product {
		l := p / second
		change = max(change, math.Abs(l-f.loadings[i]))
		f.loadings[i], f.unique[i] = l, max(leastUnique, 1-float64(l*p))
	}
	return change
}
