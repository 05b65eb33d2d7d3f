package weight_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// wrong expects a refusal that names a pair and wraps what is wrong with it.
func wrong(t *testing.T, err error, row, column string, want error) {
	t.Helper()
	pair, ok := errors.AsType[*weight.PairError](err)
	if !ok || !errors.Is(err, want) {
		t.Fatalf("%v, want %v", err, want)
	}
	if pair.Row != row || pair.Column != column {
		t.Errorf("%v names %q and %q, want %q and %q", err, pair.Row, pair.Column, row, column)
	}
	if strings.Contains(pair.Error(), "\n") || !strings.Contains(pair.Error(), row) || !strings.Contains(pair.Error(), column) {
		t.Errorf("error %q", err)
	}
}

// refuses expects a parameter error that names the parameter.
func refuses(t *testing.T, err error, param string) {
	t.Helper()
	p, ok := errors.AsType[*hotelcrm.ParamError](err)
	if !ok {
		t.Fatalf("%v, want a parameter error about %s", err, param)
	}
	if !strings.Contains(p.Param, param) || p.Allowed == "" {
		t.Errorf("%v, want a parameter error about %s", err, param)
	}
}

func TestWrongJudgementsAreRefusedWithTheirPair(t *testing.T) {
	tests := []struct {
		name, document string
		row, column    string
		want           error
	}{
		{"not reciprocal", `{"names":["room","food"],"matrix":[["1","3"],["0.333","1"]]}`, "food", "room", weight.ErrNotReciprocal},
		{"not reciprocal, numbers", `{"names":["room","food"],"matrix":[[1,3],[3,1]]}`, "food", "room", weight.ErrNotReciprocal},
		{"contradiction", `{"names":["room","food"],"judgements":[{"row":"room","column":"food","ratio":"3"},{"row":"food","column":"room","ratio":"3"}]}`, "food", "room", weight.ErrContradiction},
		{"list against matrix", `{"names":["room","food"],"matrix":[[1,3],["1/3",1]],"judgements":[{"row":"room","column":"food","ratio":4}]}`, "room", "food", weight.ErrContradiction},
		{"zero", `{"names":["room","food"],"matrix":[["1","0"],["","1"]]}`, "room", "food", weight.ErrNotPositive},
		{"negative", `{"names":["room","food"],"matrix":[[1,-3],[null,1]]}`, "room", "food", weight.ErrNotPositive},
		{"negative in the list", `{"names":["room","food"],"judgements":[{"row":"room","column":"food","ratio":-2}]}`, "room", "food", weight.ErrNotPositive},
		{"no number", `{"names":["room","food"],"matrix":[["1","NaN"],["","1"]]}`, "room", "food", weight.ErrNotPositive},
		{"infinite", `{"names":["room","food"],"matrix":[["1","Inf"],["","1"]]}`, "room", "food", weight.ErrNotPositive},
		{"an object", `{"names":["room","food"],"matrix":[["1",{}],["","1"]]}`, "room", "food", weight.ErrNotPositive},
		{"power of ten", `{"names":["room","food"],"matrix":[[1,1e3],[null,1]]}`, "room", "food", weight.ErrNotPositive},
		{"beyond the limit", `{"names":["room","food"],"matrix":[[1,10],[null,1]]}`, "room", "food", weight.ErrBeyondLimit},
		{"below its reciprocal", `{"names":["room","food"],"matrix":[[1,0.1],[null,1]]}`, "room", "food", weight.ErrBeyondLimit},
		{"diagonal", `{"names":["room","food"],"matrix":[[1,3],["1/3",2]]}`, "food", "food", weight.ErrItself},
		{"unlinked", `{"names":["room","food","staff","price"],"matrix":[[1,3,null,null],["",1,"",""],["","",1,5],["","","",1]]}`, "room", "staff", weight.ErrUnlinked},
		{"unlinked list", `{"names":["room","food","staff"],"judgements":[{"row":"room","column":"food","ratio":3}]}`, "room", "staff", weight.ErrUnlinked},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := weight.ReadJudgements([]byte(test.document))
			wrong(t, err, test.row, test.column, test.want)
		})
	}
}

func TestAllWrongPairsAreNamedUpToTheLimit(t *testing.T) {
	names := letters(6)
	matrix := make([][]weight.Ratio, 6)
	for i := range matrix {
		for range matrix {
			matrix[i] = append(matrix[i], weight.Ratio{Num: 2, Den: 1})
		}
	}
	_, ofMatrix := weight.JudgementsOfMatrix(names, matrix, 0)
	_, ofTriangle := weight.JudgementsOf(letters(8), slices.Repeat([]weight.Ratio{{Num: -1, Den: 1}}, 28), 0)
	for _, err := range []error{ofMatrix, ofTriangle} {
		if lines := strings.Count(err.Error(), "\n") + 1; lines != hotelcrm.MaxRowErrors {
			t.Errorf("%d errors:\n%v", lines, err)
		}
	}
}

func TestThingsThatNothingLinksAreRefused(t *testing.T) {
	one := weight.Ratio{Num: 1, Den: 1}
	_, ofMatrix := weight.JudgementsOfMatrix(letters(2), [][]weight.Ratio{{one, {}}, {{}, one}}, 0)
	_, ofTriangle := weight.JudgementsOf(letters(2), ratios("x"), 0)
	for _, err := range []error{ofMatrix, ofTriangle} {
		wrong(t, err, "a0", "b1", weight.ErrUnlinked)
	}
}

func TestTheLimitIsTheCallers(t *testing.T) {
	ten := weight.Ratio{Num: 10, Den: 1}
	for limit, want := range map[int64]error{0: weight.ErrBeyondLimit, 10: nil} {
		_, ofTriangle := weight.JudgementsOf(letters(2), []weight.Ratio{ten}, limit)
		_, ofMatrix := weight.JudgementsOfMatrix(letters(2), [][]weight.Ratio{{{}, ten}, {{}, {}}}, limit)
		if !errors.Is(ofTriangle, want) || !errors.Is(ofMatrix, want) {
			t.Errorf("limit %d: %v and %v, want %v", limit, ofTriangle, ofMatrix, want)
		}
	}
}

func TestDocumentsThatAreNoneAreRefused(t *testing.T) {
	for document, param := range map[string]string{
		`{}`:                                                       "names",
		`{"names":["a","a"],"matrix":[]}`:                          "names",
		`{"names":["a",""],"matrix":[]}`:                           "names",
		`{"names":["a","b"]}`:                                      "matrix",
		`{"names":["a","b"],"matrix":[[1,2]]}`:                     "matrix",
		`{"names":["a","b"],"matrix":[[1,2],[1]]}`:                 "matrix[1]",
		`{"names":["a","b"],"matrix":[[1,2,0],["1/2",1]]}`:         "matrix[0]",
		`{"names":["a","b"],"limit":1,"matrix":[[1,2],["1/2",1]]}`: "limit",

		`{"names":["a","b"],"judgements":[{"row":"a","column":"c","ratio":2}]}`: "judgements",
	} {
		_, err := weight.ReadJudgements([]byte(document))
		refuses(t, err, param)
	}
	for _, document := range []string{``, `[]`, `{"names":"a"}`, `{"names":["a","b"],"matrix":3}`} {
		if _, err := weight.ReadJudgements([]byte(document)); err == nil {
			t.Errorf("%s is read", document)
		}
	}
}

func TestDecisionsThatAreNoneAreRefused(t *testing.T) {
	const head = `{"criteria":["price","room"],"alternatives":["x","y"],"criteria_matrix":[[1,2],["1/2",1]],"alternative_matrices":`
	for _, tail := range []string{
		`{}}`, `{"price":[[1,2],["1/2",1]]}}`, `[]}`, `null}`, `{"price":[[1,2],["1/2",1]],"food":[[1,2],["1/2",1]]}}`,
		`{"price":[[1,2],["1/2",1]],"room":[[1,2],["1/2",1]],"room":[[1,5],["1/5",1]]}}`, `{"price":3,"room":3}}`,
	} {
		if _, err := weight.ReadDecision([]byte(head + tail)); err == nil {
			t.Errorf("%s is read", tail)
		}
	}
	_, err := weight.ReadDecision([]byte(head + `{"price":[[1,2],["1/2",1]],"room":[[1,5],["1/3",1]]}}`))
	wrong(t, err, "y", "x", weight.ErrNotReciprocal)
	if !strings.HasPrefix(err.Error(), "room: ") {
		t.Errorf("%v does not name the criterion", err)
	}
	_, err = weight.Decision{}.Weigh(0, 0)
	refuses(t, err, "Alternatives")
}

func TestWrongSurveysAreRefusedWithRowAndColumn(t *testing.T) {
	read := func(text string) error {
		_, err := weight.Survey{MaxErrors: 3}.ReadSurvey(strings.NewReader(text))
		return err
	}
	for _, header := range []string{"room", "room_food_staff", "room_", "_food", "room_room", "room_food,food_room", "room_food,room_food"} {
		refuses(t, read(header+"\n"), "column")
	}
	if err := read(""); err == nil {
		t.Error("an empty file is read")
	}
	err := read("room_food,room_staff,food_staff\n2,3,4\n0,1,1\n-1,1/3,x\n10,1,1\n1,1,1\n,,3\n")
	for _, part := range []string{"row 2: room, food \"0\"", "row 3: room, staff \"1/3\"", "row 4: room, food \"10\""} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%v\ndoes not say %s", err, part)
		}
	}
	if strings.Contains(err.Error(), "row 6") {
		t.Errorf("%v\nhas more than 3 errors", err)
	}
	wrong(t, read("room_food,room_staff,food_staff\n,,3\n"), "room", "food", weight.ErrUnlinked)
	row, ok := errors.AsType[*hotelcrm.RowError](read("room_food\n0.5\n"))
	if !ok || row.Row != 1 || !errors.Is(row, weight.ErrBeyondLimit) {
		t.Errorf("%v", row)
	}
}

func TestWeighingRefuses(t *testing.T) {
	gap := triangle(t, "3,x | 5")
	_, err := gap.Weigh(weight.Eigenvector, 0)
	wrong(t, err, "a0", "c2", weight.ErrMissing)
	_, err = gap.Repairs(0)
	wrong(t, err, "a0", "c2", weight.ErrMissing)
	_, err = gap.Weigh(9, 0)
	refuses(t, err, "method")
	_, err = gap.Weigh(0, 9)
	refuses(t, err, "index")
	_, err = new(weight.Judgements).Weigh(0, 0)
	refuses(t, err, "names")
	empty, err := weight.NewJudgements(letters(2), 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = empty.Weigh(0, 0)
	wrong(t, err, "a0", "b1", weight.ErrUnlinked)
	refuses(t, empty.Set(0, 2, weight.Ratio{Num: 1, Den: 1}), "row, column")
	wrong(t, empty.Set(0, 1, weight.Ratio{Num: -1, Den: 1}), "a0", "b1", weight.ErrNotPositive)
	_, err = weight.JudgementsOf(letters(3), ratios("2"), 0)
	refuses(t, err, "upper")
}

func TestGroupsRefuse(t *testing.T) {
	one, other := triangle(t, "2"), triangle(t, "2,2 | 2")
	for _, experts := range [][]weight.Expert{nil, {{}}, {{Judgements: one}, {Judgements: other}}} {
		_, err := weight.AggregateJudgements(experts, 0, 0)
		refuses(t, err, "experts")
	}
	_, err := weight.AggregateJudgements([]weight.Expert{{Judgements: one, Share: -1}}, 0, 0)
	refuses(t, err, "Share")
	_, err = weight.AggregatePriorities([]weight.Expert{{Judgements: one}}, 0, 0, 9)
	refuses(t, err, "mean")
	_, err = weight.AggregatePriorities([]weight.Expert{{Name: "Ann", Judgements: triangle(t, "3,x | 5")}}, weight.Eigenvector, 0, 0)
	wrong(t, err, "a0", "c2", weight.ErrMissing)
	if !strings.Contains(err.Error(), `"Ann"`) {
		t.Errorf("%v does not name the expert", err)
	}
}

func TestRatingsRefuse(t *testing.T) {
	for _, ratings := range [][][]float64{
		nil, {{1, 2}}, {{1}, {2}}, {{1, 2}, {1}}, {{1, 2}, {1, math.NaN()}}, {{1, 2}, {1, -1}}, {{1, 2}, {1, math.Inf(1)}},
	} {
		_, err := weight.AssessDelphi(ratings, 4)
		refuses(t, err, "ratings")
	}
	_, err := weight.AssessDelphi(managers(), math.NaN())
	refuses(t, err, "agreeFrom")
	r := round(t, managers(), 4)
	for _, rule := range []weight.StopRule{{}, {MaxRange: -1}, {MinW: 2}, {MaxP: math.NaN()}} {
		_, err := r.Stop(nil, rule)
		refuses(t, err, "StopRule")
	}
	_, err = r.Stop(round(t, [][]float64{{1, 2}, {1, 2}}, 4), weight.StopRule{MaxShift: 1})
	refuses(t, err, "previous")
	_, err = r.Feedback(7)
	refuses(t, err, "judge")
}

func TestListsOfWeightsRefuse(t *testing.T) {
	for _, weights := range [][]float64{nil, {}, {0, 0}, {1, -1}, {math.NaN()}, {math.Inf(1)}} {
		_, err := weight.Parts(weights, 4)
		refuses(t, err, "weights")
		_, err = weight.Blend([]weight.Source{{Weights: weights}}, 0)
		refuses(t, err, "sources[0]")
	}
	_, err := weight.Parts([]float64{1}, 19)
	refuses(t, err, "places")
	_, err = weight.Blend(nil, 0)
	refuses(t, err, "sources")
	_, err = weight.Blend([]weight.Source{{Weights: []float64{1}}, {Weights: []float64{1, 2}}}, 0)
	refuses(t, err, "sources[1]")
	_, err = weight.Blend([]weight.Source{{Weights: []float64{1}, Share: -1}}, 0)
	refuses(t, err, "Share")
	_, err = weight.Blend([]weight.Source{{Weights: []float64{1}}}, 7)
	refuses(t, err, "mean")
	_, err = weight.Blend([]weight.Source{{Weights: []float64{1, 0}}, {Weights: []float64{0, 1}}}, weight.Geometric)
	refuses(t, err, "blend")
	_, err = weight.WeighRanks(nil, 0)
	refuses(t, err, "ranks")
	_, err = weight.WeighRanks([]int{1}, 9)
	refuses(t, err, "method")
}

func TestBestWorstRefuses(t *testing.T) {
	change := func(f func(*weight.BestWorst)) error {
		b := car()
		f(&b)
		_, err := b.Weigh()
		return err
	}
	refuses(t, change(func(b *weight.BestWorst) { b.Worst = 1 }), "Best, Worst")
	refuses(t, change(func(b *weight.BestWorst) { b.Best = -1 }), "Best, Worst")
	refuses(t, change(func(b *weight.BestWorst) { b.Over = b.Over[1:] }), "Over, Under")
	refuses(t, change(func(b *weight.BestWorst) { b.Names = b.Names[:1] }), "Names")
	refuses(t, change(func(b *weight.BestWorst) { b.Names = nil }), "names")
	wrong(t, change(func(b *weight.BestWorst) { b.Over[1] = weight.Ratio{Num: 2, Den: 1} }), "price", "price", weight.ErrItself)
	wrong(t, change(func(b *weight.BestWorst) { b.Over[2] = weight.Ratio{} }), "price", "comfort", weight.ErrNotPositive)
	wrong(t, change(func(b *weight.BestWorst) { b.Under[2] = weight.Ratio{Num: 1, Den: 2} }), "comfort", "style", weight.ErrBeyondLimit)
	wrong(t, change(func(b *weight.BestWorst) { b.Under[1] = weight.Ratio{Num: 7, Den: 1} }), "price", "style", weight.ErrContradiction)
}

func TestFuzzyJudgementsRefuse(t *testing.T) {
	r := func(n int64) weight.Ratio { return weight.Ratio{Num: n, Den: 1} }
	for _, test := range []struct {
		triangle weight.Triangle
		want     error
	}{
		{weight.Triangle{r(1), r(2), weight.Ratio{}}, weight.ErrNotPositive},
		{weight.Triangle{r(1), r(2), r(10)}, weight.ErrBeyondLimit},
		{weight.Triangle{r(3), r(2), r(4)}, weight.ErrContradiction},
		{weight.Triangle{r(1), r(5), r(4)}, weight.ErrContradiction},
	} {
		_, err := weight.NewFuzzyJudgements(letters(2), []weight.Triangle{test.triangle})
		wrong(t, err, "a0", "b1", test.want)
	}
	_, err := weight.NewFuzzyJudgements(letters(2), nil)
	refuses(t, err, "upper")
	_, err = weight.NewFuzzyJudgements(nil, nil)
	refuses(t, err, "names")
}
