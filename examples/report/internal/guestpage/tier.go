package guestpage

import (
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// guestTierView is the tier, the way to the next one, what ends when, and what the tier is worth.
type guestTierView struct {
	Name, Span, Next string
	Ways             [][]needView
	Keep             string
	Benefits         []words.Fact
}

type needView struct{ Text, Width string }

func (g *Page) tierName(id string) string { return g.Pick(g.Tiers.Label(id)) }

func (g *Page) tierView() *guestTierView {
	t := g.Sheet.Loyalty
	if t == nil {
		return nil
	}
	status := t.Progress.Status
	v := &guestTierView{Name: g.tierName(t.Tier), Span: g.Say("since %s, without an end.", prose.Day(g.Printer, status.From))}
	if t.TierUntil != nil {
		v.Span = g.Say("since %s, valid through %s.", prose.Day(g.Printer, status.From), prose.Day(g.Printer, *t.TierUntil))
	}
	v.Next = g.Say("This is the highest tier that activity reaches.")
	if next := t.Progress.Next; next != "" {
		v.Next = g.Say("To %s, one of these ways:", g.tierName(next))
		if len(t.Progress.Ways) == 1 {
			v.Next = g.Say("To %s:", g.tierName(next))
		}
		v.Ways = g.ways(t.Progress.Ways)
	}
	if t.TierUntil != nil && *t.TierUntil > g.Sheet.AsOf {
		later := g.wayText(t.KeepAtEnd)
		switch {
		case tiers.Done(t.KeepAtEnd):
			later = g.Say("any stay until then")
		case tiers.Done(t.Progress.Keep) && later != "":
			later = g.Say("any stay now; on its last day %s", later)
		}
		if later != "" {
			v.Keep = g.Say("To keep %s after %s: %s.", v.Name, prose.Day(g.Printer, *t.TierUntil), later)
		}
	}
	if part := t.Pays; part.LessThan(decimal.NewFromInt(1)) {
		v.Benefits = append(v.Benefits, words.Fact{Name: g.Say("Rate"), Value: g.Say("pays %s of the rate", g.Percent(part.Mul(prose.Hundred).String()))})
	}
	for _, one := range t.Benefits {
		if one.Given == loyalty.Always || one.Given == loyalty.OnRequest {
			v.Benefits = append(v.Benefits, words.Fact{Name: g.Pick(one.Name, one.NameZH), Value: g.givenText(one)})
		}
	}
	return v
}

// givenText says how a benefit is given: how many a year, and the programme's words.
func (g *Page) givenText(e loyalty.Entitlement) string {
	text := g.Pick(e.Text, e.TextZH)
	if e.Quantity > 0 {
		text = strings.TrimSpace(g.Say("%s a year", strconv.Itoa(e.Quantity)) + " " + text)
	}
	switch onRequest := e.Given == loyalty.OnRequest; {
	case onRequest && text != "":
		return g.Say("on request, %s", text)
	case onRequest:
		return g.Say("on request")
	case text != "":
		return text
	}
	return g.Say("included")
}

// ways are the ways to the next tier with how far each is gone.
func (g *Page) ways(ways [][]loyalty.Need) [][]needView {
	var out [][]needView
	for _, way := range ways {
		var list []needView
		for _, need := range way {
			if need.AtLeast == nil || need.Blocked {
				continue
			}
			width := "100"
			if need.Missing.IsPositive() {
				width = prose.Bar(need.Have, *need.AtLeast)
			}
			list = append(list, needView{g.Say("%s of %s", prose.Group(need.Have.String()), g.metric(*need.AtLeast, need)), width})
		}
		if len(list) > 0 && len(out) < words.ShownWays {
			out = append(out, list)
		}
	}
	return out
}

// metric writes "5 nights" or "EUR 4,000".
func (g *Page) metric(n decimal.Decimal, need loyalty.Need) string {
	text := prose.Group(n.String())
	switch need.Metric {
	case loyalty.Spend:
		return g.Tiers.Programme().Currency + prose.NBSP + text
	case loyalty.YearsAtTier:
		return g.Say("%s years as %s", text, g.tierName(need.Tier))
	}
	many := need.Metric.String()
	if words, ok := tiers.MetricWords[need.Metric]; ok {
		many = words
	}
	if !n.IsInteger() {
		return text + prose.NBSP + many
	}
	return lang.Count(g.Printer, n.IntPart(), strings.TrimSuffix(many, "s"), many)
}

// wayText says what is missing in the ways to a tier; empty if nothing leads there.
func (g *Page) wayText(ways [][]loyalty.Need) string {
	var out []string
	for _, way := range ways {
		var parts []string
		blocked := false
		for _, need := range way {
			blocked = blocked || need.Blocked
			if need.Missing.IsPositive() {
				parts = append(parts, g.metric(need.Missing, need))
			}
		}
		if len(parts) == 0 && !blocked {
			return ""
		}
		if !blocked && len(out) < words.ShownWays {
			out = append(out, g.Join(parts, g.Say(" and ")))
		}
	}
	return g.Join(out, g.Say(" or "))
}

// keptWith says what keeps the tier by its last day, when older nights no longer count, and whether less is enough now.
func (g *Page) keptWith() string {
	t := g.Sheet.Loyalty
	later := g.wayText(t.KeepAtEnd)
	switch {
	case t.TierUntil == nil || *t.TierUntil == g.Sheet.AsOf:
		return ""
	case tiers.Done(t.KeepAtEnd):
		return g.Say("; any stay until then keeps it")
	case later == "":
		return ""
	case tiers.Done(t.Progress.Keep):
		return g.Say("; any stay now keeps it, on its last day %s", later)
	}
	return g.Say("; kept with %s by then", later)
}

// notices are what the guest should be told of the programme.
func (g *Page) notices() []string {
	t, out := g.Sheet.Loyalty, []string(nil)
	if t == nil {
		return nil
	}
	for _, one := range t.Notices {
		switch one.Kind {
		case loyalty.StatusEnds:
			text := g.Say("%s ends on %s, then %s", g.tierName(one.Tier), prose.Day(g.Printer, one.Date.AddDays(-1)), g.tierName(one.To))
			if one.Tier == t.Tier {
				text += g.keptWith()
			}
			out = append(out, text)
		case loyalty.NearNext:
			out = append(out, g.Say("%s is near: %s more", g.tierName(one.Tier), g.wayText(one.Ways)))
		case loyalty.ChoiceEnds:
			out = append(out, g.Say("choose the reward of %s by %s", one.Milestone, prose.Day(g.Printer, one.Date.AddDays(-1))))
		}
	}
	if nights, ok := tiers.Missing(t.Progress.Ways, loyalty.Nights); len(out) == 0 && ok && nights.Half && nights.N > 0 && nights.N <= tiers.NearNights {
		out = append(out, g.Say("%s reach %s", lang.Count(g.Printer, nights.N, "more night", "more nights"), g.tierName(t.Progress.Next)))
	}
	return out
}
