package segment

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// numbersOf returns a column of integers as numbers.
func numbersOf[T ~int32 | ~uint8](list []T) []float64 {
	out := make([]float64, len(list))
	for i, x := range list {
		out[i] = float64(x)
	}
	return out
}

// wants reports whether the schema has an attribute, so that a result has somewhere to go.
func (c *Columns) wants(attr string) bool {
	_, ok := c.fields.find(attr)
	return ok
}

func (c *Columns) wantedNumbers(attr string, values func() []float64) {
	if c.wants(attr) {
		c.Numbers(attr, values())
	}
}

func (c *Columns) wantedDays(attr string, days []hotelcrm.Date) {
	if c.wants(attr) {
		c.Days(attr, days)
	}
}

func (c *Columns) wantedAmounts(attr string, amounts hotelcrm.Amounts, currency string) {
	if c.wants(attr) {
		c.Amounts(attr, amounts, currency)
	}
}

// sameDay refuses results of another day than the table's: values of a later day would tell what nobody knew yet.
func (b *Builder) sameDay(name string, asOf hotelcrm.Date) bool {
	if asOf != b.setup.AsOf {
		b.note(refuse.Param(name, asOf.String(), "results as of the date of the table, "+b.setup.AsOf.String()))
	}
	return asOf == b.setup.AsOf
}

// Summaries fills those of the [SummaryAttributes] that the schema has. days_since counts from the analysis date of the
// summaries, which must be that of the table.
func (b *Builder) Summaries(s *hotelcrm.Summaries) {
	if !b.sameDay("summaries", s.AsOf()) {
		return
	}
	c := b.Guests(s.Guests())
	c.wantedDays("first_stay", s.First())
	c.wantedDays("last_stay", s.Last())
	c.wantedNumbers("days_since", func() []float64 {
		out := make([]float64, s.Len())
		for i, last := range s.Last() {
			out[i] = float64(s.AsOf().DaysSince(last))
		}
		return out
	})
	c.wantedNumbers("visits", func() []float64 { return numbersOf(s.Visits()) })
	c.wantedNumbers("nights", func() []float64 { return numbersOf(s.Nights()) })
	c.wantedNumbers("room_nights", func() []float64 { return numbersOf(s.RoomNights()) })
	c.wantedAmounts("revenue", s.Revenue(), s.Currency())
	c.wantedAmounts("repeat_revenue", s.RepeatRevenue(), s.Currency())
}

// Scores fills rfm_r, rfm_f and rfm_m where the schema has them. The scores must be of the date of the table.
func (b *Builder) Scores(s *rfm.Scores) {
	if !b.sameDay("scores", s.Summaries().AsOf()) {
		return
	}
	c := b.Guests(s.Summaries().Guests())
	for _, axis := range []struct {
		attr string
		of   func(rfm.Score) uint8
	}{
		{"rfm_r", func(x rfm.Score) uint8 { return x.R }},
		{"rfm_f", func(x rfm.Score) uint8 { return x.F }},
		{"rfm_m", func(x rfm.Score) uint8 { return x.M }},
	} {
		c.wantedNumbers(axis.attr, func() []float64 {
			out := make([]float64, s.Len())
			for i := range out {
				out[i] = float64(axis.of(s.At(i)))
			}
			return out
		})
	}
}

// Segments fills rfm_segment with the segment of every guest by a set, whose segments must be levels of the attribute. The
// scores must be of the date of the table.
func (b *Builder) Segments(s *rfm.Scores, set rfm.Set) {
	if !b.sameDay("scores", s.Summaries().AsOf()) {
		return
	}
	segments, err := s.Segments(set)
	if err != nil {
		b.note(err)
		return
	}
	ids := make([]string, s.Len())
	for i := range ids {
		ids[i] = segments.At(i).ID
	}
	b.Guests(s.Summaries().Guests()).Texts("rfm_segment", ids)
}

// Historic fills historic_value. The values must be of the date of the table.
func (b *Builder) Historic(h *valuation.Historic) {
	s := h.Summaries()
	if !b.sameDay("historic", s.AsOf()) {
		return
	}
	b.Guests(s.Guests()).Amounts("historic_value", h.Values(), s.Currency())
}

// Current fills current_value; it is missing where it is not known. The values must be of the date of the table.
func (b *Builder) Current(v *valuation.Current) {
	s := v.Historic().Summaries()
	if !b.sameDay("current", s.AsOf()) {
		return
	}
	known := make([]string, 0, v.Len())
	rows := make([]int, 0, v.Len())
	for i, guest := range s.Guests() {
		if v.Known(i) {
			known, rows = append(known, guest), append(rows, i)
		}
	}
	b.Guests(known).Amounts("current_value", someAmounts(v.Values(), rows), s.Currency())
}

// someAmounts returns the amounts of some rows.
func someAmounts(all hotelcrm.Amounts, rows []int) hotelcrm.Amounts {
	if len(rows) == all.Len() {
		return all
	}
	minor := make([]int64, len(rows))
	beyond := map[int]decimal.Decimal{}
	for k, i := range rows {
		minor[k] = all.Minor()[i]
		if d, spilled := all.Exact(i); spilled {
			beyond[k] = d
		}
	}
	out, _ := hotelcrm.AmountsOfMinor(all.Scale(), minor, beyond) // cannot fail: amounts of a column
	return out
}

// Potential fills potential with scores in the order of these guests, in points; it is missing where it is not known.
func (b *Builder) Potential(guests []string, p *valuation.Potential) {
	if p.Len() != len(guests) {
		b.note(refuse.Param("potential", plural.Of(p.Len(), "guest", "guests"), fmt.Sprint(len(guests))))
		return
	}
	values := make([]float64, p.Len())
	for i, score := range p.Scores() {
		values[i] = math.NaN()
		if p.Known(i) {
			values[i] = float64(score) / 1e6
		}
	}
	b.Guests(guests).Numbers("potential", values)
}

// Matrix fills value_class with classes in the order of these guests; it is missing for guests who are not classed.
func (b *Builder) Matrix(guests []string, m *valuation.Matrix) {
	if len(m.Classes()) != len(guests) {
		b.note(refuse.Param("matrix", plural.Of(len(m.Classes()), "guest", "guests"), fmt.Sprint(len(guests))))
		return
	}
	codes := make([]uint16, len(guests))
	for i, class := range m.Classes() {
		codes[i] = uint16(class)
	}
	b.Guests(guests).Codes("value_class", codes)
}

// Visits gives the table its stays: the visits of a register, as of the date of the table. It fills those of the
// [StayAttributes] that the schema has.
func (b *Builder) Visits(v *hotelcrm.Visits) {
	if !b.sameDay("visits", v.AsOf()) {
		return
	}
	owners := make([]string, v.Len())
	for i, guest := range v.Guests() {
		from, to := v.Of(i)
		for k := from; k < to; k++ {
			owners[k] = guest
		}
	}
	c := b.Stays(owners)
	b.sorted = len(b.errs) == 0
	c.wantedDays(arrivalID, v.Arrival())
	c.wantedDays("departure", v.Departure())
	c.wantedNumbers("nights", func() []float64 { return numbersOf(v.Nights()) })
	c.wantedNumbers("room_nights", func() []float64 { return numbersOf(v.RoomNights()) })
	c.wantedAmounts("revenue", v.Revenue(), v.Currency())
	if c.wants("property") {
		properties := make([]string, v.Len())
		for k, p := range v.Property() {
			properties[k] = v.Properties()[p]
		}
		c.Texts("property", properties)
	}
}
