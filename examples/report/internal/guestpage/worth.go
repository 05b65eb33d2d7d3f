package guestpage

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/odds"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
	"github.com/shopspring/decimal"
)

// worthView is values that rest on one way of looking at the guest. Note says how they stand to the others.
type worthView struct {
	Head  string
	Facts []words.Fact
	Note  string
}

// worthViews are the values with what they rest on: what was, what would be if the guest went on as before, and what
// the model expects. The last two may lie far apart, and then the page says which to use.
func (g *Page) worthViews() []worthView {
	v, past, pace, model := g.Sheet.Value, worthView{Head: g.Say("So far")}, worthView{}, worthView{Head: g.Say("What the model expects")}
	pace.Head = g.Say("If the guest goes on as before (%s)", lang.Count(g.Printer, v.Convention.Horizon.N, "year", "years"))
	cost := g.Say("revenue %s less cost %s", g.amount(g.Sheet.History.Revenue), g.amount(v.Cost))
	if g.Worth.Terms.NoCost {
		cost = g.Say("the revenue: no cost is stated")
	}
	past.add(g, g.Say("Historic value"), g.amount(v.Historic), cost)
	if v.Current != nil {
		pace.add(g, g.Say("Current value"), g.amount(*v.Current), g.Say("%s a stay, %s stays a year, discounted", g.amount(*v.Profit), v.Known.Stays.StringFixed(2)))
	}
	if v.Incremental != nil {
		pace.add(g, g.Say("Incremental value"), g.amount(*v.Incremental), g.Say("potential %s of %s points", words.Points(v.Potential.Score), decimal.NewFromInt(worth.TopPoints).String()))
		pace.add(g, g.Say("Lifetime value"), g.amount(*v.CLV), g.Say("historic, current and incremental value together"))
	}
	g.addOutlook(func(name, value, note string) { model.add(g, name, value, note) })
	model.Note = g.apart()
	return slices.DeleteFunc([]worthView{past, pace, model}, func(one worthView) bool { return len(one.Facts) == 0 })
}

func (v *worthView) add(g *Page, name, value, note string) {
	if note != "" {
		value += g.Say(" (%s)", note)
	}
	v.Facts = append(v.Facts, words.Fact{Name: name, Value: value})
}

// apart says why the current and the residual value lie far apart: by more than three times, the years of a usual horizon.
func (g *Page) apart() string {
	v, o := g.Sheet.Value, g.Sheet.Outlook
	if v.Current == nil || o == nil || o.Residual == nil || o.Residual.Value == nil {
		return ""
	}
	const much, even = 3, 0.5
	now, rest := decimal.RequireFromString(*v.Current), decimal.RequireFromString(*o.Residual.Value)
	switch times := decimal.NewFromInt(much); {
	case now.GreaterThan(rest.Mul(times)) && o.Alive.Prediction.Value < even:
		return g.Say("These differ because the guest has most likely stopped coming; use the second.")
	case now.GreaterThan(rest.Mul(times)):
		return g.Say("These differ because nobody goes on for ever at the present pace; use the second.")
	case rest.GreaterThan(now.Mul(times)) && rest.IsPositive():
		if g.Worth.Terms.NoCost {
			return g.Say("These differ because the first goes by this guest's stays alone; the second leans on all guests.")
		}
		return g.Say("These differ because the first takes cost off and goes by this guest's stays alone; the second takes no cost off and leans on all guests.")
	}
	return ""
}

func (g *Page) addOutlook(add func(name, value, note string)) {
	o := g.Sheet.Outlook
	if o == nil {
		return
	}
	add(g.Say("Still a guest"), g.chance(o.Alive.Prediction.Value), "")
	add(g.Say("Visits in the next year"), g.Say("%s expected", g.times(o.Stays.Prediction.Value)), odds.Text(g.Printer, o.Counts.Next))
	if o.EvenOdds != nil {
		add(g.Say("Even odds of the next visit"), g.Say("by %s", prose.Day(g.Printer, *o.EvenOdds)), "")
	} else {
		add(g.Say("Even odds of the next visit"), g.Say("never: more likely than not this guest does not come again"), "")
	}
	if o.Spend != nil {
		note := ""
		if !o.OwnSpend {
			note = g.Say("the mean of all guests")
		}
		add(g.Say("Expected spend a visit"), g.amount(*o.Spend), note)
	}
	if r := o.Residual; r != nil && r.Value != nil {
		add(g.Say("Residual value"), g.amount(*r.Value), odds.RestsOn(g.Printer, o.Repeats))
	}
}

// worthBasis says how the values are counted.
func (g *Page) worthBasis() []words.Fact {
	discount := g.Percent(g.Worth.Terms.Rate.Mul(prose.Hundred).String())
	out := []words.Fact{{Name: g.Say("Values"), Value: g.Say("Every guest bears the same part of the cost. Payments at the end of each year, discounted at %s a year.", discount)}}
	if o := g.Sheet.Outlook; o != nil {
		out = append(out, words.Fact{Name: g.Say("Outlook"), Value: g.Say("Model %s, fitted to all visits through %s. The chances are of this one guest's visits in the year after that day; what the parameters leave open is little beside them, and in guest.json. The residual value is an expected one, of all visits to come, discounted at %s a year, with no cost taken off.",
			o.Model, prose.Day(g.Printer, o.Through), discount)})
	}
	if q := g.Sheet.Survey; q != nil && q.Low != nil {
		out = append(out, words.Fact{Name: g.Say("Satisfaction"), Value: g.Say("The %s interval is that of the error of measurement, SD·√((1−α)/answered): how far other questions of the kind could have put the score. Cronbach's α is %s.",
			g.Percent("95"), q.Alpha.String())})
	}
	return out
}

// placeView is where the guest stands among all.
type placeView struct{ Name, Text, Width string }

var placeNames = map[string]string{
	"recency": "Recent stay", "visits": "Visits", "nights": "Nights", "revenue": "Revenue", "historic": "Historic value", "current": "Current value",
	"clv": "Lifetime value", "p_alive": "Still a guest", "residual_value": "Residual value", "satisfaction": "Satisfaction",
}

func (g *Page) place(of string) guest.Position {
	for _, one := range g.Sheet.Positions {
		if one.Of == of {
			return one
		}
	}
	return guest.Position{}
}

func (g *Page) placeViews() []placeView {
	var out []placeView
	for _, one := range g.Sheet.Positions {
		share, ok := one.Share()
		if !ok {
			continue
		}
		v := placeView{Name: g.Say(placeNames[one.Of]), Text: g.share(one), Width: share.Shift(2).Truncate(1).String()}
		if one.Equal > 0 {
			v.Text += g.Say("; %s equal", prose.Whole(one.Equal))
		}
		out = append(out, v)
	}
	return out
}

// share writes the part of the others who lie below: whole per cents, and tenths near the ends.
func (g *Page) share(p guest.Position) string {
	part, _ := p.Share()
	percent := part.Shift(2).Truncate(1)
	if percent.GreaterThanOrEqual(decimal.NewFromInt(99)) || percent.LessThan(decimal.NewFromInt(1)) {
		return g.Percent(percent.StringFixed(1))
	}
	return g.Percent(percent.Truncate(0).String())
}

func (g *Page) placeRule() string {
	return g.Say("Compared with the other guests of whom the figure is known. Equal ones count neither as lower nor as higher, and shares are cut off, not rounded up.")
}
