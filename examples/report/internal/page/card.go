package page

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/valuation"
)

var indicatorNames = map[valuation.Indicator]string{
	valuation.Motive: "Motive of the stay", valuation.Industry: "Industry", valuation.Income: "Income",
	valuation.IncomeToSpend: "Income over spend, a year", valuation.Credit: "Credit standing", valuation.Satisfaction: "Satisfaction",
}

// mostNames is how many motives or industries of a step are named; summary.json has them all.
const mostNames = 6

// rankedSteps writes which names have which score.
func (w *writer) rankedSteps(s valuation.Scale, ranks []valuation.Ranked) string {
	names := make([][]string, len(s.Scores))
	step := 0
	for i, one := range ranks {
		for step < len(s.Cuts) && s.Cuts[step].IntPart() <= int64(i+1) {
			step++
		}
		names[step] = append(names[step], w.Say(one.Name))
	}
	var out []string
	for k, list := range names {
		text := strings.Join(list[:min(len(list), mostNames)], w.Say(", "))
		if more := len(list) - mostNames; more > 0 {
			text += w.Say(" and %s more", prose.Whole(more))
		}
		out = append(out, w.Say("%s\u00a0for %s", words.Points(s.Scores[k]), text))
	}
	return strings.Join(out, w.Say("; "))
}

// numberSteps writes which numbers have which score.
func (w *writer) numberSteps(s valuation.Scale) string {
	if len(s.Cuts) == 0 {
		return w.Say("%s\u00a0for any", words.Points(s.Scores[0]))
	}
	var out []string
	for k, score := range s.Scores {
		switch {
		case k == 0:
			out = append(out, w.Say("%s\u00a0below %s", words.Points(score), prose.Group(s.Cuts[0].String())))
		default:
			out = append(out, w.Say("%s\u00a0from %s", words.Points(score), prose.Group(s.Cuts[k-1].String())))
		}
	}
	return strings.Join(out, w.Say("; "))
}
