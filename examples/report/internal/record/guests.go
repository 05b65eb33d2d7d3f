package record

import (
	"io"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
)

// GuestsName is the name of the file.
const GuestsName = "guests.csv"

const guestsHeader = "guest,first,last,visits,nights,revenue,recency,frequency,monetary,r,f,m,segment,historic,current,incremental,clv,cell,p_alive,expected_stays_1y,expected_spend,residual_value,residual_parameter_low,residual_parameter_high,satisfaction,answered_share,class,lifecycle,abc,tier,tier_until,nights_to_next,no_stay_1y,stays_low_1y,stays_high_1y\n"

// guestsWriter writes guests.csv: a row for each guest, in the order of guest ids.
type guestsWriter struct {
	*reckon.Report
	first, last    []hotelcrm.Date
	visits, nights []int32
	ids            []string
	days           dayTexts
	amount         []byte // of the present row

	revenue, historic, current, incremental, lifetime moneyColumn
}

// moneyColumn is a column of amounts, ready to be written.
type moneyColumn struct {
	hotelcrm.Amounts
	places int
	plain  bool // all are integers of the currency's smallest unit
}

func newMoneyColumn(list hotelcrm.Amounts, places int) moneyColumn {
	return moneyColumn{list, places, list.Beyond() == 0 && list.Scale() == places}
}

// Guests returns guests.csv, which is made when it is written.
func Guests(r *reckon.Report) io.WriterTo { return newGuestsWriter(r) }

func newGuestsWriter(r *reckon.Report) *guestsWriter {
	if r.Data.Visits != nil {
		_ = r.Finish() // the predictions; an error comes again with the page
	}
	s := r.Summaries
	w := &guestsWriter{
		Report: r, first: s.First(), last: s.Last(), visits: s.Visits(), nights: s.Nights(), ids: s.Guests(),
		revenue: newMoneyColumn(s.Revenue(), r.Places), historic: newMoneyColumn(r.Worth.Historic.Values(), r.Places),
		current: newMoneyColumn(r.Worth.Current.Values(), r.Places),
	}
	if r.Worth.Matrix != nil {
		w.incremental = newMoneyColumn(r.Worth.Incremental.Values(), r.Places)
		w.lifetime = newMoneyColumn(r.Worth.Lifetime.Totals(), r.Places)
	}
	return w
}

func (w *guestsWriter) row(b []byte, i int) []byte {
	b = append(appendCell(b, safeCell(w.ids[i])), ',')
	b = append(w.days.append(b, w.first[i]), ',')
	b = append(w.days.append(b, w.last[i]), ',')
	b = append(strconv.AppendInt(b, int64(w.visits[i]), 10), ',')
	if !w.Data.NoNights {
		b = strconv.AppendInt(b, int64(w.nights[i]), 10)
	}
	w.amount = w.revenue.append(w.amount[:0], i)
	b = append(append(append(b, ','), w.amount...), ',')
	b = append(strconv.AppendInt(b, int64(w.Summaries.AsOf().DaysSince(w.last[i])), 10), ',')
	b = append(strconv.AppendInt(b, int64(w.visits[i]), 10), ',')
	b = append(append(b, w.amount...), ',')
	score := w.Scores.Each.At(i)
	for _, one := range [...]uint8{score.R, score.F, score.M} {
		b = append(strconv.AppendInt(b, int64(one), 10), ',')
	}
	if w.Scores.Segments != nil {
		b = appendCell(b, w.Scores.Segments.At(i).ID)
	}
	b = w.values(append(b, ','), i)
	b = w.predictions(append(b, ','), i)
	b = append(w.satisfaction(b, i), ',')
	b = append(w.classes(b, i), ',')
	b = w.counts(append(w.tier(b, i), ','), i)
	return append(b, '\n')
}

// values appends what guest i has been, is and could be worth; what is not known stays empty.
func (w *guestsWriter) values(b []byte, i int) []byte {
	b = append(w.historic.append(b, i), ',')
	if w.Worth.Current.Known(i) {
		b = w.current.append(b, i)
	}
	b = append(b, ',')
	if w.Worth.Matrix == nil || !w.Worth.Incremental.Known(i) {
		return append(b, ',', ',')
	}
	b = append(w.incremental.append(b, i), ',')
	b = append(w.lifetime.append(b, i), ',')
	return append(b, w.Worth.Matrix.Classes()[i].String()...)
}

// append writes amount i: integers with a point put in, for nearly all.
func (c *moneyColumn) append(b []byte, i int) []byte {
	if c.plain {
		return appendMinor(b, c.Minor()[i], c.places)
	}
	if exact, ok := c.Exact(i); ok || c.Scale() != c.places {
		if !ok {
			exact = c.At(i)
		}
		return append(b, prose.Money(exact, c.places)...)
	}
	return appendMinor(b, c.Minor()[i], c.places)
}

// safeCell puts an apostrophe before a text that a spreadsheet would read as a formula.
func safeCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
