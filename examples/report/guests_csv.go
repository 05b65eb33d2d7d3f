package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
)

const guestsHeader = "guest,first,last,visits,nights,revenue,recency,frequency,monetary,r,f,m,segment,historic,current,incremental,clv,cell\n"

// guestsWriter writes guests.csv: a row for each guest, in the order of guest ids.
type guestsWriter struct {
	*analysis
	first, last    []hotelcrm.Date
	visits, nights []int32
	revenue        hotelcrm.Amounts
	ids            []string
	days           dayTexts
	amount         []byte // of the present row

	historic, current hotelcrm.Amounts
}

func newGuestsWriter(a *analysis) *guestsWriter {
	s := a.summaries
	return &guestsWriter{
		analysis: a, first: s.First(), last: s.Last(), visits: s.Visits(), nights: s.Nights(), revenue: s.Revenue(),
		ids: s.Guests(), historic: a.worth.historic.Values(), current: a.worth.current.Values(),
	}
}

// WriteTo writes the table, and needs no more memory than a few rows do.
func (w *guestsWriter) WriteTo(to io.Writer) (int64, error) {
	const full, longest = 1 << 18, 1 << 10
	written := int64(0)
	b := append(make([]byte, 0, full+longest), guestsHeader...)
	for i := range w.ids {
		b = w.row(b, i)
		if len(b) < full && i < len(w.ids)-1 {
			continue
		}
		n, err := to.Write(b)
		written += int64(n)
		if err != nil {
			return written, err
		}
		b = b[:0]
	}
	return written, nil
}

func (w *guestsWriter) row(b []byte, i int) []byte {
	b = append(appendCell(b, safeCell(w.ids[i])), ',')
	b = append(w.days.append(b, w.first[i]), ',')
	b = append(w.days.append(b, w.last[i]), ',')
	b = append(strconv.AppendInt(b, int64(w.visits[i]), 10), ',')
	if !w.in.noNights {
		b = strconv.AppendInt(b, int64(w.nights[i]), 10)
	}
	w.amount = w.money(w.amount[:0], w.revenue, i)
	b = append(append(append(b, ','), w.amount...), ',')
	b = append(strconv.AppendInt(b, int64(w.summaries.AsOf().DaysSince(w.last[i])), 10), ',')
	b = append(strconv.AppendInt(b, int64(w.visits[i]), 10), ',')
	b = append(append(b, w.amount...), ',')
	score := w.scores.At(i)
	for _, one := range [...]uint8{score.R, score.F, score.M} {
		b = append(strconv.AppendInt(b, int64(one), 10), ',')
	}
	if w.segments != nil {
		b = appendCell(b, w.segments.At(i).ID)
	}
	return append(w.values(append(b, ','), i), '\n')
}

// values appends what guest i has been, is and could be worth; what is not known stays empty.
func (w *guestsWriter) values(b []byte, i int) []byte {
	b = append(w.money(b, w.historic, i), ',')
	if w.worth.current.Known(i) {
		b = w.money(b, w.current, i)
	}
	b = append(b, ',')
	if w.worth.matrix == nil || !w.worth.incremental.Known(i) {
		return append(b, ',', ',')
	}
	b = append(w.money(b, w.worth.incremental.Values(), i), ',')
	b = append(w.money(b, w.worth.lifetime.Totals(), i), ',')
	return append(b, w.worth.matrix.Classes()[i].String()...)
}

// money appends an amount of guest i: integers with a point put in, for nearly all.
func (w *guestsWriter) money(b []byte, list hotelcrm.Amounts, i int) []byte {
	if exact, ok := list.Exact(i); ok || list.Scale() != w.places {
		if !ok {
			exact = list.At(i)
		}
		return append(b, money(exact, w.places)...)
	}
	return appendMinor(b, list.Minor()[i], w.places)
}

// safeCell puts an apostrophe before a text that a spreadsheet would read as a formula.
func safeCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
