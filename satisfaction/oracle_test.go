package satisfaction_test

import (
	"bytes"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"pgregory.net/rapid"
)

// drawForm draws a form of one to twenty items on scales of two to thirteen levels, some reversed.
func drawForm(t *rapid.T) *satisfaction.Form {
	items := make([]satisfaction.Item, rapid.IntRange(1, 20).Draw(t, "items"))
	for i := range items {
		low := rapid.Int64Range(-3, 3).Draw(t, "low")
		scale, err := satisfaction.Direct(low, low+rapid.Int64Range(1, 12).Draw(t, "levels"))
		if rapid.IntRange(0, 9).Draw(t, "wide") == 0 {
			scale, err = satisfaction.Direct(0, 62)
		}
		if err != nil {
			t.Fatal(err)
		}
		scale.Reversed = rapid.Bool().Draw(t, "reversed")
		items[i] = satisfaction.Item{ID: string(rune('a' + i)), Scale: scale}
	}
	form, err := satisfaction.NewForm(items)
	if err != nil {
		t.Fatal(err)
	}
	return form
}

// drawRows draws rows of the form with all four reasons for no answer.
func drawRows(t *rapid.T, form *satisfaction.Form, most int) []satisfaction.Answer {
	n := rapid.IntRange(0, most).Draw(t, "rows")
	seed := rapid.Uint64().Draw(t, "seed")
	rows := make([]satisfaction.Answer, 0, n*form.Len())
	for range n {
		for i := range form.Len() {
			seed = seed*6364136223846793005 + 1442695040888963407
			random := seed >> 33
			a := satisfaction.Answer(1 + int(random/8)%len(form.Item(i).Scale.Levels))
			if random%8 == 0 {
				a = satisfaction.Answer(random/8%4) << 6
			}
			rows = append(rows, a)
		}
	}
	return rows
}

// plain is the summary of rows added one at a time, by loops over two items.
func plain(t *rapid.T, form *satisfaction.Form, rows []satisfaction.Answer) *satisfaction.Summary {
	s := satisfaction.NewSummary(form)
	for r := range len(rows) / form.Len() {
		if err := s.Add(rows[r*form.Len() : (r+1)*form.Len()]); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func encoded(t rapid.TB, s *satisfaction.Summary) []byte {
	data, err := s.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestBatchesAreRowsOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := drawForm(t)
		rows := drawRows(t, form, 700)
		want := encoded(t, plain(t, form, rows))
		fast := satisfaction.NewSummary(form)
		if err := fast.AddRows(rows, 1); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(encoded(t, fast), want) {
			t.Error("a batch gives another summary than its rows")
		}
	})
}

// The accessors against sums over the rows themselves.
func TestSummaryHoldsTheSumsOfTwoItems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := drawForm(t)
		rows := drawRows(t, form, 40)
		s := plain(t, form, rows)
		i, j := rapid.IntRange(0, form.Len()-1).Draw(t, "i"), rapid.IntRange(0, form.Len()-1).Draw(t, "j")
		var both, sum, squares, cross int64
		for r := range len(rows) / form.Len() {
			a, b := rows[r*form.Len()+i], rows[r*form.Len()+j]
			if a.Given() && b.Given() {
				both, sum, squares, cross = both+1, sum+int64(a), squares+int64(a)*int64(a), cross+int64(a)*int64(b)
			}
		}
		if s.AnsweredBoth(i, j) != both || s.Sum(i, j) != sum || s.Squares(i, j) != squares || s.Cross(i, j) != cross {
			t.Errorf("items %d and %d: %d %d %d %d, want %d %d %d %d", i, j,
				s.AnsweredBoth(i, j), s.Sum(i, j), s.Squares(i, j), s.Cross(i, j), both, sum, squares, cross)
		}
	})
}

// slowScore is S = Σ X·P by recursion over the tree, in points of scales that end alike.
func slowScore(n satisfaction.Node, form *satisfaction.Form, row []satisfaction.Answer, rule satisfaction.MissingRule) (value, answered float64) {
	if i, ok := form.Index(n.ID); ok {
		points, given := form.Points(i, row[i])
		if !given {
			return 0, 0
		}
		return points, 1
	}
	var sum, weight, total float64
	for _, child := range n.Children {
		v, share := slowScore(child, form, row, rule)
		w := float64(child.Parts)
		total += w
		answered += w * share
		if rule == satisfaction.Flat {
			w *= share
		}
		if share > 0 {
			sum, weight = sum+w*v, weight+w
		}
	}
	if answered == 0 {
		return 0, 0
	}
	return sum / weight, answered / total
}

func TestScorerIsTheFormulaAtEveryNode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tree := drawTree(t)
		rule := rapid.SampledFrom([]satisfaction.MissingRule{satisfaction.ByLevel, satisfaction.Flat}).Draw(t, "rule")
		scorer, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{Missing: rule, MinAnswered: math.SmallestNonzeroFloat64})
		if err != nil {
			t.Fatal(err)
		}
		row := drawRow(t, scorer.Form())
		got, ok := scorer.Score(row)
		want, answered := slowScore(tree.Root, scorer.Form(), row, rule)
		if ok != (answered > 0) || math.Abs(got.Value-want) > 1e-12*10 || math.Abs(got.Answered-answered) > 1e-12 {
			t.Errorf("got %v %v, want %v of %v", got, ok, want, answered)
		}
		if low, high := scorer.Ends(); ok && (got.Value < low || got.Value > high) {
			t.Errorf("score %v outside %v to %v", got.Value, low, high)
		}
	})
}

func drawRow(t *rapid.T, form *satisfaction.Form) []satisfaction.Answer {
	row := make([]satisfaction.Answer, form.Len())
	for i := range row {
		row[i] = satisfaction.Answer(rapid.IntRange(0, len(form.Item(i).Scale.Levels)).Draw(t, "answer"))
	}
	return row
}

// drawTree draws a tree of one to four levels with any parts, questions and inner nodes mixed.
func drawTree(t *rapid.T) satisfaction.Tree {
	ladder, err := satisfaction.Ladder(10, 8, 6, 4, 2)
	if err != nil {
		t.Fatal(err)
	}
	next := 0
	var node func(depth int) satisfaction.Node
	node = func(depth int) satisfaction.Node {
		next++
		n := satisfaction.Node{ID: string(rune(0x4e00 + next)), Parts: rapid.Int64Range(1, 1_000_000).Draw(t, "parts")}
		children := rapid.IntRange(0, 4).Draw(t, "children")
		if depth == 0 {
			children = max(1, children)
		}
		for range children {
			if depth < 3 {
				n.Children = append(n.Children, node(depth+1))
			}
		}
		return n
	}
	tree := satisfaction.Tree{Version: satisfaction.Version, ID: "drawn", Scales: []satisfaction.Scale{ladder}}
	tree.Root = node(0)
	return tree
}
