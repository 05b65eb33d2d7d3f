package main

import (
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// guestSurveyView is what the guest said.
type guestSurveyView struct {
	Sentence         string
	Worst            []guestAnswerView
	WorstText, Scale string
}

type guestAnswerView struct{ Name, Answer, Mean, Width, At string }

const shownAnswers = 5

func (g *guestPage) surveyView() *guestSurveyView {
	q := g.sheet.Survey
	if q == nil {
		return nil
	}
	v := &guestSurveyView{Scale: g.p.Say("scale %s to %s", q.Scale[0].String(), q.Scale[1].String()), Sentence: g.p.Say("Too little was answered for a score.")}
	if q.Score != nil {
		v.Sentence = g.p.Say("Score %s on the scale %s to %s, from %s", onScale(q.value), q.Scale[0].String(), q.Scale[1].String(), lang.Count(g.p, q.N, "answer", "answers"))
		if q.Low != nil {
			v.Sentence += g.p.Say(" (%s interval %s)", levelText(), g.between(onScale(q.low), onScale(q.high)))
		}
		v.Sentence += g.p.Say("; the mean of all guests is %s.", onScale(q.house))
	}
	list := q.complaints()
	v.WorstText = g.p.Say("Unhappy with, the farthest below other guests first")
	if len(list) == 0 {
		v.WorstText = g.p.Say("Nothing is rated below the middle of the scale and below other guests.")
	}
	low, high, _ := g.ends(q)
	for k, one := range list {
		if k == shownAnswers {
			break
		}
		width := func(x float64) string { return strconv.FormatFloat(100*(x-low)/(high-low), 'f', 1, 64) }
		v.Worst = append(v.Worst, guestAnswerView{g.p.Pick(one.Label, one.LabelZH), brief(one.answer), onScale(one.mean), width(one.answer), width(one.mean)})
	}
	return v
}

func (g *guestPage) ends(q *guestAnswers) (low, high float64, err error) {
	if low, err = q.Scale[0].Float64(); err == nil {
		high, err = q.Scale[1].Float64()
	}
	return low, high, err
}

// complaint says what to ask an unhappy guest about.
func (g *guestPage) complaint() string {
	q := g.sheet.Survey
	if q == nil {
		return ""
	}
	var names []string
	for k, one := range q.complaints() {
		if k < 3 {
			names = append(names, strings.ToLower(g.p.Pick(one.Label, one.LabelZH)))
		}
	}
	list := strings.Join(names, g.p.Say(", "))
	switch {
	case list == "":
		return ""
	case q.unhappy():
		return g.p.Say("was unhappy (%s of %s): ask today about %s", onScale(q.value), q.Scale[1].String(), list)
	}
	return g.p.Say("was content on the whole, but not with %s", list)
}

// guestTierView is the tier, the way to the next one, what ends when, and what the tier is worth.
type guestTierView struct {
	Name, Since, Until, Next string
	Ways                     [][]needView
	Keep                     string
	Benefits                 []fact
}

type needView struct{ Text, Width string }

func (g *guestPage) tierName(id string) string { return g.p.Pick(g.members.label(id)) }

func (g *guestPage) tierView() *guestTierView {
	t := g.sheet.Loyalty
	if t == nil {
		return nil
	}
	status := t.Progress.Status
	v := &guestTierView{Name: g.tierName(t.Tier), Since: g.p.Say("since %s", g.date(status.From)), Until: g.p.Say("no end")}
	if t.TierUntil != nil {
		v.Until = g.p.Say("valid through %s", g.date(*t.TierUntil))
	}
	v.Next = g.p.Say("This is the highest tier that activity reaches.")
	if next := t.Progress.Next; next != "" {
		v.Next = g.p.Say("To %s, one of these ways:", g.tierName(next))
		if len(t.Progress.Ways) == 1 {
			v.Next = g.p.Say("To %s:", g.tierName(next))
		}
		v.Ways = g.ways(t.Progress.Ways)
	}
	if text := g.wayText(t.Progress.Keep); text != "" && t.TierUntil != nil {
		v.Keep = g.p.Say("To keep %s after %s: %s.", v.Name, g.date(*t.TierUntil), text)
	}
	if part := t.Pays; part.LessThan(decimal.NewFromInt(1)) {
		v.Benefits = append(v.Benefits, fact{g.p.Say("Rate"), g.p.Say("pays %s of the rate", g.p.Percent(part.Mul(hundred).String()))})
	}
	for _, one := range t.Benefits {
		if one.Given == loyalty.Always || one.Given == loyalty.OnRequest {
			v.Benefits = append(v.Benefits, fact{g.p.Pick(one.Name, one.NameZH), g.givenText(one)})
		}
	}
	return v
}

func (g *guestPage) givenText(e loyalty.Entitlement) string {
	text := g.p.Say("yes")
	if e.Given == loyalty.OnRequest {
		text = g.p.Say("on request")
	}
	if e.Quantity > 0 {
		text += g.p.Say(", %s a year", strconv.Itoa(e.Quantity))
	}
	if more := g.p.Pick(e.Text, e.TextZH); more != "" {
		text += g.p.Say(", ") + more
	}
	return text
}

// ways are the ways to the next tier with how far each is gone.
func (g *guestPage) ways(ways [][]loyalty.Need) [][]needView {
	var out [][]needView
	for _, way := range ways {
		var list []needView
		for _, need := range way {
			if need.AtLeast == nil || need.Blocked {
				continue
			}
			width := "100"
			if need.Missing.IsPositive() {
				width = barWidth(need.Have, *need.AtLeast)
			}
			list = append(list, needView{g.p.Say("%s of %s", groupDigits(need.Have.String()), g.metric(*need.AtLeast, need)), width})
		}
		if len(list) > 0 && len(out) < shownWays {
			out = append(out, list)
		}
	}
	return out
}

// metric writes "5 nights" or "EUR 4,000".
func (g *guestPage) metric(n decimal.Decimal, need loyalty.Need) string {
	text := groupDigits(n.String())
	switch need.Metric {
	case loyalty.Spend:
		return g.members.programme().Currency + nbsp + text
	case loyalty.YearsAtTier:
		return g.p.Say("%s years as %s", text, g.tierName(need.Tier))
	}
	return g.p.Say("%s "+need.Metric.String(), text)
}

// wayText says what is missing in the ways to a tier; empty if nothing leads there.
func (g *guestPage) wayText(ways [][]loyalty.Need) string {
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
			return g.p.Say("earned already")
		}
		if !blocked && len(out) < shownWays {
			out = append(out, strings.Join(parts, g.p.Say(" and ")))
		}
	}
	return strings.Join(out, g.p.Say(" or "))
}

// notices are what the guest should be told of the programme.
func (g *guestPage) notices() []string {
	t, out := g.sheet.Loyalty, []string(nil)
	if t == nil {
		return nil
	}
	for _, one := range t.Notices {
		switch one.Kind {
		case loyalty.StatusEnds:
			text := g.p.Say("%s ends on %s, then %s", g.tierName(one.Tier), g.date(one.Date.AddDays(-1)), g.tierName(one.To))
			if ways := g.wayText(one.Ways); ways != "" {
				text += g.p.Say("; kept with %s", ways)
			}
			out = append(out, text)
		case loyalty.NearNext:
			out = append(out, g.p.Say("%s is near: %s more", g.tierName(one.Tier), g.wayText(one.Ways)))
		case loyalty.ChoiceEnds:
			out = append(out, g.p.Say("choose the reward of %s by %s", one.Milestone, g.date(one.Date.AddDays(-1))))
		}
	}
	if n := t.NightsToNext; len(out) == 0 && n != nil && *n > 0 && *n <= nearNights && t.Progress.Next != "" {
		out = append(out, g.p.Say("%s reach %s", lang.Count(g.p, *n, "more night", "more nights"), g.tierName(t.Progress.Next)))
	}
	return out
}
