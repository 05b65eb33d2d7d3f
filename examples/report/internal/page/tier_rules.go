package page

import (
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// ruleOf says in words how a tier is reached, by the rules of the analysis date.
func (m tierWords) ruleOf(id string) string {
	version, ok := m.Engine.Version(m.AsOf)
	if !ok {
		return ""
	}
	for i, t := range version.Tiers {
		switch {
		case t.ID != id:
		case t.Promote.IsZero() && i == 0:
			return m.Say("every member")
		case t.Promote.IsZero():
			return m.Say("not by stays")
		default:
			window := t.Promote.Window
			if window.Kind == 0 {
				window = version.Window
			}
			pays := ""
			if t.PayRate != nil {
				pays = m.Say("; pays %s of the rate", m.Percent(prose.Group(t.PayRate.Mul(prose.Hundred).String())))
			}
			return m.Say("%s %s", m.conditionWords(t.Promote, false), m.windowWords(window)) + pays
		}
	}
	return ""
}

// conditionWords writes "5 nights or 3 stays".
func (m tierWords) conditionWords(c loyalty.Condition, inner bool) string {
	if c.Metric != 0 {
		return m.thresholdWords(c)
	}
	list, word := c.All, m.Say(" and ")
	if len(c.Any) > 0 {
		list, word = c.Any, m.Say(" or ")
	}
	parts := make([]string, len(list))
	for i, one := range list {
		parts[i] = m.conditionWords(one, true)
		if one.Window.Kind != 0 {
			parts[i] = m.Say("%s %s", parts[i], m.windowWords(one.Window))
		}
	}
	text := m.Join(parts, word)
	if inner && len(list) > 1 {
		return m.Say("(%s)", text)
	}
	return text
}

// mostNear returns the most nights that somebody half way to a tier can lack: half of the highest threshold of nights, 0
// if there is none.
func (m tierWords) mostNear(id string) int64 {
	version, _ := m.Engine.Version(m.AsOf)
	for _, t := range version.Tiers {
		if t.ID == id {
			return mostNights(t.Promote) / 2
		}
	}
	return 0
}

func mostNights(c loyalty.Condition) (most int64) {
	if c.Metric == loyalty.Nights && c.AtLeast != nil {
		most = c.AtLeast.IntPart()
	}
	for _, one := range append(slices.Clone(c.All), c.Any...) {
		most = max(most, mostNights(one))
	}
	return most
}

// thresholdWords writes "5 nights", "2 to 4 stays" or "spend of EUR 4,000".
func (m tierWords) thresholdWords(c loyalty.Condition) string {
	amount := func(d *decimal.Decimal) string { return prose.Group(d.String()) }
	text := ""
	switch {
	case c.AtLeast != nil && c.AtMost != nil && c.AtLeast.Equal(*c.AtMost):
		text = amount(c.AtLeast)
	case c.AtLeast != nil && c.AtMost != nil:
		text = m.Say("%s to %s", amount(c.AtLeast), amount(c.AtMost))
	case c.AtLeast != nil && c.Below != nil:
		text = m.Say("%s to below %s", amount(c.AtLeast), amount(c.Below))
	case c.AtLeast != nil:
		text = amount(c.AtLeast)
	case c.AtMost != nil:
		text = m.Say("at most %s", amount(c.AtMost))
	case c.Below != nil:
		text = m.Say("below %s", amount(c.Below))
	}
	switch c.Metric {
	case loyalty.Spend:
		return m.Programme().Currency + prose.NBSP + text
	case loyalty.YearsAtTier:
		return m.Say("%s years as %s", text, m.tierName(c.Tier))
	}
	noun := c.Metric.String()
	if words, ok := tiers.MetricWords[c.Metric]; ok {
		noun = words
	}
	if m.Chinese() {
		return m.Say("%s "+noun, text)
	}
	if text == "1" {
		noun = strings.TrimSuffix(noun, "s")
	}
	return text + prose.NBSP + noun
}

func (m tierWords) windowWords(w loyalty.Window) string {
	length := lang.Count(m.Printer, months(w), "month", "months")
	switch w.Kind {
	case loyalty.RollingMonths:
		return m.Say("in any %s", length)
	case loyalty.LevelCycle:
		return m.Say("in %s from the day the tier began", length) + m.before(w)
	case loyalty.MembershipYear:
		return m.Say("in %s of membership", length) + m.before(w)
	case loyalty.Lifetime:
		return m.Say("in all")
	case loyalty.BestOf:
		parts := make([]string, len(w.Of))
		for i, one := range w.Of {
			parts[i] = m.windowWords(one)
		}
		return m.Join(parts, m.Say(" or "))
	}
	return m.Say("in a calendar year") + m.before(w)
}

// months returns the length of a window, which is a year unless stated.
func months(w loyalty.Window) int {
	if w.Months == 0 {
		return 12
	}
	return w.Months
}

func (m tierWords) before(w loyalty.Window) string {
	if w.Back > 0 {
		return m.Say(", the one before")
	}
	return ""
}
