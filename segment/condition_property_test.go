package segment_test

import (
	"encoding/json"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/segment"
	"pgregory.net/rapid"
)

func TestColumnsSayWhatThePlainReadingSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, c := anyHouse(t), anyCondition(t, 3, false)
		table := h.table(h.ids(), rapid.IntRange(1, 3).Draw(t, "workers"))
		m, err := table.Match(c)
		if err != nil {
			t.Fatal(err)
		}
		rows, count := m.Rows(), 0
		for i, guest := range table.Guests() {
			want := h.holds(c, guest)
			if m.Holds(i) != want || rows.Has(i) != want {
				t.Fatalf("%s: guest %s: one by one %v, in columns %v, want %v", c, guest, m.Holds(i), rows.Has(i), want)
			}
			if want {
				count++
			}
		}
		if rows.Count() != count || len(slices.Collect(rows.All())) != count {
			t.Fatalf("%d guests counted, want %d", rows.Count(), count)
		}
	})
}

func TestOrderOfRowsLeavesNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, c := anyHouse(t), anyCondition(t, 3, false)
		ids := h.ids()
		a := h.table(ids, 1)
		for g := range h.stays {
			slices.Reverse(h.stays[g])
		}
		b := h.table(rapid.Permutation(ids).Draw(t, "order"), 2)
		if diff := gocmp.Diff(must(a.Match(c)).Rows(), must(b.Match(c)).Rows(), gocmp.AllowUnexported(segment.Rows{})); diff != "" {
			t.Fatalf("%s (-rising +shuffled)\n%s", c, diff)
		}
	})
}

func TestConditionsKeepTheirJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCondition(t, 4, false)
		var back segment.Condition
		if err := json.Unmarshal(must(json.Marshal(c)), &back); err != nil {
			t.Fatal(err)
		}
		if !c.Equal(back) {
			t.Fatalf("%s became %s", c, back)
		}
	})
}

func TestExplanationsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, c := anyHouse(t), anyCondition(t, 3, false)
		table := h.table(h.ids(), 1)
		m := must(table.Match(c))
		leaves := m.Test().Leaves()
		for i, guest := range table.Guests() {
			e := m.Explain(i)
			if e.Holds != m.Holds(i) || len(e.Leaves) != len(leaves) {
				t.Fatalf("%s: explained as %v", c, e.Holds)
			}
			for k, l := range e.Leaves {
				if l.Held != h.holds(leaves[k], guest) {
					t.Fatalf("%s: leaf %s is said to be %v", guest, leaves[k], l.Held)
				}
			}
			checkChanges(t, h, c, guest, e)
		}
	})
}

// checkChanges makes the changes and looks whether the answer flips, and that fewer would not do.
func checkChanges(t *rapid.T, h house, c segment.Condition, guest string, e segment.Explanation) {
	changed := row{}
	for attr, text := range h.guests[guest] {
		changed[attr] = text
	}
	for _, change := range e.Changes {
		if change.Stays != nil {
			return
		}
		if a := attribute(frontDesk().Guests(), change.Attr); !alike(a, changed[change.Attr], change.From) {
			t.Fatalf("%s is said to be %q, is %q", change.Attr, change.From, changed[change.Attr])
		}
		delete(changed, change.Attr)
		if change.To != "" {
			changed[change.Attr] = change.To
		}
	}
	after := house{guests: map[string]row{guest: changed}, stays: h.stays}
	if flips := after.holds(c, guest) != e.Holds; flips != (len(e.Changes) > 0) {
		t.Fatalf("%s: guest %v: changes %v flip it: %v", c, h.guests[guest], e.Changes, flips)
	}
}

func alike(a segment.Attribute, x, y string) bool {
	return x == y || x != "" && y != "" && compareAs(a, x, y) == 0
}

func TestRelationsAgreeWithGuests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, a, b := anyHouse(t), anyCondition(t, 2, false), anyCondition(t, 2, false)
		r, err := segment.Relate(frontDesk(), a, b)
		if err != nil {
			t.Fatal(err)
		}
		for guest := range h.guests {
			if spillsOver(h.guests[guest]["spend"]) || slices.ContainsFunc(h.stays[guest], func(stay row) bool { return spillsOver(stay["revenue"]) }) {
				continue // proofs speak of amounts in minor units
			}
			inA, inB := h.holds(a, guest), h.holds(b, guest)
			if inA && inB && r.Disjoint || inA && r.AEmpty || inB && r.BEmpty || inA && !inB && r.AInB || inB && !inA && r.BInA {
				t.Fatalf("%s against %s: %+v, but guest %v is %v, %v", a, b, r, h.guests[guest], inA, inB)
			}
		}
		if r.Disjoint || r.Doubtful {
			return
		}
		made := row{}
		for _, s := range r.Example {
			if !s.Missing {
				made[s.Attr] = s.Value
			}
		}
		h = house{guests: map[string]row{"made": made}}
		if !h.holds(a, "made") || !h.holds(b, "made") {
			t.Fatalf("%s and %s do not hold for their example %v", a, b, r.Example)
		}
	})
}

func spillsOver(amount string) bool {
	return amount == "0.005" || amount == "99.995" || amount == "1e30"
}

func FuzzConditionJSON(f *testing.F) {
	f.Add(`{"op":"all","of":[{"op":">=","attr":"visits","value":5}]}`)
	f.Add(`{"op":"sameStay","stays":{"where":{"op":"=","attr":"channel","value":"web"},"lastDays":30}}`)
	f.Add(`{"op":"between","attr":"spend","from":"1e99","to":100,"ends":"[)"}`)
	f.Add(`{"op":"not","of":[{"op":"in","attr":"last","values":["2020-01-01"]}]}`)
	table := threeGuests()
	f.Fuzz(func(t *testing.T, text string) {
		var c segment.Condition
		if err := json.Unmarshal([]byte(text), &c); err != nil {
			return
		}
		var back segment.Condition
		if err := json.Unmarshal(must(json.Marshal(c)), &back); err != nil && c.Op != 0 || err == nil && !c.Equal(back) {
			t.Fatalf("%s became %s: %v", c, back, err)
		}
		m, err := table.Match(c)
		if err != nil {
			return
		}
		rows := m.Rows()
		for i := range table.Len() {
			if e := m.Explain(i); e.Holds != rows.Has(i) {
				t.Fatalf("%s: guest %d", c, i)
			}
		}
	})
}
