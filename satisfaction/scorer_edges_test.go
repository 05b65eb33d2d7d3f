package satisfaction_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/shopspring/decimal"
)

func innScorer(t *testing.T, scoring satisfaction.Scoring) *satisfaction.Scorer {
	t.Helper()
	s, err := satisfaction.NewScorer(innTree(), nil, scoring)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The room weighs two thirds, quiet nights one.
func TestAnswerOffItsScaleCountsAsMissing(t *testing.T) {
	s := innScorer(t, satisfaction.Scoring{})
	blank, want := s.Score([]satisfaction.Answer{4, 0})
	for _, off := range []satisfaction.Answer{6, 99, 253} {
		if got, ok := s.Score([]satisfaction.Answer{4, off}); got != blank || ok != want || !ok {
			t.Errorf("%d for the noise: %+v %v, and blank: %+v", off, got, ok, blank)
		}
		if got, ok := s.Score([]satisfaction.Answer{off, off}); got != (satisfaction.Score{}) || ok {
			t.Errorf("%d for both: %+v %v", off, got, ok)
		}
	}
}

func TestAllAnswersCanBeAskedFor(t *testing.T) {
	s := innScorer(t, satisfaction.Scoring{MinAnswered: 1})
	if score, ok := s.Score([]satisfaction.Answer{4, 4}); !ok || score.Answered != 1 {
		t.Errorf("both answered: %+v %v", score, ok)
	}
	if score, ok := s.Score([]satisfaction.Answer{4, 0}); ok || score.Value != 0 {
		t.Errorf("one answered: %+v %v", score, ok)
	}
}

// However little is asked for, a questionnaire without answers has no score.
func TestNoAnswersAreNeverEnough(t *testing.T) {
	s := innScorer(t, satisfaction.Scoring{MinAnswered: 1e-12})
	rows := []satisfaction.Answer{0, 0, 4, 0}
	if score, ok := s.Score(rows[:2]); ok || score != (satisfaction.Score{}) {
		t.Errorf("alone: %+v %v", score, ok)
	}
	all, err := s.ScoreAll(rows, 1)
	if err != nil {
		t.Fatal(err)
	}
	if mean, n := all.Mean(); n != 1 || mean != 4 {
		t.Errorf("together: mean %v of %d", mean, n)
	}
	report, err := s.Report(rows, nil, 0.95, 1)
	if err != nil {
		t.Fatal(err)
	}
	if root, leaf := report.Nodes[0], report.Nodes[len(report.Nodes)-1]; root.Guests != 1 || root.Mean != 4 || leaf.Guests != 0 {
		t.Errorf("reported: %+v and %+v", root, leaf)
	}
}

// Seven parts of a third and seven of two thirds are half of fourteen, and less by their rounding.
func TestHalfOfTheWeightIsHalfWhateverTheRounding(t *testing.T) {
	tree := innTree()
	question := tree.Root.Children[0]
	tree.Root.Children = nil
	for _, house := range []string{"old", "new"} {
		node := satisfaction.Node{ID: house, Parts: 7}
		for _, part := range []string{" room", " bath", " bar"} {
			question.ID, question.Parts = house+part, 1
			node.Children = append(node.Children, question)
		}
		tree.Root.Children = append(tree.Root.Children, node)
	}
	s, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
	if err != nil {
		t.Fatal(err)
	}
	row := []satisfaction.Answer{4, 0, 0, 4, 4, 0}
	score, ok := s.Score(row)
	if score.Answered >= 0.5 {
		t.Error("nothing is rounded: the test shows nothing")
	}
	report, err := s.Report(row, nil, 0.95, 1)
	if !ok || err != nil || report.Nodes[0].Guests != 1 {
		t.Errorf("%+v %v, %v, %+v", score, ok, err, report)
	}
}

func TestRowOfAnotherLengthHasNoScore(t *testing.T) {
	s := innScorer(t, satisfaction.Scoring{})
	for _, row := range [][]satisfaction.Answer{nil, {4}, {4, 4, 4}} {
		if score, ok := s.Score(row); ok || score != (satisfaction.Score{}) {
			t.Errorf("%v: %+v", row, score)
		}
	}
}

// 0.3 + (0.9 - 0.3) is above 0.9 by its rounding.
func TestBestScoreIsTheTopOfTheScale(t *testing.T) {
	points := func(id, of string) satisfaction.Level {
		return satisfaction.Level{ID: id, Points: decimal.RequireFromString(of)}
	}
	low, high := 0.3, 0.9
	scale := satisfaction.Scale{
		ID: "smiles", Low: decimal.RequireFromString("0.3"), High: decimal.RequireFromString("0.9"),
		Levels: []satisfaction.Level{points("smile", "0.9"), points("so-so", "0.6"), points("frown", "0.3")},
	}
	if low+(high-low) == high {
		t.Error("nothing is rounded: the test shows nothing")
	}
	tree := satisfaction.Tree{
		Version: satisfaction.Version, ID: "smiles", Revision: 1, Scales: []satisfaction.Scale{scale},
		Root: satisfaction.Node{ID: "overall", Children: []satisfaction.Node{{ID: "room", Parts: 1}, {ID: "bar", Parts: 2}}},
	}
	s, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
	if err != nil {
		t.Fatal(err)
	}
	best, err := s.Form().Parse(0, "smile", nil)
	if err != nil {
		t.Fatal(err)
	}
	if score, ok := s.Score([]satisfaction.Answer{best, best}); !ok || score.Value != high {
		t.Errorf("%+v %v", score, ok)
	}
}

// More inner nodes than a row is scored on without allocation: a chain of hotels of many houses.
func TestLargeTreesAreScored(t *testing.T) {
	for _, houses := range []int{62, 63, 64, 70} {
		tree := innTree()
		question := tree.Root.Children[0]
		tree.Root.Children = nil
		row := make([]satisfaction.Answer, houses)
		for i := range houses {
			question.ID, question.Parts = fmt.Sprintf("room%d", i), 1
			tree.Root.Children = append(tree.Root.Children, satisfaction.Node{
				ID: fmt.Sprintf("house%d", i), Parts: 1, Children: []satisfaction.Node{question},
			})
			row[i] = satisfaction.Answer(1 + i%5)
		}
		s, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
		if err != nil {
			t.Fatal(err)
		}
		want, _ := slowScore(tree.Root, s.Form(), row, satisfaction.ByLevel)
		if score, ok := s.Score(row); !ok || score.Value < want-1e-12 || score.Value > want+1e-12 {
			t.Errorf("%d houses: %+v, want %v", houses, score, want)
		}
	}
}

// fine is a scale of which one step is a part of the way from end to end.
func fine(id string, parts int64) satisfaction.Scale {
	return satisfaction.Scale{
		ID: id, Low: decimal.Decimal{}, High: decimal.NewFromInt(parts),
		Levels: []satisfaction.Level{{ID: "one", Points: decimal.NewFromInt(1)}, {ID: "two", Points: decimal.NewFromInt(2)}},
	}
}

func TestScalesShareUnitsUpToALimit(t *testing.T) {
	for _, c := range []struct {
		first, second int64
		fits          bool
	}{
		{16384, 16384, true}, {16384, 128, true}, {128, 127, true}, {16385, 1, false}, {128, 129, false},
	} {
		tree := satisfaction.Tree{
			Version: satisfaction.Version, ID: "fine", Revision: 1, Scales: []satisfaction.Scale{fine("a", c.first), fine("b", c.second*2)},
			Root: satisfaction.Node{ID: "overall", Children: []satisfaction.Node{{ID: "room", Parts: 1}, {ID: "bar", Parts: 0, Scale: "b"}}},
		}
		tree.Scales[1].Levels[0].Points, tree.Scales[1].Levels[1].Points = decimal.NewFromInt(2), decimal.NewFromInt(4)
		s, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{Percent: true})
		if (err == nil) != c.fits {
			t.Errorf("%d and %d: %v", c.first, c.second, err)
		}
		if err == nil {
			if score, ok := s.Score([]satisfaction.Answer{2, 0}); !ok || score.Value != 200/float64(c.first) {
				t.Errorf("%d and %d: %+v %v", c.first, c.second, score, ok)
			}
		}
	}
}
