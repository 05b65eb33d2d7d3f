package tree_test

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// pmmlNode is a node of a TreeModel, as a scoring program reads it.
type pmmlNode struct {
	ID      string  `xml:"id,attr"`
	Score   string  `xml:"score,attr"`
	Count   float64 `xml:"recordCount,attr"`
	Default string  `xml:"defaultChild,attr"`
	Simple  *struct {
		Field    string  `xml:"field,attr"`
		Operator string  `xml:"operator,attr"`
		Value    float64 `xml:"value,attr"`
	} `xml:"SimplePredicate"`
	Set *struct {
		Field string `xml:"field,attr"`
		Array string `xml:"Array"`
	} `xml:"SimpleSetPredicate"`
	Shares []struct {
		Confidence float64 `xml:"confidence,attr"`
	} `xml:"ScoreDistribution"`
	Nodes []pmmlNode `xml:"Node"`
}

// holds returns 1 for true, 0 for false, -1 where the value is missing.
func (n *pmmlNode) holds(values map[string]any) int {
	truth := map[bool]int{true: 1}
	switch {
	case n.Simple != nil && n.Simple.Operator == "isMissing":
		return truth[values[n.Simple.Field] == nil]
	case n.Simple != nil:
		v, known := values[n.Simple.Field].(float64)
		if !known {
			return -1
		}
		return truth[v <= n.Simple.Value == (n.Simple.Operator == "lessOrEqual")]
	}
	v, known := values[n.Set.Field].(string)
	if !known {
		return -1
	}
	return truth[slices.Contains(strings.Split(strings.Trim(n.Set.Array, `"`), `" "`), v)]
}

// shares evaluates the strategies weightedConfidence and defaultChild.
func (n *pmmlNode) shares(values map[string]any, weighted bool, weight float64, out []float64) {
	unknown := false
	for i := range n.Nodes {
		switch n.Nodes[i].holds(values) {
		case 1:
			n.Nodes[i].shares(values, weighted, weight, out)
			return
		case -1:
			unknown = true
		}
		if unknown {
			break
		}
	}
	if !unknown || len(n.Nodes) == 0 {
		for c := range out {
			out[c] += weight * n.Shares[c].Confidence
		}
		return
	}
	for i := range n.Nodes {
		switch {
		case weighted:
			n.Nodes[i].shares(values, weighted, weight*n.Nodes[i].Count/n.Count, out)
		case n.Nodes[i].ID == n.Default:
			n.Nodes[i].shares(values, weighted, weight, out)
		}
	}
}

// A program that reads the TreeModel by the letter of PMML expects of every guest what the tree expects.
func TestPMMLAgreesWithTheTree(t *testing.T) {
	schema := mixedSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		b, err := tree.Bin(drawTable(t, schema, rapid.IntRange(5, 60).Draw(t, "n"), false), "class", tree.BinSettings{})
		if err != nil {
			t.Fatal(err)
		}
		settings := drawSettings(t)
		fitted, _, err := tree.Fit(b, settings)
		if err != nil {
			t.Fatal(err)
		}
		if settings.Nominal == tree.Levels {
			fitted = fitted.Routed()
		}
		var text strings.Builder
		if err := fitted.PMML(&text); err != nil {
			t.Fatal(err)
		}
		var model struct {
			Tree struct {
				Strategy string   `xml:"missingValueStrategy,attr"`
				Root     pmmlNode `xml:"Node"`
			} `xml:"TreeModel"`
		}
		if err := xml.Unmarshal([]byte(text.String()), &model); err != nil {
			t.Fatal(err)
		}
		table := drawTable(t, schema, 30, true)
		bound, err := fitted.Bind(table)
		if err != nil {
			t.Fatal(err)
		}
		for row := range table.Len() {
			got := make([]float64, 3)
			model.Tree.Root.shares(pmmlValues(fitted, table, row), model.Tree.Strategy == "weightedConfidence", 1, got)
			for c, want := range bound.Shares(nil, row) {
				if got[c] < want-1e-9 || got[c] > want+1e-9 {
					t.Fatalf("row %d: got %v, want %v\n%s\n%s", row, got, bound.Shares(nil, row), fitted, text.String())
				}
			}
		}
	})
}

// pmmlValues returns the values of a guest without those that the model declares invalid.
func pmmlValues(fitted *tree.Tree, table *segment.Table, row int) map[string]any {
	out := map[string]any{}
	for _, a := range fitted.Attributes() {
		i, _ := table.Schema().Find(a.ID)
		text := table.Text(i, row)
		switch {
		case text == "":
		case a.Kind == segment.Numeric:
			out[a.ID], _ = strconv.ParseFloat(text, 64)
		case a.Kind == segment.Day:
			out[a.ID] = float64(table.Days(i)[row])
		case a.Kind == segment.Money:
			out[a.ID] = float64(table.Minor(i)[row])
		default:
			if _, ok := a.Level(text); ok {
				out[a.ID] = text
			}
		}
	}
	return out
}
