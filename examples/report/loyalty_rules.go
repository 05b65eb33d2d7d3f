package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// ruleOf says in words how a tier is reached, by the rules of the analysis date.
func (m *members) ruleOf(id string) string {
	version, ok := m.engine.Version(m.asOf)
	if !ok {
		return ""
	}
	for i, t := range version.Tiers {
		switch {
		case t.ID != id:
		case t.Promote.IsZero() && i == 0:
			return "every member"
		case t.Promote.IsZero():
			return "not by stays"
		default:
			window := t.Promote.Window
			if window.Kind == 0 {
				window = version.Window
			}
			text := m.conditionWords(t.Promote, false) + " " + windowWords(window)
			if t.PayRate != nil {
				text += "; pays " + groupDigits(t.PayRate.Mul(hundred).String()) + nbsp + "% of the rate"
			}
			return text
		}
	}
	return ""
}

// conditionWords writes "5 nights or 3 stays".
func (m *members) conditionWords(c loyalty.Condition, inner bool) string {
	if c.Metric != 0 {
		return m.thresholdWords(c)
	}
	list, word := c.All, " and "
	if len(c.Any) > 0 {
		list, word = c.Any, " or "
	}
	parts := make([]string, len(list))
	for i, one := range list {
		parts[i] = m.conditionWords(one, true)
		if one.Window.Kind != 0 {
			parts[i] += " " + windowWords(one.Window)
		}
	}
	text := strings.Join(parts, word)
	if inner && len(list) > 1 {
		return "(" + text + ")"
	}
	return text
}

// thresholdWords writes "5 nights", "2 to 4 stays" or "spend of EUR 4,000".
func (m *members) thresholdWords(c loyalty.Condition) string {
	amount := func(d *decimal.Decimal) string { return groupDigits(d.String()) }
	text := ""
	switch {
	case c.AtLeast != nil && c.AtMost != nil && c.AtLeast.Equal(*c.AtMost):
		text = amount(c.AtLeast)
	case c.AtLeast != nil && c.AtMost != nil:
		text = amount(c.AtLeast) + " to " + amount(c.AtMost)
	case c.AtLeast != nil && c.Below != nil:
		text = amount(c.AtLeast) + " to below " + amount(c.Below)
	case c.AtLeast != nil:
		text = amount(c.AtLeast)
	case c.AtMost != nil:
		text = "at most " + amount(c.AtMost)
	case c.Below != nil:
		text = "below " + amount(c.Below)
	}
	switch c.Metric {
	case loyalty.Spend:
		return m.programme().Currency + nbsp + text
	case loyalty.YearsAtTier:
		name, _ := m.label(c.Tier)
		return text + " years as " + name
	}
	noun := c.Metric.String()
	if words, ok := metricWords[c.Metric]; ok {
		noun = words
	}
	if text == "1" {
		noun = strings.TrimSuffix(noun, "s")
	}
	return text + nbsp + noun
}

func windowWords(w loyalty.Window) string {
	switch w.Kind {
	case loyalty.RollingMonths:
		return "in any " + counted(months(w), "month", "months")
	case loyalty.LevelCycle:
		return "in " + counted(months(w), "month", "months") + " from the day the tier began" + before(w)
	case loyalty.MembershipYear:
		return "in " + counted(months(w), "month", "months") + " of membership" + before(w)
	case loyalty.Lifetime:
		return "in all"
	case loyalty.BestOf:
		parts := make([]string, len(w.Of))
		for i, one := range w.Of {
			parts[i] = windowWords(one)
		}
		return strings.Join(parts, " or ")
	}
	return "in a calendar year" + before(w)
}

// months returns the length of a window, which is a year unless stated.
func months(w loyalty.Window) int {
	if w.Months == 0 {
		return 12
	}
	return w.Months
}

func before(w loyalty.Window) string {
	if w.Back > 0 {
		return ", the one before"
	}
	return ""
}
