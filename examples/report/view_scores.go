package main

import (
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/rfm"
)

// scoresView is the thresholds in words and as a table.
type scoresView struct {
	Method string
	Axes   []axisView
	Unused []string
	Rows   []scoreRow // the best score first
}

type axisView struct{ Name, Unit, Sentence string }

type scoreRow struct {
	Score, Word string
	Cells       []scoreCell // one for each axis
}

// scoreCell is the values of a score on one axis, or why it has none.
type scoreCell struct{ Range, Guests, Share, Unused string }

// scored is an axis with its words and the guests of each score.
type scored struct {
	axis   rfm.Axis
	words  axisWords
	counts []int
}

func (a *analysis) scoresView() scoresView {
	t, counts := a.scores.Thresholds(), a.scores.Counts()
	axes := []scored{
		{t.Recency, recencyWords, counts.Recency},
		{t.Frequency, frequencyWords, counts.Frequency},
		{t.Monetary, axisWords{name: "Monetary"}, counts.Monetary},
	}
	v := scoresView{Method: methodText(a.opt.plan)}
	most := 0
	for _, one := range axes {
		v.Axes = append(v.Axes, a.axisView(one))
		if one.axis.InEffect() < one.axis.Bins {
			v.Unused = append(v.Unused, unusedScores(one.axis, one.words.name))
		}
		most = max(most, one.axis.Bins)
	}
	for score := most; score >= 1; score-- {
		row := scoreRow{Score: grouped(score)}
		for _, one := range axes {
			row.Cells = append(row.Cells, a.scoreCell(one, score))
		}
		v.Rows = append(v.Rows, row)
	}
	v.Rows[0].Word, v.Rows[len(v.Rows)-1].Word = "best", "worst"
	return v
}

func (a *analysis) axisView(s scored) axisView {
	v := axisView{Name: s.words.name}
	var parts []string
	for i, score := range s.axis.Scores {
		parts = append(parts, grouped(score)+":"+nbsp+a.rangeOf(s, i))
	}
	if !s.axis.LowIsBest { // the best score first
		slices.Reverse(parts)
	}
	parts[0] = s.words.name + " " + parts[0] + s.words.suffix
	if s.words.many == "" {
		v.Unit = a.opt.currency
		parts[0] = s.words.name + ", in " + a.opt.currency + ", " + strings.TrimPrefix(parts[0], s.words.name+" ")
	}
	v.Sentence = strings.Join(parts, "; ") + "."
	return v
}

// rangeOf returns the values of bin i in words.
func (a *analysis) rangeOf(s scored, i int) string {
	if s.words.many == "" {
		return a.moneyRange(s.axis, i)
	}
	return s.words.rangeOf(s.axis, i)
}

func (a *analysis) scoreCell(s scored, score int) scoreCell {
	if score > s.axis.Bins {
		return scoreCell{Unused: "–"}
	}
	i := slices.Index(s.axis.Scores, score)
	if i < 0 {
		return scoreCell{Unused: "not in use"}
	}
	n := s.counts[score-1]
	return scoreCell{Range: a.rangeOf(s, i), Guests: grouped(n), Share: percentOf(a.Printer, n, a.totals.guests)}
}

func unusedScores(axis rfm.Axis, name string) string {
	var unused []string
	for score := 1; score <= axis.Bins; score++ {
		if !slices.Contains(axis.Scores, score) {
			unused = append(unused, grouped(score))
		}
	}
	return "Nobody can have " + strings.ToLower(name) + " score " + orList(unused) + ": its values would be those of a score beside it."
}

// orList writes "2", "2 or 3", "1, 2 or 3".
func orList(list []string) string {
	last := len(list) - 1
	if last < 1 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:last], ", ") + " or " + list[last]
}

func methodText(p plan) string {
	if p.frozen != nil {
		return "The cuts were not made for these guests: they are kept from " + counted(p.frozen.Guests, "guest", "guests") + " as of " +
			longDate(p.frozen.AsOf) + ", so a score differs from the one of then only where the guest does."
	}
	switch p.method {
	case rfm.NTile:
		return "Each score is given to the same number of guests, as NTILE does in SQL; guests with equal values may get different scores, divided by their ids, so ranges can share a value."
	case rfm.Type7Plus1:
		return "The cuts are type-7 quantiles plus one, as in the R package rfm; a value equal to a cut belongs to the bin above it. The “plus one” is one day, one visit and one unit of the currency."
	case rfm.MeanSplit:
		return "Every axis is cut once, at the mean of all guests: better is high, worse is low, and equal to the mean is high."
	case rfm.EqualWidth:
		return "The values from the smallest to the largest are cut into ranges of equal width, however many guests are in each; a value equal to a cut belongs to the bin below it."
	case rfm.LogWidth:
		return "The values from the smallest above 0 to the largest are cut into ranges of equal ratio, however many guests are in each; 0 and less are in the lowest bin, a value equal to a cut in the bin below it."
	case rfm.Jenks:
		return "The cuts are natural breaks (Jenks): guests of a bin are as close to its mean as they can be; a value equal to a cut belongs to the bin below it."
	}
	return "The cuts are nearest-rank quantiles, meant to give each score to the same number of guests, but guests with equal values always get equal scores; a value equal to a cut belongs to the bin below it."
}
