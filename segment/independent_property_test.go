package segment_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
)

// The plain reading of a condition, the test of one guest, the column pass, the sizes of leaves and the explanation agree.
func TestPlainReading(t *testing.T) {
	schema := plainSchema(t)
	reader := plainReader{guests: schema.Guests(), stays: schema.Stays(), asOf: plainAsOf}
	rapid.Check(t, func(rt *rapid.T) {
		guests, table := plainTable(rt, schema)
		c := plainCondition(rt, reader.guests, reader.stays, 3)
		matcher, err := table.Match(c)
		if err != nil {
			rt.Fatalf("%v: %v", c, err)
		}
		rows, leaves := matcher.Rows(), matcher.Test().Leaves()
		sizes := make([]int, len(leaves))
		for i, g := range guests {
			want := reader.holds(c, g)
			if got := matcher.Holds(i); got != want {
				rt.Fatalf("%v\n%v: Holds %v, want %v", c, g, got, want)
			}
			if got := rows.Has(i); got != want {
				rt.Fatalf("%v\n%v: Rows %v, want %v", c, g, got, want)
			}
			why := matcher.Explain(i)
			if why.Holds != want || len(why.Leaves) != len(leaves) {
				rt.Fatalf("%v\n%v: %+v, want %v", c, g, why, want)
			}
			for k, leaf := range leaves {
				held := reader.holds(leaf, g)
				if held {
					sizes[k]++
				}
				if why.Leaves[k].Held != held {
					rt.Fatalf("%v\n%v: leaf %v held %v, want %v", c, g, leaf, why.Leaves[k].Held, held)
				}
			}
		}
		for k, got := range matcher.Sizes() {
			if got != sizes[k] {
				rt.Fatalf("%v: size of %v is %d, want %d", c, leaves[k], got, sizes[k])
			}
		}
		data, err := json.Marshal(c)
		if err != nil {
			rt.Fatal(err)
		}
		var back segment.Condition
		if err := json.Unmarshal(data, &back); err != nil || !back.Equal(c) {
			rt.Fatalf("%s: %v, back %v", data, err, back)
		}
	})
}

// with is the guest with other values.
func (p plainReader) with(g plainGuest, changes []segment.Change) (plainReader, plainGuest) {
	values, set := plainRow{}, map[string]string{}
	for id, v := range g.values {
		values[id] = v
	}
	for _, ch := range changes {
		if ch.Stays != nil {
			set[ch.Stays.String()] = ch.To
		} else {
			values[ch.Attr] = ch.To
		}
	}
	p.set = set
	return p, plainGuest{values: values, stays: g.stays}
}

// The smallest change flips the answer, and where one change is enough there is one.
func TestPlainChanges(t *testing.T) {
	schema := plainSchema(t)
	reader := plainReader{guests: schema.Guests(), stays: schema.Stays(), asOf: plainAsOf}
	rapid.Check(t, func(rt *rapid.T) {
		guests, table := plainTable(rt, schema)
		c := plainCondition(rt, reader.guests, reader.stays, 3)
		matcher, err := table.Match(c)
		if err != nil {
			rt.Fatal(err)
		}
		for i, g := range guests[:min(len(guests), 3)] {
			why := matcher.Explain(i)
			if !why.Complete {
				continue
			}
			single := false
			for _, leaf := range matcher.Test().Leaves() {
				if leaf.Attr == "" {
					continue
				}
				a := plainAttr(reader.guests, leaf.Attr)
				for range 3 {
					r, h := reader.with(g, []segment.Change{{Attr: a.ID, To: plainValue(rt, a, false)}})
					if !wholeMinor(schema, plainGuest{values: plainRow{a.ID: h.values[a.ID]}}) {
						continue
					}
					single = single || r.holds(c, h) != why.Holds
				}
			}
			if len(why.Changes) == 0 {
				if single {
					rt.Fatalf("%v\n%v: no change found where there is one", c, g)
				}
				continue
			}
			if r, h := reader.with(g, why.Changes); r.holds(c, h) == why.Holds {
				rt.Fatalf("%v\n%v: %+v does not flip %v", c, g, why.Changes, why.Holds)
			}
			if single && len(why.Changes) > 1 {
				rt.Fatalf("%v\n%v: %+v where one change would do", c, g, why.Changes)
			}
		}
	})
}

// wholeMinor reports whether the guest's amounts are whole minor units, as proofs take them to be.
func wholeMinor(schema *segment.Schema, g plainGuest) bool {
	whole := func(attrs []segment.Attribute, row plainRow) bool {
		return !slices.ContainsFunc(attrs, func(a segment.Attribute) bool {
			if a.Kind != segment.Money || row[a.ID] == "" {
				return false
			}
			places, err := hotelcrm.MinorUnits(a.Currency)
			_, exact := hotelcrm.ToMinor(decimal.RequireFromString(row[a.ID]), places)
			return err != nil || !exact
		})
	}
	return whole(schema.Guests(), g.values) && !slices.ContainsFunc(g.stays, func(s plainRow) bool { return !whole(schema.Stays(), s) })
}

// What is said of two conditions without guests is so for the guests of a table, and examples are what they say.
func TestPlainRelation(t *testing.T) {
	schema := plainSchema(t)
	reader := plainReader{guests: schema.Guests(), stays: schema.Stays(), asOf: plainAsOf}
	rapid.Check(t, func(rt *rapid.T) {
		guests, _ := plainTable(rt, schema)
		a := plainCondition(rt, reader.guests, reader.stays, 2)
		b := plainCondition(rt, reader.guests, reader.stays, 2)
		rel, err := segment.Relate(schema, a, b)
		if err != nil {
			rt.Fatal(err)
		}
		for _, g := range guests {
			if !wholeMinor(schema, g) {
				continue
			}
			inA, inB := reader.holds(a, g), reader.holds(b, g)
			if rel.Disjoint && inA && inB || rel.AEmpty && inA || rel.BEmpty && inB || rel.AInB && inA && !inB || rel.BInA && inB && !inA {
				rt.Fatalf("%v\n%v\n%+v\nbut %v: %v %v", a, b, rel, g, inA, inB)
			}
		}
		if rel.Complete && !rel.Disjoint {
			fill := plainGuest{values: plainDrawRow(rt, reader.guests)}
			var changes []segment.Change
			for _, s := range rel.Example {
				changes = append(changes, segment.Change{Attr: s.Attr, Stays: s.Stays, To: s.Value})
			}
			r, g := reader.with(fill, changes)
			if rel.Doubtful && !(r.holds(a, g) && r.holds(b, g)) {
				return
			}
			if !r.holds(a, g) || !r.holds(b, g) {
				rt.Fatalf("%v\n%v\nexample %v filled with %v does not hold", a, b, rel.Example, fill)
			}
		}
	})
}
