package tree_test

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// A tree that was written and read classes every guest as before, and is written the same again.
func TestJSONOfATreeRoundTrips(t *testing.T) {
	schema := mixedSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		b, err := tree.Bin(drawTable(t, schema, rapid.IntRange(5, 60).Draw(t, "n"), false), "class", tree.BinSettings{})
		if err != nil {
			t.Fatal(err)
		}
		fitted, _, err := tree.Fit(b, drawSettings(t))
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(fitted)
		if err != nil {
			t.Fatal(err)
		}
		var read tree.Tree
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		again, _ := json.Marshal(&read)
		if !bytes.Equal(text, again) {
			t.Fatalf("got\n%s\nwant\n%s", again, text)
		}
		other := drawTable(t, schema, 30, true)
		before, _ := fitted.Bind(other)
		after, err := read.Bind(other)
		if err != nil {
			t.Fatal(err)
		}
		for row := range other.Len() {
			if before.Class(row) != after.Class(row) {
				t.Fatalf("row %d: class %d, was %d", row, after.Class(row), before.Class(row))
			}
		}
	})
}

// Whatever is read as a tree can be used: it classes guests, and its rules and texts are written, without a panic.
func FuzzTree(f *testing.F) {
	for _, s := range []tree.Settings{tree.C45(), tree.CART(), {Missing: tree.OwnBranch, Nominal: tree.Levels, Pruning: tree.Unpruned}} {
		text, err := json.Marshal(fitLast(f, hotelColumns(f), s))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var read tree.Tree
		if json.Unmarshal(text, &read) != nil {
			return
		}
		values := make([]float64, len(read.Attributes()))
		for _, v := range []float64{0, 1, 1e9, math.NaN(), -1} {
			for i := range values {
				values[i] = v
			}
			if class, err := read.Predict(values); err == nil && class >= len(read.Classes()) {
				t.Fatalf("class %d of %d", class, len(read.Classes()))
			}
			read.Path(values)
		}
		_ = read.String() + read.DOT()
		if again, err := json.Marshal(&read); err != nil {
			t.Fatal(err)
		} else if err := json.Unmarshal(again, new(tree.Tree)); err != nil {
			t.Fatalf("%v\n%s", err, again)
		}
	})
}
