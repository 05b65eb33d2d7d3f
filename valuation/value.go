package valuation

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// The definitions of the three values, as they stand in every [Value].
const (
	HistoricDefinition    = "CHV = revenue of all stays - mean input cost per guest, once per guest"
	CurrentDefinition     = "CCV = sum over n periods of profit per stay x stays per period, discounted; the present pattern goes on"
	PotentialDefinition   = "score of up to six indicators, weighted; points, not money"
	IncrementalDefinition = "CPV = current value x uplift at the top score x score / top score; 0 where the current value is negative"
)

// Value is the customer lifetime value of one guest: each part with its definition, and their sum where all are money.
type Value struct {
	Guest    string `json:"guest"`
	Currency string `json:"currency"`

	Historic           HistoricValue `json:"historic"`
	HistoricDefinition string        `json:"historicDefinition"`

	Current           CurrentRow `json:"current"`
	CurrentDefinition string     `json:"currentDefinition"`

	Score               Score  `json:"score"`
	ScoreKnown          bool   `json:"scoreKnown"`
	PotentialDefinition string `json:"potentialDefinition"`

	Incremental           decimal.NullDecimal `json:"incremental"` // not valid where unknown
	Uplift                Uplift              `json:"uplift"`
	IncrementalDefinition string              `json:"incrementalDefinition"`

	// Total is historic + current + incremental. It is not valid where one of them is unknown.
	Total decimal.NullDecimal `json:"total"`

	Class  ValueClass `json:"class"` // by current value and score
	Advice Advice     `json:"advice"`
}

// Lifetime holds the lifetime value of every guest, in the order of the summaries. It is immutable and safe for
// concurrent use.
type Lifetime struct {
	incremental *Incremental
	matrix      *Matrix
	totals      hotelcrm.Amounts
}

// LifetimeOf returns the lifetime values made of the incremental values and all that lies beneath them.
//
//	CLV(i) = CHV(i) + CCV(i) + CPV(i)
//
// For decisions only current value and potential count; that is the matrix.
//
// Input: the matrix is of the same current values and scores.
// Errors: a [*hotelcrm.ParamError] for incremental or matrix.
// Cost: O(n).
// Source: Gong (2009), section 3.3.2.
func LifetimeOf(v *Incremental, m *Matrix) (*Lifetime, error) {
	if v == nil {
		return nil, refuse.Param("incremental", "nil", "incremental values")
	}
	if m == nil || m.current != v.current || m.potential != v.potential {
		return nil, refuse.Param("matrix", "of other values", "the matrix of the same current values and scores")
	}
	out := &Lifetime{incremental: v, matrix: m}
	return out, out.add()
}

// add fills the column of totals: integers where no part can overflow, exact sums elsewhere.
func (l *Lifetime) add() error {
	historic, current, incremental := l.incremental.current.historic.values, l.incremental.current.values, l.incremental.values
	places := max(historic.Scale(), current.Scale())
	a, _ := hotelcrm.ToMinor(decimal.New(1, -int32(historic.Scale())), places)
	b, _ := hotelcrm.ToMinor(decimal.New(1, -int32(current.Scale())), places)
	most := int64(1<<60) / max(a, b)
	small := func(v int64) bool { return v <= most && v >= -most }
	out, beyond := make([]int64, historic.Len()), map[int]decimal.Decimal{}
	for i := range out {
		x, y, z := historic.Minor()[i], current.Minor()[i], incremental.Minor()[i]
		_, exact := historic.Exact(i)
		switch {
		case !l.incremental.Known(i):
		case small(x) && small(y) && small(z) && !exact:
			out[i] = x*a + (y+z)*b
		default:
			beyond[i] = l.sum(i)
		}
	}
	var err error
	l.totals, err = hotelcrm.AmountsOfMinor(places, out, beyond)
	return err
}

func (l *Lifetime) sum(i int) decimal.Decimal {
	current := l.incremental.current
	return current.historic.values.At(i).Add(current.values.At(i)).Add(l.incremental.values.At(i))
}

// Totals returns the lifetime values as a column in the order of the summaries, 0 where unknown.
func (l *Lifetime) Totals() hotelcrm.Amounts { return l.totals }

// Len returns the number of guests.
func (l *Lifetime) Len() int { return l.totals.Len() }

// Matrix returns the value matrix.
func (l *Lifetime) Matrix() *Matrix { return l.matrix }

// At returns the values of guest number i of the summaries, from 0 to Len less 1.
func (l *Lifetime) At(i int) Value {
	current := l.incremental.current
	summaries := current.historic.summaries
	class := l.matrix.of[i]
	out := Value{
		Guest: summaries.Guests()[i], Currency: summaries.Currency(),
		Historic: current.historic.At(i), HistoricDefinition: HistoricDefinition,
		Current: current.At(i), CurrentDefinition: CurrentDefinition,
		Score: l.incremental.potential.scores[i], ScoreKnown: l.incremental.potential.Known(i), PotentialDefinition: PotentialDefinition,
		Uplift: l.incremental.uplift, IncrementalDefinition: IncrementalDefinition,
		Class: class, Advice: class.Advice(),
	}
	if l.incremental.Known(i) {
		out.Incremental = decimal.NewNullDecimal(l.incremental.values.At(i))
		out.Total = decimal.NewNullDecimal(l.sum(i))
	}
	return out
}

// Find returns the values of a guest by id, and false if there is no such guest.
func (l *Lifetime) Find(guest string) (Value, bool) {
	i, ok := l.incremental.current.historic.summaries.Find(guest)
	if !ok {
		return Value{}, false
	}
	return l.At(i), true
}
