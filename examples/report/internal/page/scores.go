package page

import (
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// scoresView is the thresholds as a table.
type scoresView struct {
	Method string
	Axes   []axisView
	Unused []string
	Rows   []scoreRow // the best score first
}

type axisView struct{ Name, Unit string }

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

func (w *writer) scoresView() scoresView {
	t, counts := w.Scores.Each.Thresholds(), w.Scores.Each.Counts()
	axes := []scored{
		{t.Recency, recencyWords, counts.Recency},
		{t.Frequency, frequencyWords, counts.Frequency},
		{t.Monetary, monetaryWords, counts.Monetary},
	}
	v := scoresView{Method: w.methodText()}
	most := 0
	for _, one := range axes {
		v.Axes = append(v.Axes, w.axisView(one))
		if one.axis.InEffect() < one.axis.Bins {
			v.Unused = append(v.Unused, w.unusedScores(one.axis, one.words.name))
		}
		most = max(most, one.axis.Bins)
	}
	for score := most; score >= 1; score-- {
		row := scoreRow{Score: prose.Whole(score)}
		for _, one := range axes {
			row.Cells = append(row.Cells, w.scoreCell(one, score))
		}
		v.Rows = append(v.Rows, row)
	}
	v.Rows[0].Word, v.Rows[len(v.Rows)-1].Word = w.Say("best"), w.Say("worst")
	return v
}

func (w *writer) axisView(s scored) axisView {
	v := axisView{Name: w.Say(s.words.name)}
	if s.words == monetaryWords {
		v.Unit = w.Currency
	}
	return v
}

func (w *writer) scoreCell(s scored, score int) scoreCell {
	if score > s.axis.Bins {
		return scoreCell{Unused: "–"}
	}
	i := slices.Index(s.axis.Scores, score)
	if i < 0 {
		return scoreCell{Unused: w.Say("not in use")}
	}
	n := s.counts[score-1]
	return scoreCell{Range: w.rangeOf(s.axis, s.words, i), Guests: prose.Whole(n), Share: prose.PercentOf(w.Printer, n, w.Totals.Guests)}
}

func (w *writer) unusedScores(axis rfm.Axis, name string) string {
	var unused []string
	for score := 1; score <= axis.Bins; score++ {
		if !slices.Contains(axis.Scores, score) {
			unused = append(unused, prose.Whole(score))
		}
	}
	if !w.Chinese() {
		name = strings.ToLower(name)
	}
	return w.Say("Nobody can have %s score %s: its values would be those of a score beside it.", w.Say(name), w.orList(unused))
}

// orList writes "2", "2 or 3", "1, 2 or 3".
func (w *writer) orList(list []string) string {
	last := len(list) - 1
	if last < 1 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:last], w.Say(", ")) + w.Say(" or ") + list[last]
}

func (w *writer) methodText() string {
	p := w.Scores.Plan
	if p.Frozen != nil {
		return w.Say("The cuts were not made for these guests: they are kept from %s as of %s, so a score differs from the one of then only where the guest does.",
			lang.Count(w.Printer, p.Frozen.Guests, "guest", "guests"), prose.Day(w.Printer, p.Frozen.AsOf))
	}
	switch p.Method {
	case rfm.NTile:
		return w.Say("Each score is given to the same number of guests, as NTILE does in SQL; guests with equal values may get different scores, divided by their ids, so ranges can share a value.")
	case rfm.Type7Plus1:
		return w.Say("The cuts are type-7 quantiles plus one, as in the R package rfm; a value equal to a cut belongs to the bin above it. The “plus one” is one day, one visit and one unit of the currency.")
	case rfm.MeanSplit:
		return w.Say("Every axis is cut once, at the mean of all guests: better is high, worse is low, and equal to the mean is high.")
	case rfm.EqualWidth:
		return w.Say("The values from the smallest to the largest are cut into ranges of equal width, however many guests are in each; a value equal to a cut belongs to the bin below it.")
	case rfm.LogWidth:
		return w.Say("The values from the smallest above 0 to the largest are cut into ranges of equal ratio, however many guests are in each; 0 and less are in the lowest bin, a value equal to a cut in the bin below it.")
	case rfm.Jenks:
		return w.Say("The cuts are natural breaks (Jenks): guests of a bin are as close to its mean as they can be; a value equal to a cut belongs to the bin below it.")
	}
	return w.Say("The cuts are nearest-rank quantiles, meant to give each score to the same number of guests, but guests with equal values always get equal scores; a value equal to a cut belongs to the bin below it.")
}
