package words

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
)

func TestConditionsInWords(t *testing.T) {
	schema, err := (&classes.Plan{}).Schema("EUR", new(rfm.Hotel()))
	if err != nil {
		t.Fatal(err)
	}
	words := Conditions{Schema: schema}
	visits := func(op segment.Op, value string) segment.Condition { return segment.Is("visits", op, value) }
	between := func(ends segment.Ends) segment.Condition {
		return segment.IsBetween("revenue", "20000", "100000.00", ends)
	}
	for want, c := range map[string]segment.Condition{
		"visits 5":                                       visits(segment.Equal, "5"),
		"visits other than 5":                            visits(segment.NotEqual, "5"),
		"visits below 1,000":                             visits(segment.Less, "1000"),
		"visits at most 5":                               visits(segment.LessEqual, "5"),
		"visits above 5":                                 visits(segment.Greater, "5"),
		"visits at least 5":                              visits(segment.GreaterEqual, "5"),
		"visits not known":                               segment.IsMissing("visits"),
		"visits known":                                   segment.NotThat(segment.IsMissing("visits")),
		"not (visits at most 5)":                         segment.NotThat(visits(segment.LessEqual, "5")),
		"revenue from 20,000 to 100,000":                 between(segment.Closed),
		"revenue from 20,000 to below 100,000":           between(segment.ClosedLow),
		"revenue above 20,000 to 100,000":                between(segment.ClosedTop),
		"revenue above 20,000 to below 100,000":          between(segment.OpenEnds),
		"stage of the life cycle won back or at risk":    segment.IsIn("life_stage", "won-back", "at-risk"),
		"ABC class A and revenue above 99.50":            segment.AllOf(segment.Is("abc", segment.Equal, "A"), segment.Is("revenue", segment.Greater, "99.50")),
		"last day in the house at least 2024-05-01":      segment.Is("last_stay", segment.GreaterEqual, "2024-05-01"),
		"visits 5 and (visits 6 or visits 7)":            segment.AllOf(visits(segment.Equal, "5"), segment.AnyOf(visits(segment.Equal, "6"), visits(segment.Equal, "7"))),
		"always":                                         segment.AllOf(),
		"never":                                          segment.AnyOf(),
		"count of stays in the last 365 days at least 2": segment.StaysAre(segment.Stays{Take: segment.CountStays, LastDays: 365}, segment.GreaterEqual, "2"),
		"a stay with (nights >= 5 and revenue > 1000)":   segment.OnSameStay(segment.Is("nights", segment.GreaterEqual, "5"), segment.Is("revenue", segment.Greater, "1000")),
	} {
		if got := words.Of(c); got != want {
			t.Errorf("%s reads %q, want %q", c, got, want)
		}
	}
	changes := []segment.Change{{Attr: "visits", From: "4", To: "5"}, {Attr: "revenue", From: "", To: "20000.00"}}
	if got := words.Changes(changes); got != "visits 5 instead of 4 and revenue 20,000 instead of not known" {
		t.Error(got)
	}
}
