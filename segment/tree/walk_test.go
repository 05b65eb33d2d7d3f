package tree_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func TestNodesAreThoseOfPathAndText(t *testing.T) {
	fitted, _, err := tree.Fit(hotelSheet().bin(t), tree.C45())
	sheetCheck(t, err)
	var lines []string
	seen := map[int]tree.Node{}
	for n := range fitted.Nodes() {
		seen[n.Number] = n
		if n.Depth > 0 {
			line := strings.Repeat("|   ", n.Depth-1) + n.Test
			if n.Attribute == "" {
				line += ": " + n.String()
			}
			lines = append(lines, line)
		}
	}
	if got := strings.Join(lines, "\n") + "\n"; got != fitted.String() || len(seen) != fitted.Len() {
		t.Errorf("%d nodes, got\n%vwant\n%v", len(seen), got, fitted)
	}
	path, err := fitted.Path([]float64{0, 1, 2, 3, 0, 600, 1, 0})
	sheetCheck(t, err)
	for _, step := range path.Steps {
		if n := seen[step.Node]; n.Class != step.Class || n.Guests != step.Guests || n.Errors != step.Errors || n.Attribute != step.Attribute {
			t.Errorf("step %+v, node %+v", step, n)
		}
	}
	for n := range fitted.Nodes() {
		if n.Number != 0 {
			t.Errorf("went on after the loop was left: %+v", n)
		}
		break
	}
	for n := range (&tree.Tree{}).Nodes() {
		t.Errorf("a zero tree has a node %+v", n)
	}
}

// Numbers that nearly every guest has another one of say nothing alone: no leak is suspected in a table of few guests.
func TestFewGuestsAreNoLeak(t *testing.T) {
	text := "spend,class\n"
	for i := range 15 {
		text += fmt.Sprintf("%d,%s\n", i, []string{"a", "b"}[i*i%5%2])
	}
	_, report, err := tree.Fit(sheetOf(text, map[string][]string{"class": {"a", "b"}}).bin(t), tree.C45())
	sheetCheck(t, err)
	for _, w := range report.Warnings {
		if w.Code == tree.WarnLeak {
			t.Errorf("got %v", w)
		}
	}
}

// A text of a megabyte does not make a tree of gigabytes.
func TestSetsOfLevelsAreBounded(t *testing.T) {
	const levels, nodes = 60_000, 4_475 // times each other just above 2^28
	type level struct {
		ID string `json:"id"`
	}
	var list []level
	for k := range levels {
		list = append(list, level{fmt.Sprint("l", k)})
	}
	words, err := json.Marshal(list)
	sheetCheck(t, err)
	var b strings.Builder
	fmt.Fprintf(&b, `{"version":1,"attributes":[{"id":"a","kind":"nominal","levels":%s}],"class":{"id":"c","kind":"nominal","levels":[{"id":"x"},{"id":"y"}]},`, words)
	b.WriteString(`"settings":{},"missing":"majority","guests":1,"nodes":[`)
	for range nodes {
		b.WriteString(`{"attribute":"a","left":["l0"],"right":["l1"],"sons":2,"missing":0,"class":"x","total":1,"errors":0,"weights":[1,0]},`)
	}
	b.WriteString(`{"class":"x","total":1,"errors":0,"weights":[1,0]}]}`)
	var read tree.Tree
	var refused *hotelcrm.ParamError
	if err := read.UnmarshalJSON([]byte(b.String())); !errors.As(err, &refused) || !strings.Contains(refused.Value, "levels in all sets") {
		t.Errorf("got %v", err)
	}
}

// A list of what each node of a small tree asks, to be drawn.
func ExampleTree_Nodes_toBeDrawn() {
	for n := range fitSmallHotel().Nodes() {
		if n.Attribute == "" {
			fmt.Printf("%d %s -> %s\n", n.Depth, n.Test, n)
		}
	}
	// Output:
	// 3 entertain_spend < 150.01 -> G3 (4)
	// 3 entertain_spend >= 150.01 -> G9 (3)
	// 2 meeting = yes -> G7 (3)
	// 3 income = lt3000 -> G1 (4)
	// 4 entertain_spend < 0.01 -> G2 (4)
	// 5 entertain_spend < 150.01 -> G4 (4)
	// 5 entertain_spend >= 150.01 -> G8 (4)
	// 2 meeting = yes -> G6 (4)
}

func TestALeafOfOneGuest(t *testing.T) {
	path := tree.Path{Class: "A", Steps: []tree.Step{{Class: "A", Weight: 1, Guests: 1}}}
	if got := path.String(); got != "leaf of 1 guest, 0 of them not A\nso A" {
		t.Errorf("got %q", got)
	}
}
