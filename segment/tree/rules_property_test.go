package tree_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// drawTable draws guests with a number, an ordinal, two nominals, a date and an amount, all with missing values; the open
// nominal has levels that a schema does not know. The class leans on some of them.
func drawTable(t *rapid.T, schema *segment.Schema, n int, strange bool) *segment.Table {
	guests := make([]string, n)
	var numbers []float64
	var ordinals, classes []uint16
	var motives, regions, days, spends []string
	for i := range n {
		guests[i] = fmt.Sprintf("%04d", i)
		number := float64(rapid.IntRange(-1, 9).Draw(t, "stays")) / 2
		if number < 0 {
			number = math.NaN()
		}
		numbers = append(numbers, number)
		ordinals = append(ordinals, uint16(rapid.IntRange(0, 4).Draw(t, "satisfaction")))
		motives = append(motives, rapid.SampledFrom([]string{"", "business", "leisure", "visit"}).Draw(t, "motive"))
		levels := []string{"", "hunan", "hubei", "beijing"}
		if strange {
			levels = append(levels, "atlantis", "xanadu")
		}
		regions = append(regions, rapid.SampledFrom(levels).Draw(t, "region"))
		days = append(days, rapid.SampledFrom([]string{"", "2025-01-31", "2025-06-30", "2025-07-01"}).Draw(t, "first"))
		spends = append(spends, rapid.SampledFrom([]string{"", "10.00", "10.005", "10.01", "250", "1999.99", "2000"}).Draw(t, "spend"))
		class := rapid.IntRange(1, 3).Draw(t, "class")
		if rapid.Bool().Draw(t, "lean") {
			class = 1 + (len(spends[i])+int(ordinals[i])+len(motives[i]))%3
		}
		classes = append(classes, uint16(class))
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 1, 1)}, guests)
	if err != nil {
		t.Fatal(err)
	}
	to := b.Guests(guests)
	to.Numbers("stays", numbers)
	to.Codes("satisfaction", ordinals)
	to.Texts("motive", motives)
	to.Texts("region", regions)
	to.Texts("first", days)
	to.Texts("spend", spends)
	to.Codes("class", classes)
	table, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func mixedSchema(t testing.TB) *segment.Schema {
	t.Helper()
	levels := func(ids ...string) (out []segment.Level) {
		for _, id := range ids {
			out = append(out, segment.Level{ID: id})
		}
		return out
	}
	schema, err := segment.NewSchema([]segment.Attribute{
		{ID: "stays", Kind: segment.Numeric},
		{ID: "satisfaction", Kind: segment.Ordinal, Levels: levels("bad", "fair", "good", "great")},
		{ID: "motive", Kind: segment.Nominal, Levels: levels("business", "leisure", "visit")},
		{ID: "region", Kind: segment.Nominal, Open: true, Levels: levels("hunan")},
		{ID: "first", Kind: segment.Day},
		{ID: "spend", Kind: segment.Money, Currency: "EUR"},
		{ID: "class", Kind: segment.Nominal, Levels: levels("keep", "win_back", "drop")},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func drawSettings(t *rapid.T) tree.Settings {
	return tree.Settings{
		Criterion: rapid.SampledFrom([]tree.Criterion{tree.GainRatio, tree.Gain, tree.Gini}).Draw(t, "criterion"),
		Nominal:   rapid.SampledFrom([]tree.Nominal{tree.Multiway, tree.OneLevel, tree.Levels}).Draw(t, "nominal"),
		Threshold: rapid.SampledFrom([]tree.Threshold{tree.Observed, tree.Midpoint}).Draw(t, "threshold"),
		Missing:   rapid.SampledFrom([]tree.Missing{tree.Fractional, tree.Majority, tree.OwnBranch}).Draw(t, "missing"),
		Pruning:   rapid.SampledFrom([]tree.Pruning{tree.ErrorBased, tree.CostComplexity, tree.Unpruned}).Draw(t, "pruning"),
		MinLeaf:   float64(rapid.IntRange(1, 3).Draw(t, "leaf")),
		MaxDepth:  rapid.IntRange(1, 4).Draw(t, "depth"),
	}
}

// The rules of a tree, run as conditions of package segment, class every guest of every table as the tree does: with
// missing values, levels never seen and amounts between two cents.
func TestRulesAgreeWithTheTreeOnEveryRow(t *testing.T) {
	schema := mixedSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		learnt := drawTable(t, schema, rapid.IntRange(5, 60).Draw(t, "n"), false)
		other := drawTable(t, schema, 40, true)
		b, err := tree.Bin(learnt, "class", tree.BinSettings{})
		if err != nil {
			t.Fatal(err)
		}
		fitted, _, err := tree.Fit(b, drawSettings(t))
		if err != nil {
			t.Fatal(err)
		}
		rules, err := fitted.Rules(b)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range []*segment.Table{learnt, other} {
			bound, err := fitted.Bind(table)
			if err != nil {
				t.Fatal(err)
			}
			on, err := rules.On(table)
			if err != nil {
				t.Fatal(err)
			}
			all := on.Rules()
			for row := range table.Len() {
				want := fitted.Classes()[bound.Class(row)]
				if got := rules.ClassOf(on.Rule(row)); got != want || rules.ClassOf(all[row]) != want {
					t.Fatalf("row %d: rules %s, tree %s\n%s%s", row, got, want, fitted, rules)
				}
				if all[row] < 0 {
					t.Fatalf("row %d: no rule holds", row)
				}
			}
		}
	})
}
