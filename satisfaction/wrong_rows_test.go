package satisfaction_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// Codes that are no level are refused with row, item, code and what is allowed, whatever the workers; nothing is scored.
func TestScoringRefusesCodesOffTheScale(t *testing.T) {
	tree := thesisTree(t)
	ten, err := satisfaction.Direct(0, 10)
	must(t, err)
	form, err := tree.Form(satisfaction.Item{ID: "recommend", Scale: ten})
	must(t, err)
	scorer, err := satisfaction.NewScorer(tree, form, satisfaction.Scoring{})
	must(t, err)
	good := append(slices.Repeat([]satisfaction.Answer{4}, 24), 11)
	for _, test := range []struct {
		item int
		code satisfaction.Answer
		want string
	}{
		{0, 6, `row 9002: location "6": satisfaction: not an answer on the scale: ladder, codes 1 to 5, and 0, 64, 128 or 192 for none`},
		{23, 63, `row 9002: spend_vs_service_received "63": `},
		{5, satisfaction.Refused + 1, `row 9002: restaurant_facilities "129": `},
		{24, 12, `row 9002: recommend "12": satisfaction: not an answer on the scale: direct, codes 1 to 11, `}, // not scored at all
	} {
		rows := slices.Repeat(good, 10_000)
		rows[9001*25+test.item] = test.code
		for workers := range 3 {
			_, err := scorer.ScoreAll(rows, workers)
			_, reportErr := scorer.Report(rows, nil, .95, workers)
			wrong, ok := errors.AsType[*hotelcrm.RowError](err)
			if !ok || !errors.Is(err, satisfaction.ErrAnswer) || wrong.Row != 9002 || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
			if reportErr == nil || reportErr.Error() != err.Error() {
				t.Errorf("report %v, scores %v", reportErr, err)
			}
		}
	}
	for _, code := range []satisfaction.Answer{satisfaction.Blank, satisfaction.NotApplicable, satisfaction.Refused, satisfaction.NotAsked} {
		rows := slices.Clone(good)
		rows[3], rows[24] = code, code
		if _, err := scorer.ScoreAll(rows, 1); err != nil {
			t.Errorf("%v: %v", code, err)
		}
	}
}

func TestScoringNamesTheFirstWrongRows(t *testing.T) {
	scale, err := satisfaction.Ladder(10, 5, 0, -20)
	must(t, err)
	tree := satisfaction.Tree{Version: 1, ID: "t", Scales: []satisfaction.Scale{scale}, Root: satisfaction.Node{ID: "all", Children: []satisfaction.Node{{ID: "room", Parts: 1}}}}
	scorer, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
	must(t, err)
	_, err = scorer.ScoreAll(slices.Repeat([]satisfaction.Answer{7, 2}, 9000), 2)
	lines := strings.Split(fmt.Sprint(err), "\n")
	if len(lines) != hotelcrm.MaxRowErrors || !strings.Contains(lines[1], `row 4: room "2": `) || !strings.Contains(lines[1], "codes 1, 5, 6, 7, and") {
		t.Errorf("%d lines, the second %s", len(lines), lines[min(1, len(lines)-1)])
	}
}

// A question that became a factor, and a factor with another question, are not compared.
func TestRedefinedNodesHaveNoVerdict(t *testing.T) {
	older, newer := innTree(), innTree()
	newer.Root.Children[0] = satisfaction.Node{ID: "room", Parts: 2, Children: []satisfaction.Node{{ID: "bed", Parts: 1}, {ID: "bath", Parts: 1}}}
	rows := func(tree satisfaction.Tree) []satisfaction.Answer {
		form, err := tree.Form()
		must(t, err)
		return slices.Repeat(slices.Repeat([]satisfaction.Answer{3}, form.Len()), 50)
	}
	c, err := satisfaction.Compare(roundOf(t, older, rows(older)), roundOf(t, newer, rows(newer)), .95)
	must(t, err)
	got := map[string]string{}
	for _, n := range c.Nodes {
		got[n.ID] = fmt.Sprint(n.Verdict, " ", n.Remade)
	}
	want := map[string]string{"overall": "not-comparable other-questions", "room": "not-comparable other-kind", "noise": "no-change-shown unset"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
