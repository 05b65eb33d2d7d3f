package segment_test

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// A table takes results of its own day alone: those of a later one tell what nobody knew on that day.
func TestResultsOfAnotherDayAreRefused(t *testing.T) {
	s, set := regulars(), rfm.EightClasses()
	scores := must(rfm.Of(s, rfm.Same(rfm.ByValue, set.Bins[0])))
	money := hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}
	historic := must(valuation.HistoricOf(s, valuation.CostBasis{Total: decimal.NewFromInt(3000), Guests: 3}, money))
	rate := must(valuation.Effective(decimal.RequireFromString("0.08"), valuation.Year))
	current := must(valuation.CurrentOf(historic, valuation.CurrentSetup{Convention: valuation.Convention{Rate: rate, Rounding: money}}))
	visits := must(must(hotelcrm.NewRegister(hotelcrm.Setup{Currency: "CNY"})).Visits(asOf, hotelcrm.Window{}))
	attributes := append(segment.SummaryAttributes("CNY"), segment.RFMAttributes(set)...)
	schema := must(segment.NewSchema(append(attributes, segment.ValueAttributes("CNY")...), segment.StayAttributes("CNY")))
	for name, fill := range map[string]func(*segment.Builder){
		"summaries": func(b *segment.Builder) { b.Summaries(s) },
		"scores":    func(b *segment.Builder) { b.Scores(scores) },
		"segments":  func(b *segment.Builder) { b.Segments(scores, set) },
		"historic":  func(b *segment.Builder) { b.Historic(historic) },
		"current":   func(b *segment.Builder) { b.Current(current) },
		"visits":    func(b *segment.Builder) { b.Visits(visits) },
	} {
		for _, later := range []int{0, -1, 1} {
			b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf.AddDays(later)}, s.Guests()))
			fill(b)
			_, err := b.Build()
			if _, refused := errors.AsType[*hotelcrm.ParamError](err); refused != (later != 0) {
				t.Errorf("%s in a table of %d days later: %v", name, later, err)
			}
		}
	}
}
