package classes

import (
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/shopspring/decimal"
)

// guestTables makes guest tables of some guests at a time, with the columns that a plan asks for, so that the classes of
// millions of guests take no more memory than those of some thousands.
type guestTables struct {
	schema *segment.Schema
	plan   *Plan
	*hotelcrm.Summaries
	scores   *rfm.Scores
	segments *rfm.Segmentation
	worth    *worth.Result // nil: values are not known
	stages   []lifecycle.Stage
	abc      []concentration.Class
	visits   *hotelcrm.Visits
	noNights bool // what they were is not known
	counted  bool // by the source, who does not say how
}

// rowsOfTable is the number of guests of a table: so many that its columns stay in the cache, in whole words of a bitset.
const rowsOfTable = 1 << 14

// table returns the table of the guests from one place up to another.
func (g *guestTables) table(from, to int) (*segment.Table, error) {
	b, err := segment.NewBuilder(g.schema, segment.TableSetup{AsOf: g.AsOf()}, g.Guests()[from:to])
	if err != nil {
		return nil, err
	}
	t := tableColumns{b.Guests(nil), g, from, to}
	t.history()
	t.standing()
	if g.worth != nil {
		t.values(b)
	}
	if g.visits != nil {
		t.stays(b)
	}
	return b.Build()
}

// tableColumns are the columns of the guests of one table.
type tableColumns struct {
	*segment.Columns
	of       *guestTables
	from, to int
}

// numbers gives a column of numbers if the plan asks for it.
func (t *tableColumns) numbers(attr string, at func(i int) float64) {
	if !t.of.plan.Asked[attr] {
		return
	}
	out := make([]float64, 0, t.to-t.from)
	for i := t.from; i < t.to; i++ {
		out = append(out, at(i))
	}
	t.Numbers(attr, out)
}

func (t *tableColumns) amounts(attr string, list hotelcrm.Amounts) {
	if t.of.plan.Asked[attr] {
		t.Amounts(attr, partOf(list, t.from, t.to), t.of.Currency())
	}
}

// codes gives a column of levels, 0 for missing.
func (t *tableColumns) codes(attr string, at func(i int) uint16) {
	if !t.of.plan.Asked[attr] {
		return
	}
	out := make([]uint16, 0, t.to-t.from)
	for i := t.from; i < t.to; i++ {
		out = append(out, at(i))
	}
	t.Codes(attr, out)
}

// history gives what the summaries hold.
func (t *tableColumns) history() {
	s := t.of.Summaries
	if t.of.plan.Asked["first_stay"] {
		t.Days("first_stay", s.First()[t.from:t.to])
	}
	if t.of.plan.Asked["last_stay"] {
		t.Days("last_stay", s.Last()[t.from:t.to])
	}
	t.numbers("days_since", func(i int) float64 { return float64(s.AsOf().DaysSince(s.Last()[i])) })
	t.numbers("visits", func(i int) float64 { return float64(s.Visits()[i]) })
	t.amounts("revenue", s.Revenue())
	if !t.of.noNights {
		t.numbers("nights", func(i int) float64 { return float64(s.Nights()[i]) })
	}
	if !t.of.counted {
		t.numbers("room_nights", func(i int) float64 { return float64(s.RoomNights()[i]) })
		t.amounts("repeat_revenue", s.RepeatRevenue())
	}
}

// standing gives how the guests stand to each other.
func (t *tableColumns) standing() {
	g := t.of
	if g.scores != nil {
		t.numbers("rfm_r", func(i int) float64 { return float64(g.scores.At(i).R) })
		t.numbers("rfm_f", func(i int) float64 { return float64(g.scores.At(i).F) })
		t.numbers("rfm_m", func(i int) float64 { return float64(g.scores.At(i).M) })
	}
	if g.segments != nil {
		code := map[string]uint16{}
		for k, one := range g.segments.Set().All() {
			code[one.ID] = uint16(k + 1)
		}
		t.codes("rfm_segment", func(i int) uint16 { return code[g.segments.At(i).ID] })
	}
	if g.stages != nil {
		t.codes(stageAttribute, func(i int) uint16 { return uint16(g.stages[i]) })
	}
	if g.abc != nil {
		t.codes(abcAttribute, func(i int) uint16 { return uint16(concentration.ClassC - g.abc[i] + 1) })
	}
}

// values gives what the guests are worth; what is not known of a guest is missing.
func (t *tableColumns) values(b *segment.Builder) {
	w := t.of.worth
	t.amounts("historic_value", w.Historic.Values())
	if t.of.plan.Asked["current_value"] {
		var known []string
		var minor []int64
		beyond, values := map[int]decimal.Decimal{}, w.Current.Values()
		for i := t.from; i < t.to; i++ {
			if !w.Current.Known(i) {
				continue
			}
			if exact, ok := values.Exact(i); ok {
				beyond[len(minor)] = exact
			}
			known, minor = append(known, t.of.Guests()[i]), append(minor, values.Minor()[i])
		}
		list, _ := hotelcrm.AmountsOfMinor(values.Scale(), minor, beyond) // cannot fail: amounts of a column
		b.Guests(known).Amounts("current_value", list, t.of.Currency())
	}
	if w.Matrix == nil {
		return
	}
	t.numbers("potential", func(i int) float64 {
		if !w.Potential.Known(i) {
			return math.NaN()
		}
		return w.Potential.Scores()[i].Points().InexactFloat64()
	})
	t.codes("value_class", func(i int) uint16 { return uint16(w.Matrix.Classes()[i]) })
}

// stays gives the visits of the guests.
func (t *tableColumns) stays(b *segment.Builder) {
	v := t.of.visits
	first, end := v.Offsets()[t.from], v.Offsets()[t.to]
	owners := make([]string, 0, end-first)
	nights, roomNights := make([]float64, 0, end-first), make([]float64, 0, end-first)
	houses := make([]string, 0, end-first)
	for i := t.from; i < t.to; i++ {
		from, to := v.Of(i)
		for k := from; k < to; k++ {
			owners, houses = append(owners, v.Guests()[i]), append(houses, v.Properties()[v.Property()[k]])
			nights, roomNights = append(nights, float64(v.Nights()[k])), append(roomNights, float64(v.RoomNights()[k]))
		}
	}
	c := b.Stays(owners)
	c.Days("arrival", v.Arrival()[first:end])
	c.Days("departure", v.Departure()[first:end])
	c.Texts("property", houses)
	c.Numbers("nights", nights)
	c.Numbers("room_nights", roomNights)
	c.Amounts("revenue", partOf(v.Revenue(), first, end), v.Currency())
}

// partOf returns the amounts from one index up to another.
func partOf(list hotelcrm.Amounts, from, to int) hotelcrm.Amounts {
	minor := list.Minor()[from:to]
	var beyond map[int]decimal.Decimal
	if list.Beyond() > 0 {
		minor, beyond = append([]int64{}, minor...), map[int]decimal.Decimal{}
		for i := from; i < to; i++ {
			if exact, ok := list.Exact(i); ok {
				beyond[i-from] = exact
			}
		}
	}
	out, _ := hotelcrm.AmountsOfMinor(list.Scale(), minor, beyond) // cannot fail: amounts of a column
	return out
}
