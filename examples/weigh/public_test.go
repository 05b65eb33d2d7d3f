package main

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/publicdata"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %.9g, want %.9g", what, got, want)
	}
}

func nearAll(t *testing.T, what string, list []weighted, want []float64, tolerance float64) {
	t.Helper()
	if len(list) != len(want) {
		t.Fatalf("%s: %d weights, want %d", what, len(list), len(want))
	}
	for i, w := range list {
		near(t, what+" "+w.Name, w.Full, want[i], tolerance)
	}
}

// Half of the last digit printed.
const (
	threeDigits = .5e-3
	sixDigits   = .5e-6
	eightDigits = .5e-8
)

// Source: T. L. Saaty (2008), Int. J. Services Sciences 1(1), 83-98.
func TestPublishedDrinks(t *testing.T) {
	var published struct {
		Weights []float64 `json:"published_weights"`
		Ratio   float64   `json:"published_consistency_ratio"`
	}
	decode(t, "ahp/saaty_drinks.json", &published)
	r := asJSON(t, "-judgements", publicdata.Path(t, "ahp/saaty_drinks.json"), "-method", "eigenvector")
	m := r.Judgements.Matrices[0]
	nearAll(t, "weight of", m.Weights, published.Weights, threeDigits)
	near(t, "ratio", m.Consistency.Ratio, published.Ratio, threeDigits)
	near(t, "ratio", m.Consistency.Ratio, .022302, sixDigits)
}

// Source: Wikipedia, Analytic hierarchy process - leader example; AHPy prints the consistency ratios, with the revised
// random indices.
func TestPublishedLeader(t *testing.T) {
	r := asJSON(t, "-judgements", publicdata.Path(t, "ahp/wikipedia_leader.json"), "-method", "eigenvector", "-index", "saaty-revised")
	j := r.Judgements
	nearAll(t, "total of", j.Totals, []float64{.358, .493, .149}, threeDigits)
	nearAll(t, "total of", j.Totals, []float64{.35813677, .49278819, .14907504}, eightDigits)
	nearAll(t, "criterion", j.Matrices[0].Weights, []float64{.548, .127, .270, .056}, threeDigits)
	nearAll(t, "experience of", j.Matrices[1].Weights, []float64{.217, .717, .066}, threeDigits)
	for i, want := range []float64{.044, .035, .062} {
		near(t, "ratio of "+j.Matrices[i].Of, j.Matrices[i].Consistency.Ratio, want, threeDigits)
	}
}

// Source: README of the R package ahpsurvey. Its aggregate is not divided by its sum.
func TestPublishedRespondents(t *testing.T) {
	var published struct {
		Attributes []string           `json:"attributes"`
		Aggregate  map[string]float64 `json:"published_aggregate_priorities"`
		SD         map[string]float64 `json:"published_sd"`
		FirstSix   [][]float64        `json:"published_first_six_individual"`
		Over       int                `json:"respondents_with_cr_over_0.1"`
	}
	decode(t, "ahp/city200_published.json", &published)
	r := asJSON(t, "-judgements", publicdata.Path(t, "ahp/city200_judgements.csv"), "-method", "eigenvector", "-group", "geometric", "-index", "saaty-revised")
	g := r.Judgements.Group
	near(t, "sum", g.Sum, .986850, sixDigits)
	for i, name := range published.Attributes {
		near(t, name, r.Judgements.Matrices[0].Weights[i].Full*g.Sum, published.Aggregate[name], sixDigits)
		near(t, "spread of "+name, g.Spread[i], published.SD[name], sixDigits)
	}
	again := 0
	for i, o := range g.Opinions {
		if i < len(published.FirstSix) {
			for k, want := range published.FirstSix[i][:5] {
				near(t, "weight by "+o.Name, o.Weights[k], want, sixDigits)
			}
			near(t, "ratio of "+o.Name, o.Consistency.Ratio, published.FirstSix[i][5], sixDigits)
		}
		if len(o.AskAgain) > 0 {
			again++
		}
	}
	if g.Experts != 200 || g.Experts-g.Accepted != published.Over || again != published.Over {
		t.Errorf("%d experts, %d accepted, %d to ask again; want %d of 200", g.Experts, g.Accepted, again, published.Over)
	}
}

func TestRespondentsTogether(t *testing.T) {
	r := asJSON(t, "-judgements", publicdata.Path(t, "ahp/city200_judgements.csv"), "-method", "eigenvector", "-index", "simulated")
	m := r.Judgements.Matrices[0]
	nearAll(t, "weight of", m.Weights, []float64{.15515012, .45290835, .07349930, .27758906, .04085318}, eightDigits)
	near(t, "lambda", m.Consistency.Lambda, 5.20267791, eightDigits)
}

// The third judgement of the matrix of T. L. Saaty (2003) on houses is the one to ask again; its repair, and that of the
// steepest slope, are known.
func TestWorstJudgementOfTheHouse(t *testing.T) {
	file := written(t, "house.json", `{"names": ["size","transport","neighbourhood","age","yard","modern","condition","finance"], "matrix": [
		["1","5","3","7","6","6","1/3","1/4"], ["","1","1/3","5","3","3","1/5","1/7"], ["","","1","6","3","4","6","1/5"], ["","","","1","1/3","1/4","1/7","1/8"],
		["","","","","1","1/2","1/5","1/6"], ["","","","","","1","1/5","1/6"], ["","","","","","","1","1/2"], ["","","","","","","","1"]]}`)
	m := asJSON(t, "-judgements", file, "-method", "eigenvector").Judgements.Matrices[0]
	near(t, "ratio", m.Consistency.Ratio, .169087, sixDigits)
	worst := m.Furthest[0]
	if worst.Row != "neighbourhood" || worst.Column != "condition" {
		t.Errorf("the worst judgement is %s over %s", worst.Row, worst.Column)
	}
	near(t, "factor", worst.Factor, 5.32135693, eightDigits)
	near(t, "value", worst.Value, .45867181, eightDigits)
}

// Answers of 83 guests (R package RcmdrPlugin.EACSPIR): text columns beside the questions, a quoted field with commas.
func TestRealGuests(t *testing.T) {
	r := asJSON(t, "-answers", publicdata.Path(t, "survey/hotel_satisfaction_hoteles.csv"), "-items", "item*", "-scale", "0-10")
	if a := r.Survey; a.Guests != 83 || a.Missing != 9 || len(a.Questions) != 15 || a.Grid != nil || a.Used != fromNowhere {
		t.Errorf("%d guests, %d missing, %d questions, grid %v, weights by %s", a.Guests, a.Missing, len(a.Questions), a.Grid, a.Used)
	}
}

func decode(t *testing.T, name string, to any) {
	t.Helper()
	if err := json.Unmarshal(publicdata.Read(t, name), to); err != nil {
		t.Fatal(err)
	}
}
