package guestpage

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/odds"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
	"github.com/shopspring/decimal"
)

// worthFacts are the values with what they rest on.
func (g *Page) worthFacts() []words.Fact {
	v, out := g.Sheet.Value, []words.Fact(nil)
	add := func(name, value, note string) {
		if note != "" {
			value += g.Say(" (%s)", note)
		}
		out = append(out, words.Fact{Name: name, Value: value})
	}
	cost := g.Say("revenue %s less cost %s", g.amount(g.Sheet.History.Revenue), g.amount(v.Cost))
	if g.Worth.Terms.NoCost {
		cost = g.Say("the revenue: no cost is stated")
	}
	add(g.Say("Historic value"), g.amount(v.Historic), cost)
	if v.Current != nil {
		years := lang.Count(g.Printer, v.Convention.Horizon.N, "year", "years")
		add(g.Say("Current value"), g.amount(*v.Current), g.Say("%s a stay, %s stays a year, for %s, discounted", g.amount(*v.Profit), v.Known.Stays.StringFixed(2), years))
	}
	if v.Incremental != nil {
		add(g.Say("Incremental value"), g.amount(*v.Incremental), g.Say("potential %s of %s points", words.Points(v.Potential.Score), decimal.NewFromInt(worth.TopPoints).String()))
		add(g.Say("Lifetime value"), g.amount(*v.CLV), g.Say("the sum of the three"))
	}
	g.addOutlook(add)
	return out
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
