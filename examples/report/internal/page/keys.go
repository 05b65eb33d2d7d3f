package page

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/shopspring/decimal"
)

// keys are the figures at the top.
func (w *writer) keys() []words.Key {
	t := w.Totals
	keys := []words.Key{
		{Value: prose.Whole(t.Guests), Label: w.Say(prose.Plural(int64(t.Guests), "guest")), Note: w.Say("with at least one visit")},
		{Value: prose.Whole(t.Visits), Label: w.Say(prose.Plural(t.Visits, "visit")), Note: w.Say("%s a guest", ratio(t.Visits, int64(t.Guests)))},
	}
	if w.Data.NoNights {
		keys = append(keys, words.Key{Value: "–", Label: w.Say("nights"), Note: w.Say("not in the file")})
	} else {
		keys = append(keys, words.Key{Value: prose.Whole(t.Nights), Label: w.Say(prose.Plural(t.Nights, "night")), Note: w.Say("%s a visit", ratio(t.Nights, t.Visits))})
	}
	repeat := w.Say("none came more than once")
	if t.Repeat > 0 {
		repeat = w.Say("%s came more than once", prose.Whole(t.Repeat))
	}
	keys = append(keys,
		words.Key{Value: prose.WholeMoney(t.Revenue, w.Places), Label: w.Say("%s revenue", w.Currency), Note: w.Say("%s a guest", prose.Mean(t.Revenue, t.Guests, w.Places))},
		words.Key{Value: prose.PercentOf(w.Printer, t.Repeat, t.Guests), Label: w.Say("repeat guests"), Note: repeat})
	best := words.Key{Value: "–", Label: w.Say("of revenue from the best %s", w.Percent("20")), Note: w.Say("not defined without revenue")}
	if w.Spread != nil {
		part := w.Spread.Best20()
		best.Value, best.Note = prose.Percent(w.Printer, part.Amount, t.Revenue), lang.Count(w.Printer, part.Guests, "guest", "guests")
	}
	w.lately(keys)
	return append(keys, best)
}

// lately adds the last year to guests, visits, nights, revenue and repeat guests, if it is known.
func (w *writer) lately(keys []words.Key) {
	y := w.Data.Years
	if y == nil || y.Now.Visits == 0 {
		return
	}
	x, now, whole := y.Before, y.Now, y.Before.Visits > 0 && y.First <= y.Before.Span.From.AddDays(firstWeeks)
	text := func(value, change string) string {
		if !whole {
			return w.Say("%s in the last year", value)
		}
		return w.Say("%s in the last year, %s", value, change)
	}
	count := func(before, now int64) string {
		return text(prose.Whole(now), w.changed(decimal.NewFromInt(before), decimal.NewFromInt(now)))
	}
	keys[0].Lately, keys[1].Lately = count(x.Guests, now.Guests), count(x.Visits, now.Visits)
	if !w.Data.NoNights {
		keys[2].Lately = count(x.Nights, now.Nights)
	}
	keys[3].Lately = text(prose.WholeMoney(now.Revenue, w.Places), w.changed(x.Revenue, now.Revenue))
	keys[4].Lately = text(prose.PercentOf(w.Printer, now.Repeat, now.Guests), w.points(x, now))
}
