package page

import (
	"math"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// missText says how far a total was off.
func (w *writer) missText(bias float64) string {
	const least = 0.0005
	switch {
	case bias > least:
		return w.Say("%s too many visits", w.rate(bias))
	case bias < -least:
		return w.Say("%s too few visits", w.rate(math.Abs(bias)))
	}
	return w.Say("neither too many visits nor too few")
}

// testText says how far the total of the chosen model was off in the hold-out.
func (w *writer) testText() string {
	e, ok := w.Alive.Held.Of(w.Alive.Chosen.Model.Name())
	if !ok {
		return ""
	}
	return w.Say("In the test through %s the model expected %s.", prose.Day(w.Printer, w.Alive.Held.Watch.End), w.missText(e.Holdout.Bias))
}

// beforeVisits and beforeRevenue say what the guests known a year ago did in the year since.
func (w *writer) beforeVisits() string {
	b := w.Alive.Outlook.Before
	if b == nil {
		return ""
	}
	return w.Say("For comparison: the %s known on %s came %s in the year since.", lang.Count(w.Printer, b.Guests, "guest", "guests"),
		prose.Day(w.Printer, b.Day), lang.Count(w.Printer, b.Visits, "time", "times"))
}

func (w *writer) beforeRevenue() string {
	b := w.Alive.Outlook.Before
	if b == nil {
		return ""
	}
	return w.Say("For comparison: the %s known on %s brought %s in the year since.", lang.Count(w.Printer, b.Guests, "guest", "guests"),
		prose.Day(w.Printer, b.Day), w.amount(b.Revenue))
}

// onceText says what guests spent who never came back, beside what is expected of them.
func (w *writer) onceText() string {
	o := w.Alive.Outlook
	for i, one := range o.Spend.List {
		d, ok := alive.Estimate(o.Worth.Spend[i], w.Places)
		if one.X == 0 && ok && o.Once.Guests > 0 {
			return w.Say("That mean is %s a visit; those who came once spent %s on average.", w.Currency+prose.NBSP+prose.Group(prose.Money(d, w.Places)),
				w.Currency+prose.NBSP+prose.Mean(o.Once.Revenue, o.Once.Guests, w.Places))
		}
	}
	return ""
}
