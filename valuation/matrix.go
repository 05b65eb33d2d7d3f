package valuation

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// MatrixSetup says where the two axes of the value matrix are cut. The zero value cuts both at the median.
type MatrixSetup struct {
	Current   Cut `json:"current"`
	Potential Cut `json:"potential"`

	// Workers is how many goroutines may work at once. It never changes a result. 0: as many as on the summaries.
	Workers int `json:"-"`
}

// Matrix classes every guest by current value and potential. It is immutable and safe for concurrent use.
type Matrix struct {
	current      *Current
	potential    *Potential
	setup        MatrixSetup
	currentCut   decimal.Decimal
	potentialCut decimal.Decimal
	of           []ValueClass
	shares       [classCount + 1]ClassShare
	warnings     []hotelcrm.Warning
}

// WarnNotClassed: guests are in no class, because their current value or their potential is not known.
const WarnNotClassed hotelcrm.WarningCode = "guests-not-classed"

// MatrixOf returns the value matrix of all guests.
//
// The cut of each axis is found among the guests who have both values; the others are not classed. A value equal to
// the cut is high. Historic value stays out of it.
//
// Errors: a [*hotelcrm.ParamError] that names the field, or potential if it has another number of guests.
// Cost: O(n).
// Source: Gong (2009), figure 3-6, which gives no cuts.
func MatrixOf(c *Current, p *Potential, setup MatrixSetup) (*Matrix, error) {
	if err := sameGuests(c, p); err != nil {
		return nil, err
	}
	var err error
	if setup.Current, err = setup.Current.resolved("Current"); err != nil {
		return nil, err
	}
	if setup.Potential, err = setup.Potential.resolved("Potential"); err != nil {
		return nil, err
	}
	if err := share.Check("MatrixSetup.Workers", setup.Workers, refuse.Param); err != nil {
		return nil, err
	}
	m := &Matrix{current: c, potential: p, setup: setup, of: make([]ValueClass, c.Len()), warnings: slices.Clone(c.warnings)}
	if err := m.cut(); err != nil {
		return nil, err
	}
	m.class()
	return m, m.count()
}

// cut finds both cuts among the guests who have both values.
func (m *Matrix) cut() error {
	current, points := m.current.values, make([]int64, 0, m.potential.Len())
	if m.current.missing+m.potential.missing > 0 {
		var err error
		if current, err = m.known(); err != nil {
			return err
		}
	}
	if current.Len() == 0 {
		return nil
	}
	for i, score := range m.potential.scores {
		if m.classed(i) {
			points = append(points, int64(score))
		}
	}
	scores, err := hotelcrm.AmountsOfMinor(scorePlaces, points, nil)
	if err != nil {
		return err
	}
	m.currentCut, m.potentialCut = m.setup.Current.of(current), m.setup.Potential.of(scores)
	return nil
}

// known returns the current values of the guests who are classed.
func (m *Matrix) known() (hotelcrm.Amounts, error) {
	values := m.current.values
	var minor []int64
	beyond := map[int]decimal.Decimal{}
	for i, v := range values.Minor() {
		if !m.classed(i) {
			continue
		}
		if exact, ok := values.Exact(i); ok {
			beyond[len(minor)] = exact
		}
		minor = append(minor, v)
	}
	return hotelcrm.AmountsOfMinor(values.Scale(), minor, beyond)
}

func (m *Matrix) classed(i int) bool { return m.current.Known(i) && m.potential.Known(i) }

// class puts every guest into a class. Columns are compared with the cut rounded up, which parts integers as the cut
// itself does.
func (m *Matrix) class() {
	values := m.current.values
	current := columnCut(m.currentCut, values.Scale())
	points := columnCut(m.potentialCut, scorePlaces)
	share.Out(len(m.of), m.current.workers(m.setup.Workers), func(_, from, to int) {
		minor, scores := values.Minor(), m.potential.scores
		for i := from; i < to; i++ {
			if m.classed(i) {
				m.of[i] = classOf(current.reached(minor[i]), points.reached(int64(scores[i])))
			}
		}
	})
	if values.Beyond() == 0 {
		return
	}
	for i := range m.of {
		if exact, ok := values.Exact(i); ok && m.classed(i) {
			m.of[i] = classOf(exact.GreaterThanOrEqual(m.currentCut), points.reached(int64(m.potential.scores[i])))
		}
	}
}

// threshold is a cut in the integers of a column.
type threshold struct {
	minor int64
	none  bool // above every integer
}

func columnCut(cut decimal.Decimal, places int) threshold {
	units := hotelcrm.RoundTo{Places: places, Mode: hotelcrm.RoundCeiling}.Rat(cut.Rat()).Coefficient()
	switch {
	case units.IsInt64():
		return threshold{minor: units.Int64()}
	case units.Sign() < 0:
		return threshold{minor: -1 << 63}
	}
	return threshold{none: true}
}

func (t threshold) reached(minor int64) bool { return minor >= t.minor && !t.none }

// Classes returns the class of every guest in the order of the summaries. They must not be changed.
func (m *Matrix) Classes() []ValueClass { return m.of }

// Shares returns the four classes in their order, then the guests who are not classed.
func (m *Matrix) Shares() []ClassShare { return slices.Clone(m.shares[:]) }

// Setup returns the rules of the cuts, with their defaults written out.
func (m *Matrix) Setup() MatrixSetup { return m.setup }

// Cuts returns where the axes were cut, current value in money and potential in points: whoever reaches a cut is high.
// Both are 0 without a guest to class.
func (m *Matrix) Cuts() (current, potential decimal.Decimal) { return m.currentCut, m.potentialCut }

// Warnings returns what to mind about the result and the values beneath it. They must not be changed.
func (m *Matrix) Warnings() []hotelcrm.Warning { return m.warnings }
