package satisfaction_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/shopspring/decimal"
	"gonum.org/v1/gonum/mat"
)

// refused is an error of the second result of f.
func refused[T any](_ T, err error) error { return err }

func TestWrongParametersAreNamed(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	s := innSummary()
	scorer := scorerOf(t, satisfaction.Scoring{})
	for param, err := range map[string]error{
		"points[1]":               refused(satisfaction.Ladder(1, 2)),
		"Scale.Levels":            refused(satisfaction.Ladder(1)),
		"high":                    refused(satisfaction.Direct(5, 5)),
		"share":                   refused(satisfaction.WilsonWeighted(nan, 10, 0.95)),
		"n":                       refused(satisfaction.WilsonWeighted(0.5, inf, 0.95)),
		"level":                   refused(satisfaction.WilsonWeighted(0.5, 10, 1)),
		"sd":                      refused(satisfaction.MeanInterval(1, -1, 10, 0.95)),
		"mean":                    refused(satisfaction.MeanInterval(nan, 1, 10, 0.95)),
		"Scoring.MinAnswered":     refused(satisfaction.NewScorer(thesisTree(t), nil, satisfaction.Scoring{MinAnswered: nan})),
		"Scoring.Missing":         refused(satisfaction.NewScorer(thesisTree(t), nil, satisfaction.Scoring{Missing: 9})),
		"form":                    refused(satisfaction.NewScorer(thesisTree(t), innForm(), satisfaction.Scoring{})),
		"weights":                 refused(scorer.Report(nil, []float64{1}, 0.95, 1)),
		"weights[0]":              refused(satisfaction.Combine([]*satisfaction.Summary{s}, []float64{inf})),
		"levels":                  refused(s.TopBox(0, 5, 0.95)),
		"i":                       refused(s.TopBox(9, 1, 0.95)),
		"scale of noise":          refused(s.CES(1, 0.95)),
		"scale of room":           refused(s.NPS(0)),
		"NPS.Promoters":           satisfaction.NPS{Promoters: -1, Passives: 9}.Validate(),
		"counts":                  refused(satisfaction.Rake([]int64{0}, nil, satisfaction.RakeRule{})),
		"cell.Shares[1]":          refused(satisfaction.PostStratify([]int64{5, 0}, []float64{1, 1})),
		"a.Groups[0]":             refused(satisfaction.Rake([]int64{5}, []satisfaction.Margin{{Name: "a", Groups: []int{3}, Shares: []float64{1}}}, satisfaction.RakeRule{})),
		"strength":                refused(satisfaction.Shrink([]satisfaction.Group{{N: 1}}, nan)),
		"groups[0].Mean":          refused(satisfaction.Shrink([]satisfaction.Group{{N: 1, Mean: nan}}, 1)),
		"groups":                  refused(satisfaction.Strength([]satisfaction.Group{{N: 9}, {N: 9}, {N: 9}})),
		"covariance(1, 1)":        refused(satisfaction.CronbachAlpha(mat.NewSymDense(2, []float64{1, 0, 0, 0}), 9, 0.95)),
		"covariance":              refused(satisfaction.McDonaldOmega(mat.NewSymDense(3, []float64{1, 1, -1, 1, 1, 1, -1, 1, 1}), 9)),
		"StraightLine.Run":        refused(innForm().StraightLines(nil, satisfaction.StraightLine{Run: 1})),
		"node":                    refused(thesisTree(t).Reweigh("nobody", nil)),
		"indicators":              refused(satisfaction.Diagnose(nil, satisfaction.Cuts{}, satisfaction.Labels{})),
		"Cuts.Policy":             refused(satisfaction.Diagnose(make([]satisfaction.Indicator, 1), satisfaction.Cuts{Policy: 9}, satisfaction.Labels{})),
		"dimensions":              refused(satisfaction.SERVQUAL(nil)),
		"KanoCounts.MustBe":       refused(satisfaction.KanoCounts{MustBe: nan}.Result()),
		"KanoCounts.Reverse":      refused(satisfaction.KanoCounts{MustBe: 1, Reverse: -1}.Result()),
		"KanoCounts.N":            refused(satisfaction.KanoCounts{MustBe: 1, N: -1}.Result()),
		"KanoCounts.EffectiveN":   refused(satisfaction.KanoCounts{MustBe: 1, EffectiveN: nan}.Result()),
		"KanoCounts":              refused(satisfaction.KanoCounts{Reverse: 1}.Result()),
		"means, names":            refused(satisfaction.FitDrivers(mat.NewSymDense(2, []float64{1, 0, 0, 1}), nil, 9, nil)),
		"after.Levels":            refused(satisfaction.Distribution(satisfaction.FrequenciesOf([]int64{1}), satisfaction.FrequenciesOf(nil))),
		"in":                      refused(satisfaction.PChart(nil, []int64{1})),
		"in[0]":                   refused(satisfaction.PChart([]int64{2}, []int64{1})),
		"second.N":                refused(satisfaction.Welch(satisfaction.Group{N: 2}, satisfaction.Group{N: 1}, 0.95)),
		"before.Report":           refused(satisfaction.Compare(satisfaction.Round{Tree: thesisTree(t)}, satisfaction.Round{}, 0.95)),
		"outcome, drivers, boxes": refused(innForm().PenaltyReward(nil, nil, 0, []int{0}, 1)),
	} {
		got, ok := errors.AsType[*hotelcrm.ParamError](err)
		if !ok || got.Param != param {
			t.Errorf("%s: got %v", param, err)
		}
	}
}

func TestMarginsThatCannotMeetAreRefused(t *testing.T) {
	_, err := satisfaction.Rake([]int64{5, 5}, []satisfaction.Margin{
		{Name: "a", Groups: []int{0, 1}, Shares: []float64{1, 1}},
		{Name: "b", Groups: []int{0, 1}, Shares: []float64{1, 3}},
	}, satisfaction.RakeRule{})
	got, ok := errors.AsType[*satisfaction.RakeError](err)
	if !ok || got.Steps != 1000 || got.Rule != (satisfaction.RakeRule{Tolerance: 1e-13, MaxSteps: 1000}) || got.Gap != .25 {
		t.Errorf("got %v", err)
	}
}

func TestWrongTreesAreRefused(t *testing.T) {
	for name, change := range map[string]func(*satisfaction.Tree){
		"Tree.Version":                      func(t *satisfaction.Tree) { t.Version = 2 },
		"Tree.Root.Children":                func(t *satisfaction.Tree) { t.Root.Children = nil },
		"Node.ID":                           func(t *satisfaction.Tree) { t.Root.Children[1].ID = "environment" },
		"Node overall.Children[0].Parts":    func(t *satisfaction.Tree) { t.Root.Children[0].Parts = -1 },
		"Node overall.Of":                   func(t *satisfaction.Tree) { t.Root.Of = 99 },
		"Node spend.Children":               func(t *satisfaction.Tree) { t.Root.Children[4].Children = []satisfaction.Node{{ID: "x"}} },
		"Node location.Scale":               func(t *satisfaction.Tree) { t.Root.Children[0].Children[0].Scale = "stars" },
		"Tree.Scales":                       func(t *satisfaction.Tree) { t.Scales = append(t.Scales, t.Scales[0]) },
		"Scale.Levels[0].Points":            func(t *satisfaction.Tree) { t.Scales[0].Levels[0].Points = decimal.NewFromInt(11) },
		"Scale.Low, High":                   func(t *satisfaction.Tree) { t.Scales[0].High = decimal.New(1, 20) },
		"Node overall.Children[0].Parts, 2": func(t *satisfaction.Tree) { t.Root.Children[0].Parts = 1 << 62 },
	} {
		tree := thesisTree(t)
		change(&tree)
		got, ok := errors.AsType[*hotelcrm.ParamError](tree.Validate())
		if want, _, _ := strings.Cut(name, ", 2"); !ok || got.Param != want {
			t.Errorf("%s: got %v", name, tree.Validate())
		}
	}
}

func TestScalesThatEndDifferentlyNeedPercent(t *testing.T) {
	stars, _ := satisfaction.Direct(1, 5)
	ten, _ := satisfaction.Direct(0, 10)
	stars.ID, ten.ID = "stars", "ten"
	tree := satisfaction.Tree{
		Version: satisfaction.Version, Scales: []satisfaction.Scale{stars, ten},
		Root: satisfaction.Node{ID: "all", Children: []satisfaction.Node{{ID: "a", Parts: 1}, {ID: "b", Parts: 1, Scale: "ten"}}},
	}
	_, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
	refusetest.Param(t, err, "Scoring.Percent")
	scorer, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{Percent: true})
	if err != nil {
		t.Fatal(err)
	}
	score, _ := scorer.Score([]satisfaction.Answer{4, 6}) // 4 stars are 75, a 5 of 0 to 10 is 50
	check(t, "percent", score.Value, 62.5, 1e-12)
}

func TestTooFewAnswersGiveNoScore(t *testing.T) {
	scorer := scorerOf(t, satisfaction.Scoring{MinAnswered: 0.15})
	row := make([]satisfaction.Answer, 24)
	row[0], row[1] = 5, 5
	if score, ok := scorer.Score(row); ok || score.Value != 0 || math.Abs(score.Answered-0.1) > 1e-12 {
		t.Errorf("two of three questions of the environment: %+v %v", score, ok)
	}
	row[2] = 5 // now the factor's whole 0.15
	if score, ok := scorer.Score(row); !ok || score.Value != 10 {
		t.Errorf("three of them: %+v %v", score, ok)
	}
	if _, ok := scorer.Score(row[1:]); ok {
		t.Error("a short row has a score")
	}
}

func TestWrongRowsOfABatchAreLeftOut(t *testing.T) {
	rows := append([]satisfaction.Answer(nil), generated().blanks...)
	rows[24*100+3], rows[24*200+5] = 6, 65
	s := satisfaction.NewSummary(thesisForm(t))
	err := s.AddRows(rows, 2)
	if s.Rows() != 498 || !errors.Is(err, satisfaction.ErrAnswer) {
		t.Fatalf("%d rows, %v", s.Rows(), err)
	}
	if want := "row 101: room_facilities \"6\""; !strings.Contains(err.Error(), want) {
		t.Errorf("%v does not hold %s", err, want)
	}
	many := repeated()
	many[24*20_000] = 6
	if err := s.AddRows(many, 2); err == nil || !strings.Contains(err.Error(), "row 20001: location") {
		t.Errorf("the second worker's row: %v", err)
	}
	if err := s.AddRows(rows[:25], 1); !errors.Is(err, satisfaction.ErrRow) {
		t.Errorf("got %v", err)
	}
	if err := s.Merge(innSummary()); !errors.Is(err, satisfaction.ErrMismatch) {
		t.Errorf("got %v", err)
	}
	var zero satisfaction.Summary
	if zero.Add(nil) == nil || zero.AddRows(nil, 1) == nil || zero.Merge(s) == nil {
		t.Error("the zero Summary takes rows")
	}
}

func TestTreesComeBackFromJSON(t *testing.T) {
	tree := thesisTree(t)
	data, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	var back satisfaction.Tree
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(tree, back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	changes, err := tree.Diff(back)
	if err != nil || len(changes) > 0 {
		t.Errorf("%v %v", changes, err)
	}
}

func TestDiffNamesEveryKindOfChange(t *testing.T) {
	older, newer := thesisTree(t), thesisTree(t)
	root := newer.Root.Children
	moved := root[3].Children[0]
	moved.Label = "hotline"
	root[3].Children = root[3].Children[1:]
	root[2].Children = append(root[2].Children, moved)
	root[4].Children = root[4].Children[:1]
	ten, _ := satisfaction.Direct(1, 10)
	newer.Scales = append(newer.Scales, ten)
	root[0].Children[0].Scale = "direct"
	changes, err := older.Diff(newer)
	if err != nil {
		t.Fatal(err)
	}
	have := map[satisfaction.Change]bool{}
	for _, c := range changes {
		have[c] = true
	}
	for _, want := range []satisfaction.Change{
		{ID: "hotline_staff", Kind: satisfaction.Moved, From: "staff", To: "service"},
		{ID: "hotline_staff", Kind: satisfaction.Reweighted, From: "3/50", To: "1/30"},
		{ID: "spend_vs_service_received", Kind: satisfaction.Removed, From: "spend"},
		{ID: "location", Kind: satisfaction.Rescaled, From: "ladder", To: "direct"},
	} {
		if !have[want] {
			t.Errorf("%+v is not among %+v", want, changes)
		}
	}
}
