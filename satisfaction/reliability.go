package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Alpha is Cronbach's alpha of a set of items: how far they measure one thing.
type Alpha struct {
	Value        float64            `json:"value"`        // from covariances
	Standardised float64            `json:"standardised"` // from correlations
	Dropped      []float64          `json:"dropped"`      // alpha without each item; nil for 2 items
	ItemRest     []float64          `json:"itemRest"`     // correlation of each item with the sum of the others
	EffectiveN   float64            `json:"effectiveN"`   // respondents in effect
	Interval     Interval           `json:"interval"`     // Feldt's
	Warnings     []hotelcrm.Warning `json:"warnings,omitempty"`
}

// WarnReversed: items go against the sum of the others: most likely their scales should be reversed.
const WarnReversed hotelcrm.WarningCode = "negative-item-rest"

// CronbachAlpha returns alpha from the covariance matrix of the items over n respondents.
//
//	α = k/(k-1) (1 - Σ sᵢᵢ / Σ Σ sᵢⱼ)
//
// Input: at least 2 items, none constant; n > 1; level in (0, 1) for Feldt's interval, which holds for complete answers.
// Errors: a [*hotelcrm.ParamError].
// Source: L. J. Cronbach (1951), Psychometrika 16, 297-334; L. S. Feldt (1965), Psychometrika 30, 357-370.
func CronbachAlpha(covariance mat.Symmetric, n, level float64) (*Alpha, error) {
	if err := firstError(checkCovariance(covariance, 2), checkAbove("n", n, 1), checkWithin("n", n, 1, maxCount), checkLevel(level)); err != nil {
		return nil, err
	}
	k := covariance.SymmetricDim()
	rows, total := rowSums(covariance)
	if !(total > 0) {
		return nil, refuse.Param("covariance", fmt.Sprint(total), "a sum of the items that varies")
	}
	trace := mat.Trace(covariance)
	a := &Alpha{Value: alphaOf(k, trace, total), Standardised: standardisedAlpha(covariance), EffectiveN: n}
	if err := checkFinite("covariance of standardised items", a.Standardised); err != nil {
		return nil, err
	}
	for i := range k {
		own := covariance.At(i, i)
		rest := total - 2*rows[i] + own
		if !(rest > tiny*total) {
			return nil, refuse.Param(fmt.Sprintf("covariance without item %d", i), fmt.Sprint(rest), "a sum of the other items that varies; check whether scales should be reversed")
		}
		if k > 2 {
			a.Dropped = append(a.Dropped, alphaOf(k-1, trace-own, rest))
		}
		a.ItemRest = append(a.ItemRest, (rows[i]-own)/math.Sqrt(own*rest))
	}
	a.Interval = feldt(a.Value, k, n, level)
	a.warn()
	return a, nil
}

func alphaOf(items int, trace, total float64) float64 {
	k := float64(items)
	return k / (k - 1) * (1 - trace/total)
}

func standardisedAlpha(covariance mat.Symmetric) float64 {
	k := covariance.SymmetricDim()
	var sum float64
	for i := range k {
		for j := range i {
			sum += covariance.At(i, j) / math.Sqrt(covariance.At(i, i)*covariance.At(j, j))
		}
	}
	return alphaOf(k, float64(k), float64(k)+2*sum)
}

// feldt returns the interval by the F distribution with n-1 and (n-1)(k-1) degrees of freedom.
func feldt(alpha float64, k int, n, level float64) Interval {
	f := distuv.F{D1: n - 1, D2: (n - 1) * float64(k-1)}
	return Interval{1 - float64((1-alpha)*f.Quantile(0.5+level/2)), 1 - float64((1-alpha)*f.Quantile(0.5-level/2)), level, Feldt}
}

func (a *Alpha) warn() {
	against := 0
	for _, r := range a.ItemRest {
		if r < 0 {
			against++
		}
	}
	if against > 0 {
		text := plural.Of(against, "item goes against the sum of the others; check whether its scale", "items go against the sum of the others; check whether their scales") +
			" should be reversed"
		a.Warnings = append(a.Warnings, hotelcrm.Warning{Code: WarnReversed, Text: text, N: against})
	}
}

// rowSums returns the sum of every row and of all.
func rowSums(m mat.Symmetric) (rows []float64, total float64) {
	rows = make([]float64, m.SymmetricDim())
	for i := range rows {
		for j := range rows {
			rows[i] += m.At(i, j)
		}
		total += rows[i]
	}
	return rows, total
}

// checkCovariance refuses too few items, entries beyond 1e100, and items that do not vary.
func checkCovariance(m mat.Symmetric, least int) error {
	if m == nil || m.SymmetricDim() < least {
		return refuse.Param("covariance", "too few items", fmt.Sprintf("at least %d", least))
	}
	for i := range m.SymmetricDim() {
		if err := checkWithin(fmt.Sprintf("covariance(%d, %d)", i, i), m.At(i, i), 1/maxNumber, maxNumber); err != nil {
			return err
		}
		for j := range i {
			if err := checkWithin(fmt.Sprintf("covariance(%d, %d)", i, j), m.At(i, j), -maxNumber, maxNumber); err != nil {
				return err
			}
		}
	}
	return nil
}
