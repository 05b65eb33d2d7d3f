package segment_test

import (
	"encoding/json"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
)

func FuzzPlanJSON(f *testing.F) {
	f.Add(`{"version":1,"id":"p","mode":"exclusive","classes":[{"id":"a","when":{"op":">","attr":"spend","value":"5"}}],"else":{"id":"b"}}`)
	f.Add(`{"version":1,"id":"p","mode":"every","classes":[{"id":"a","when":{"op":"missing","attr":"region"}}]}`)
	table := threeGuests()
	f.Fuzz(func(t *testing.T, text string) {
		var p segment.Plan
		if json.Unmarshal([]byte(text), &p) != nil {
			return
		}
		c, err := segment.NewClassifier(table.Schema(), p)
		if err != nil {
			return
		}
		a, err := c.Assign(table)
		if err != nil {
			t.Fatal(err)
		}
		for i := range table.Len() {
			if n := len(a.Of(i)); p.Mode == segment.Exclusive && n != 1 || len(a.Reasons(i)) != n {
				t.Fatalf("guest %d has %d classes", i, n)
			}
		}
		c.Lint(segment.LintSetup{Missing: true})
	})
}

func FuzzSchemaJSON(f *testing.F) {
	f.Add(string(must(json.Marshal(frontDesk()))))
	f.Add(`{"version":1,"guests":[{"id":"a","kind":"ordinal","levels":[{"id":"x"},{"id":"y"}],"bands":{"cuts":["1e99"]}}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		var s, back segment.Schema
		if json.Unmarshal([]byte(text), &s) != nil {
			return
		}
		if err := json.Unmarshal(must(json.Marshal(&s)), &back); err != nil || !s.Equal(&back) {
			t.Fatalf("%s: %v", text, err)
		}
	})
}
