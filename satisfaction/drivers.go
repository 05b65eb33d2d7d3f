package satisfaction

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Drivers is a linear regression of an outcome, such as the overall rating, on its drivers, and what share of the
// outcome's variance each driver goes with. All of it is association: none of it says that changing a driver changes
// the outcome. Immutable.
type Drivers struct {
	Outcome    string             `json:"outcome"`
	List       []Driver           `json:"drivers"` // in the order given
	Intercept  float64            `json:"intercept"`
	R2         float64            `json:"r2"`
	AdjustedR2 float64            `json:"adjustedR2"`
	N          int64              `json:"n"`          // respondents, of the pair of items answered least
	EffectiveN float64            `json:"effectiveN"` // Kish's, of the pair with the fewest
	Method     string             `json:"method"`     // of Relative: "johnson"
	Warnings   []hotelcrm.Warning `json:"warnings,omitempty"`

	r  *mat.SymDense // correlations of the drivers
	ry []float64     // and with the outcome
}

// Driver is one driver's part.
type Driver struct {
	ID           string  `json:"id"`
	Slope        float64 `json:"slope"` // in points of the outcome for one point of the driver
	SE           float64 `json:"se"`
	P            float64 `json:"p"` // two-sided, of no slope
	Standardised float64 `json:"standardised"`
	First        float64 `json:"first"`    // R² alone: the squared correlation
	Last         float64 `json:"last"`     // R² lost without it
	Relative     float64 `json:"relative"` // Johnson's relative weight; they sum to R²
}

// WarnAgainst: drivers have a negative slope though they go along with the outcome, or the other way round: others take
// their part. Read relative weights there, not slopes.
const WarnAgainst hotelcrm.WarningCode = "slope-against-correlation"

// Drivers returns the regression of an item on others, from the moments of a summary.
//
// Errors: as [FitDrivers]; a [*hotelcrm.ParamError] for an outcome among its drivers; [ErrEmpty] where two of the items
// were never answered together.
func (m *Moments) Drivers(outcome int, drivers []int) (*Drivers, error) {
	if slices.Contains(drivers, outcome) {
		return nil, refuse.Param("drivers", fmt.Sprint(outcome), "items other than the outcome")
	}
	items := append([]int{outcome}, drivers...)
	covariance, err := m.CovarianceMatrix(items)
	if err != nil {
		return nil, err
	}
	n, rows := math.Inf(1), int64(math.MaxInt64)
	var means []float64
	var names []string
	for _, i := range items {
		mean, _ := m.Mean(i)
		means, names = append(means, mean), append(names, m.form.items[i].ID)
		for _, j := range items {
			n, rows = min(n, m.EffectiveN(i, j)), min(rows, m.at(i, j).rows)
		}
	}
	d, err := FitDrivers(covariance, means, n, names)
	if err != nil {
		return nil, err
	}
	d.N = rows
	return d, nil
}

// leastEigenvalue is the smallest eigenvalue of correlations that are taken for a matrix of full rank.
const leastEigenvalue = 1e-10

// FitDrivers returns the regression of the first variable on the others, from their covariances and means.
//
//	β = R⁻¹ r,  relative weight εᵢ = Σⱼ Hᵢⱼ² bⱼ²,  H = R^½,  b = H⁻¹ r
//
// Input: covariances with divisor n - 1 of at least 2 variables, none constant; n above their number, effective where
// respondents are weighted, and the smallest of any pair where answers are missing.
// Errors: a [*hotelcrm.ParamError], also for drivers that are sums of each other, and covariances with negative
// eigenvalues, as pairwise deletion can give: use complete answers then.
// Source: J. W. Johnson (2000), Multivariate Behavioral Research 35, 1-19, for relative weights.
func FitDrivers(covariance mat.Symmetric, means []float64, n float64, names []string) (*Drivers, error) {
	if err := checkCovariance(covariance, 2); err != nil {
		return nil, err
	}
	k := covariance.SymmetricDim()
	if len(means) != k || len(names) != k {
		return nil, refuse.Param("means, names", fmt.Sprintf("%d, %d", len(means), len(names)), fmt.Sprintf("%d of each", k))
	}
	for i, mean := range means {
		if err := checkWithin(fmt.Sprintf("means[%d]", i), mean, -maxNumber, maxNumber); err != nil {
			return nil, err
		}
	}
	if err := firstError(checkAbove("n", n, float64(k)), checkWithin("n", n, float64(k), maxCount)); err != nil {
		return nil, err
	}
	all := correlations(covariance)
	if least, ok := smallestEigenvalue(all); !ok || least < -leastEigenvalue {
		return nil, refuse.Param("covariance", fmt.Sprintf("eigenvalue %.3g", least), "none below 0; use complete answers")
	}
	d := &Drivers{Outcome: names[0], N: int64(math.Round(n)), EffectiveN: n, Method: "johnson", r: mat.NewSymDense(k-1, nil)}
	for i := 1; i < k; i++ {
		d.ry = append(d.ry, all.At(0, i))
		for j := i; j < k; j++ {
			d.r.SetSym(i-1, j-1, all.At(i, j))
		}
	}
	if least, ok := smallestEigenvalue(d.r); !ok || least < leastEigenvalue {
		return nil, refuse.Param("drivers", fmt.Sprintf("eigenvalue %.3g", least), "drivers that are no sums of each other")
	}
	return d, d.fit(covariance, means, names)
}

func correlations(covariance mat.Symmetric) *mat.SymDense {
	k := covariance.SymmetricDim()
	out := mat.NewSymDense(k, nil)
	for i := range k {
		out.SetSym(i, i, 1)
		for j := range i {
			out.SetSym(i, j, covariance.At(i, j)/math.Sqrt(covariance.At(i, i)*covariance.At(j, j)))
		}
	}
	return out
}

func smallestEigenvalue(m mat.Symmetric) (float64, bool) {
	var eigen mat.EigenSym
	if !eigen.Factorize(m, false) {
		return 0, false
	}
	return eigen.Values(nil)[0], true
}

func (d *Drivers) fit(covariance mat.Symmetric, means []float64, names []string) error {
	var cholesky mat.Cholesky
	var inverse mat.SymDense
	if !cholesky.Factorize(d.r) {
		return errSingular(0)
	}
	if err := cholesky.InverseTo(&inverse); err != nil {
		return errSingular(cholesky.Cond())
	}
	k := float64(len(d.ry))
	free := d.EffectiveN - k - 1
	relative, err := d.relativeWeights()
	if err != nil {
		return err
	}
	for i, r := range d.ry {
		var beta float64
		for j, s := range d.ry {
			beta += float64(inverse.At(i, j) * s)
		}
		d.R2 += float64(beta * r)
		scale := math.Sqrt(covariance.At(0, 0) / covariance.At(i+1, i+1))
		d.List = append(d.List, Driver{ID: names[i+1], Slope: beta * scale, Standardised: beta, First: r * r, Last: beta * beta / inverse.At(i, i), Relative: relative[i]})
	}
	d.R2 = min(1, max(0, d.R2))
	d.AdjustedR2 = 1 - (1-d.R2)*(d.EffectiveN-1)/free
	d.Intercept = means[0]
	for i := range d.List {
		driver := &d.List[i]
		d.Intercept -= float64(driver.Slope * means[i+1])
		scale := math.Sqrt(covariance.At(0, 0) / covariance.At(i+1, i+1))
		driver.SE = scale * math.Sqrt((1-d.R2)*inverse.At(i, i)/free)
		if driver.SE > 0 {
			driver.P = 2 * distuv.StudentsT{Sigma: 1, Nu: free}.Survival(math.Abs(driver.Slope/driver.SE))
		}
	}
	d.warn()
	return nil
}

func errSingular(condition float64) error {
	return refuse.Param("drivers", fmt.Sprintf("condition %.3g", condition), "drivers that are no sums of each other")
}

// relativeWeights returns Johnson's weights.
func (d *Drivers) relativeWeights() ([]float64, error) {
	var eigen mat.EigenSym
	if !eigen.Factorize(d.r, true) {
		return nil, errSingular(0)
	}
	k := len(d.ry)
	values := eigen.Values(nil)
	var v mat.Dense
	eigen.VectorsTo(&v)
	power := func(i, j int, of func(float64) float64) float64 {
		var sum float64
		for c := range k {
			sum += float64(float64(v.At(i, c)*of(values[c])) * v.At(j, c))
		}
		return sum
	}
	b := make([]float64, k)
	for i := range b {
		for j, r := range d.ry {
			b[i] += float64(power(i, j, func(x float64) float64 { return 1 / math.Sqrt(x) }) * r)
		}
	}
	out := make([]float64, k)
	for i := range out {
		for j := range b {
			part := power(i, j, math.Sqrt) * b[j]
			out[i] += float64(part * part)
		}
	}
	return out, nil
}

func (d *Drivers) warn() {
	against := 0
	for i, driver := range d.List {
		if driver.Standardised*d.ry[i] < 0 {
			against++
		}
	}
	if against > 0 {
		text := fmt.Sprintf("%d drivers have a slope against their correlation with %s; read their relative weights instead", against, d.Outcome)
		if against == 1 {
			text = fmt.Sprintf("1 driver has a slope against its correlation with %s; read its relative weight instead", d.Outcome)
		}
		d.Warnings = append(d.Warnings, hotelcrm.Warning{Code: WarnAgainst, Text: text, N: against})
	}
}

// Simulation says which outcome goes with a change of one driver, all others as they are.
type Simulation struct {
	Driver     string   `json:"driver"`
	Change     float64  `json:"change"`
	Outcome    float64  `json:"outcome"` // change of the outcome that goes with it
	EffectiveN float64  `json:"effectiveN"`
	Interval   Interval `json:"interval"`
	Text       string   `json:"text"`
}

// Simulate returns the change of the outcome that goes with a change of driver i, other drivers equal. It is what is
// seen between guests, not a promise of what an action brings.
//
// Errors: a [*hotelcrm.ParamError].
func (d *Drivers) Simulate(i int, change, level float64) (Simulation, error) {
	if i < 0 || i >= len(d.List) {
		return Simulation{}, refuse.Param("i", fmt.Sprint(i), fmt.Sprintf("0 to %d", len(d.List)-1))
	}
	if err := firstError(checkWithin("change", change, -1e100, 1e100), checkLevel(level)); err != nil {
		return Simulation{}, err
	}
	driver := d.List[i]
	s := Simulation{Driver: driver.ID, Change: change, Outcome: float64(driver.Slope * change), EffectiveN: d.EffectiveN}
	t := distuv.StudentsT{Sigma: 1, Nu: d.EffectiveN - float64(len(d.List)) - 1}.Quantile(0.5 + level/2)
	half := float64(t * driver.SE * math.Abs(change))
	s.Interval = Interval{s.Outcome - half, s.Outcome + half, level, StudentT}
	s.Text = fmt.Sprintf("%s %+.2f goes with %s %+.2f, other things equal (association, not cause)", s.Driver, change, d.Outcome, s.Outcome)
	return s, nil
}
