package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/valuation"
)

var indicatorNames = map[valuation.Indicator]string{
	valuation.Motive: "Motive of the stay", valuation.Industry: "Industry", valuation.Income: "Income",
	valuation.IncomeToSpend: "Income over spend, a year", valuation.Credit: "Credit standing", valuation.Satisfaction: "Satisfaction",
}

// mostNames is how many motives or industries of a step are named; summary.json has them all.
const mostNames = 6

// rankedSteps writes which names have which score.
func rankedSteps(s valuation.Scale, ranks []valuation.Ranked) string {
	names := make([][]string, len(s.Scores))
	step := 0
	for i, one := range ranks {
		for step < len(s.Cuts) && s.Cuts[step].IntPart() <= int64(i+1) {
			step++
		}
		names[step] = append(names[step], one.Name)
	}
	var out []string
	for k, list := range names {
		text := strings.Join(list[:min(len(list), mostNames)], ", ")
		if more := len(list) - mostNames; more > 0 {
			text += " and " + grouped(more) + " more"
		}
		out = append(out, pointsText(s.Scores[k])+nbsp+"for "+text)
	}
	return strings.Join(out, "; ")
}

// numberSteps writes which numbers have which score.
func numberSteps(s valuation.Scale) string {
	if len(s.Cuts) == 0 {
		return pointsText(s.Scores[0]) + nbsp + "for any"
	}
	var out []string
	for k, score := range s.Scores {
		switch {
		case k == 0:
			out = append(out, pointsText(score)+nbsp+"below "+groupDigits(s.Cuts[0].String()))
		default:
			out = append(out, pointsText(score)+nbsp+"from "+groupDigits(s.Cuts[k-1].String()))
		}
	}
	return strings.Join(out, "; ")
}

func pointsText(s valuation.Score) string {
	return strings.TrimSuffix(s.Points().RoundBank(2).String(), ".0")
}
