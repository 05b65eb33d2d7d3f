package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"github.com/shopspring/decimal"
)

func compare(a, b float64) int { return cmp.Compare(a, b) }

// bare writes a number with as many digits as it has.
func bare(v float64) string { return lang.Group(strconv.FormatFloat(v, 'f', -1, 64)) }

// percent writes a weight in per cent, exactly.
func (w weighted) percent(p lang.Printer) string {
	d, err := decimal.NewFromString(w.Weight.String())
	if err != nil {
		return w.Weight.String()
	}
	return p.Percent(lang.Group(d.Shift(2).StringFixed(max(-d.Exponent()-2, 0))))
}

func interval(p lang.Printer, i satisfaction.Interval) string {
	return p.Say("%s to %s", lang.Fixed(i.Low, 3), lang.Fixed(i.High, 3))
}

// how says how the weights were found.
func (j *judged) how(p lang.Printer) string {
	text := p.Name(j.Method.String())
	if j.Group == nil {
		return text
	}
	experts := lang.Count(p, j.Group.Experts, "expert", "experts")
	switch j.Group.Aggregation {
	case byArithmetic:
		return p.Say("%s, %s, arithmetic mean of their weights", text, experts)
	case byGeometric:
		return p.Say("%s, %s, geometric mean of their weights", text, experts)
	}
	return p.Say("%s, %s, their judgements put together", text, experts)
}

// title is what the matrix weighs.
func (m matrix) title(p lang.Printer) string {
	switch m.Of {
	case "":
		return p.Say("Criterion")
	case ofCriteria:
		return p.Say("Criteria")
	}
	return lang.Capital(m.Of)
}

func (j *judged) spreadHead() string {
	if j.Group == nil {
		return ""
	}
	return "Spread"
}

// spread is the standard deviation of the experts' weights of a criterion.
func (j *judged) spread(i int) string {
	if j.Group == nil {
		return ""
	}
	return lang.Fixed(j.Group.Spread[i], 4)
}

// consistencyWords says how well judgements agree.
func consistencyWords(p lang.Printer, c weight.Consistency, missing int) string {
	var text string
	table, accepted := p.Name(c.Table.String()), bare(weight.AcceptedRatio)
	switch {
	case c.RatioApplies && c.Ratio <= weight.AcceptedRatio:
		text = p.Say("consistency ratio %s (random index %s, %s): accepted", lang.Fixed(c.Ratio, 4), bare(c.Random), table)
	case c.RatioApplies:
		text = p.Say("consistency ratio %s (random index %s, %s): above %s, ask again", lang.Fixed(c.Ratio, 4), bare(c.Random), table, accepted)
	case missing == 1:
		text = p.Say("no consistency ratio: one comparison is missing")
	case missing > 0:
		text = p.Say("no consistency ratio: %s comparisons are missing", lang.Whole(missing))
	case c.Random > 0:
		text = p.Say("no consistency ratio")
	default:
		text = p.Say("no consistency ratio: the table %s has no random index for so many criteria", table)
	}
	if c.GeometricApplies {
		text += p.Say("; geometric index %s", lang.Fixed(c.Geometric, 4))
	}
	if len(c.Triads) > 0 {
		text += p.Say("; circular triads: %s", lang.Whole(len(c.Triads)))
	}
	return text
}

// furthestHead is the head of the judgements furthest from what the others say.
func (m matrix) furthestHead(p lang.Printer) string {
	if m.askAgain() {
		return p.Say("Ask again")
	}
	return p.Say("Furthest from the others")
}

// cells are the judgement, what was given, what the others say, the nearest value on the scale, and the ratio with it.
func (r repair) cells(p lang.Printer) []string {
	return []string{p.Say("%s over %s", r.Row, r.Column), r.Given.String(), lang.Fixed(r.Value, 3), r.Nearest.String(), lang.Fixed(r.RatioAfter, 4)}
}

// counts says how many answered.
func (a *surveyed) counts(p lang.Printer) string {
	text := p.Say("%s, %s, %s missing", lang.Count(p, a.Guests, "guest", "guests"),
		lang.Count(p, len(a.Questions), "question", "questions"), lang.Count(p, a.Missing, "answer", "answers"))
	if a.Wrong > 0 {
		text += p.Say("; %s left out", lang.Count(p, a.Wrong, "wrong row", "wrong rows"))
	}
	return text
}

// noneOf begins the sentence that so many rows cannot be used.
func noneOf(rows int) string {
	if rows == 1 {
		return "not even the one row"
	}
	return fmt.Sprintf("none of %d rows", rows)
}

// reference is the source against which the others are held: the one used, or the first; empty if there is nothing to hold.
func (a *surveyed) reference() string {
	if len(a.Sources) < 2 {
		return ""
	}
	if slices.ContainsFunc(a.Sources, func(s source) bool { return s.Name == a.Used }) {
		return a.Used
	}
	return a.Sources[0].Name
}

// moved is the share of all weight that lies elsewhere in another source.
func (a *surveyed) moved(p lang.Printer, from, to string) string {
	for _, c := range a.Disagreement {
		if c.First == from && c.Second == to || c.First == to && c.Second == from {
			return p.Share(c.Moved, 0)
		}
	}
	return "–"
}

// importance is the weight of a question.
func (a *surveyed) importance(p lang.Printer, id string) string {
	for _, one := range a.Grid.Items {
		if one.ID == id {
			return p.Share(one.Importance, 1)
		}
	}
	return ""
}

// chance is how likely the true place of a question is in its cell; nothing measured is certain.
func (g placed) chance(p lang.Printer) string {
	return p.Share(min(g.Chances.Of(g.Cell), certain), 1)
}

// certain is the largest chance that is told.
const certain = 1 - 1e-9

// sorted returns the questions by cell, those to be fixed first, and by gap within a cell.
func (g *grid) sorted() []placed {
	order := []satisfaction.Cell{satisfaction.Fix, satisfaction.Keep, satisfaction.Opportunity, satisfaction.Low}
	out := slices.Clone(g.Items)
	slices.SortStableFunc(out, func(a, b placed) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Cell), slices.Index(order, b.Cell)), cmp.Compare(b.Gap, a.Gap))
	})
	return out
}

// list puts names one after the other.
func list(p lang.Printer, names []string) string { return strings.Join(names, p.Say(", ")) }
