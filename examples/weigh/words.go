package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

func compare(a, b float64) int { return cmp.Compare(a, b) }

// fixed writes a number with decimal places.
func fixed(v float64, places int) string { return strconv.FormatFloat(v, 'f', places, 64) }

// percent writes a share in whole per cent.
func percent(share float64) string { return fixed(100*share, 0) + " %" }

func interval(i satisfaction.Interval) string { return fixed(i.Low, 3) + " to " + fixed(i.High, 3) }

// how says how the weights were found.
func (j *judged) how() string {
	text := strings.ReplaceAll(j.Method.String(), "-", " ")
	if j.Group != nil {
		text += fmt.Sprintf(", %d experts, ", j.Group.Experts)
		if j.Group.Aggregation == byJudgements {
			return text + "their judgements put together"
		}
		return text + string(j.Group.Aggregation) + " mean of their weights"
	}
	return text
}

func (m matrix) title() string {
	if m.Of == "" {
		return "thing"
	}
	return m.Of
}

func (j *judged) spreadHead() string {
	if j.Group == nil {
		return ""
	}
	return "spread"
}

// spread is the standard deviation of the experts' weights of a thing.
func (j *judged) spread(i int) string {
	if j.Group == nil {
		return ""
	}
	return fixed(j.Group.Spread[i], 4)
}

// consistencyWords says how well judgements agree.
func consistencyWords(c weight.Consistency, missing int) string {
	var text string
	switch {
	case c.RatioApplies && c.Ratio <= weight.AcceptedRatio:
		text = fmt.Sprintf("consistency ratio %.4f (random index %g, %s): accepted", c.Ratio, c.Random, c.Table)
	case c.RatioApplies:
		text = fmt.Sprintf("consistency ratio %.4f (random index %g, %s): above %.1f, ask again", c.Ratio, c.Random, c.Table, weight.AcceptedRatio)
	case missing > 0:
		text = fmt.Sprintf("no consistency ratio: %d comparisons are missing", missing)
	case c.Random > 0:
		text = "no consistency ratio"
	default:
		text = fmt.Sprintf("no consistency ratio: the table %s has no random index for this many things", c.Table)
	}
	if c.GeometricApplies {
		text += fmt.Sprintf("; geometric index %.4f", c.Geometric)
	}
	if len(c.Triads) > 0 {
		text += fmt.Sprintf("; circular triads: %d", len(c.Triads))
	}
	return text
}

func furthestHead(m matrix) string {
	if m.askAgain() {
		return "ask again"
	}
	return "furthest from the others"
}

// cells are the judgement, what was given, what the others say, the nearest value on the scale, and the ratio with it.
func (r repair) cells() []string {
	return []string{r.Row + " over " + r.Column, r.Given.String(), fixed(r.Value, 3), r.Nearest.String(), fixed(r.RatioAfter, 4)}
}

// counts says how many answered.
func (a *surveyed) counts() string {
	text := counted(a.Guests, "guest") + ", " + counted(len(a.Questions), "question") + ", " + counted(a.Missing, "answer") + " missing"
	if a.Wrong > 0 {
		text += ", " + counted(a.Wrong, "wrong row") + " left out"
	}
	return text
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
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
func (a *surveyed) moved(from, to string) string {
	for _, c := range a.Disagreement {
		if c.First == from && c.Second == to || c.First == to && c.Second == from {
			return percent(c.Moved)
		}
	}
	return "-"
}

// sorted returns the questions by cell, those to be fixed first, and by gap within a cell.
func (g *grid) sorted() []placed {
	order := []satisfaction.Cell{satisfaction.Fix, satisfaction.Keep, satisfaction.Opportunity, satisfaction.Low}
	out := slices.Clone(g.Items)
	slices.SortStableFunc(out, func(a, b placed) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Cell), slices.Index(order, b.Cell)), cmp.Compare(b.Gap, a.Gap))
	})
	return out
}

// capital writes the first letter large.
func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
