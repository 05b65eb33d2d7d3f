package segment_test

import (
	"strconv"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Conditions by strangers may be as large as the limits allow: they are answered all the same, if with less to say.
func TestLargeConditionsAreAnswered(t *testing.T) {
	deep := segment.AllOf()
	for range 30 {
		deep = segment.NotThat(deep)
	}
	crowd := func(n int) segment.Condition {
		c := segment.AnyOf()
		for k := range n {
			c.Of = append(c.Of, segment.Is([]string{"visits", "spend", "score"}[k%3], segment.Equal, strconv.Itoa(k)))
		}
		return c
	}
	many := make([]string, segment.MaxValues)
	for k := range many {
		many[k] = strconv.Itoa((k * 7919) % 12_000)
	}
	regions := segment.AllOf()
	for k := range 20 {
		regions.Of = append(regions.Of, segment.AnyOf(
			segment.Is("region", segment.Equal, strconv.Itoa(k)),
			segment.StaysAre(segment.Stays{Take: segment.CountStays, LastDays: k + 1}, segment.Less, "1"),
		))
	}
	table := threeGuests()
	for name, c := range map[string]segment.Condition{
		"deep": deep, "9,000 leaves": crowd(9000), "10,000 values": segment.IsIn("visits", many...), "many windows": regions,
	} {
		t.Run(name, func(t *testing.T) {
			m, err := table.Match(c)
			if err != nil {
				t.Fatal(err)
			}
			rows := m.Rows()
			for i := range table.Len() {
				if e := m.Explain(i); e.Holds != rows.Has(i) {
					t.Errorf("guest %d: %v", i, e.Holds)
				}
			}
			if _, err := segment.Relate(table.Schema(), c, segment.NotThat(segment.Is("visits", segment.Equal, "1"))); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestLargePlansAreLinted(t *testing.T) {
	p := segment.Plan{Version: 1, ID: "large", Mode: segment.Exclusive, Else: &segment.Class{ID: "rest"}}
	for k := range segment.MaxClasses {
		p.Classes = append(p.Classes, segment.Class{ID: strconv.Itoa(k), When: segment.AnyOf(
			segment.AllOf(segment.Is("visits", segment.GreaterEqual, strconv.Itoa(k)), segment.Is("spend", segment.Less, strconv.Itoa(500-k))),
			segment.StaysAre(segment.Stays{Take: segment.CountStays, LastDays: k + 1}, segment.Greater, "5"),
			segment.Is("region", segment.Equal, strconv.Itoa(k)),
		)})
	}
	lint := must(segment.NewClassifier(frontDesk(), p)).Lint(segment.LintSetup{})
	if len(lint.Overlaps) == 0 {
		t.Error("no class shares a guest with another")
	}
}

func TestWorkersChangeNothing(t *testing.T) {
	var codes []uint8
	for _, workers := range []int{1, 2, 7} {
		table := city(10_007, workers)
		a := must(must(segment.NewClassifier(table.Schema(), thirteen())).Assign(table))
		if codes == nil {
			codes = a.Codes()
		}
		for i, code := range a.Codes() {
			if code != codes[i] {
				t.Fatalf("%d workers: guest %d is in class %d, not %d", workers, i, code, codes[i])
			}
		}
	}
}
