package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation"
)

var indicatorNames = map[valuation.Indicator]string{
	valuation.Motive: "Motive of the stay", valuation.Industry: "Industry", valuation.Income: "Income",
	valuation.IncomeToSpend: "Income over spend, a year", valuation.Credit: "Credit standing", valuation.Satisfaction: "Satisfaction",
}

// mostNames is how many motives or industries of a step are named; summary.json has them all.
const mostNames = 6

// rankedSteps writes which names have which score.
func (a *analysis) rankedSteps(s valuation.Scale, ranks []valuation.Ranked) string {
	names := make([][]string, len(s.Scores))
	step := 0
	for i, one := range ranks {
		for step < len(s.Cuts) && s.Cuts[step].IntPart() <= int64(i+1) {
			step++
		}
		names[step] = append(names[step], a.Say(one.Name))
	}
	var out []string
	for k, list := range names {
		text := strings.Join(list[:min(len(list), mostNames)], a.Say(", "))
		if more := len(list) - mostNames; more > 0 {
			text += a.Say(" and %s more", prose.Whole(more))
		}
		out = append(out, a.Say("%s\u00a0for %s", pointsText(s.Scores[k]), text))
	}
	return strings.Join(out, a.Say("; "))
}

// numberSteps writes which numbers have which score.
func (a *analysis) numberSteps(s valuation.Scale) string {
	if len(s.Cuts) == 0 {
		return a.Say("%s\u00a0for any", pointsText(s.Scores[0]))
	}
	var out []string
	for k, score := range s.Scores {
		switch {
		case k == 0:
			out = append(out, a.Say("%s\u00a0below %s", pointsText(score), prose.Group(s.Cuts[0].String())))
		default:
			out = append(out, a.Say("%s\u00a0from %s", pointsText(score), prose.Group(s.Cuts[k-1].String())))
		}
	}
	return strings.Join(out, a.Say("; "))
}

func pointsText(s valuation.Score) string {
	return strings.TrimSuffix(s.Points().RoundBank(2).String(), ".0")
}
