package page

import (
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// mostTrackRows is how many points the table shows.
const mostTrackRows = 8

func (w *writer) trackViews() []trackView {
	m := w.Alive
	n := len(m.Track.Points)
	rows := min(n, mostTrackRows)
	var out []trackView
	for k := 1; k <= rows; k++ {
		p := m.Track.Points[k*n/rows-1]
		v := trackView{
			Day: w.shortDate(m.End(p).AddDays(-1)), Actual: prose.Rounded(p.Actual), Expected: prose.Rounded(p.Expected), Error: "–",
			Held: m.Held != nil && m.End(p).AddDays(-1) > m.Held.Watch.Last,
		}
		if p.Actual > 0 {
			v.Error = w.signedRate(p.Expected/p.Actual - 1)
		}
		out = append(out, v)
	}
	return out
}

// shortDate writes 1 Jan 2026 for a table.
func (w *writer) shortDate(d hotelcrm.Date) string {
	if w.Chinese() {
		return d.String()
	}
	return strings.ReplaceAll(d.Format("2 Jan 2006"), " ", prose.NBSP)
}

// signedRate writes a share in per cent with its sign.
func (w *writer) signedRate(x float64) string {
	text := w.rate(x)
	if x > 0 {
		return "+" + text
	}
	return text
}

func (w *writer) trackSentence() string {
	m := w.Alive
	text := w.Say("The model as fitted to all visits: repeat visits that it expects of guests of whom no more than the first visit is known, beside those that came.")
	if m.Held != nil {
		text = w.Say("The model as fitted to the visits through %s: repeat visits that it expects of guests of whom no more than the first visit is known, beside those that came. The upright line is where the hold-out begins.",
			prose.Day(w.Printer, m.Held.Watch.Last))
	}
	if m.Every > 1 {
		text += w.Say(" ") + w.Say("Every %s guest.", w.ordinal(m.Every))
	}
	return text
}
