package segment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
)

// oneGuest returns a table of one guest, with stays as rows of arrival, nights and revenue.
func oneGuest(values row, stays ...[3]string) *segment.Table {
	h := house{guests: map[string]row{"guest": values}, stays: map[string][]row{}}
	for _, s := range stays {
		stay := row{}
		for k, id := range []string{"arrival", "nights", "revenue"} {
			if s[k] != "" {
				stay[id] = s[k]
			}
		}
		h.stays["guest"] = append(h.stays["guest"], stay)
	}
	return h.table([]string{"guest"}, 1)
}

func TestEdgesOfStays(t *testing.T) {
	most := "92233720368547758.07"
	table := oneGuest(row{},
		[3]string{"2025-01-31", "1", most}, [3]string{"2025-02-01", "3", most}, [3]string{"", "9", "-0.01"}, [3]string{"2027-01-01", "1", "5"})
	tests := []struct {
		name, condition string
		want            bool
	}{
		{"twelve months leave the day itself out", `{"op":"=","stays":{"take":"count","lastMonths":12},"value":1}`, true},
		{"thirteen months", `{"op":"=","stays":{"take":"count","lastMonths":13},"value":2}`, true},
		{"365 days", `{"op":"=","stays":{"take":"count","lastDays":365},"value":1}`, true},
		{"366 days", `{"op":"=","stays":{"take":"count","lastDays":366},"value":2}`, true},
		{"without an arrival in no window", `{"op":"=","stays":{"take":"count","to":"2025-01-31"},"value":1}`, true},
		{"without a window all", `{"op":"=","stays":{"take":"count"},"value":4}`, true},
		{"sum beyond the integers", `{"op":"=","stays":{"take":"sum","of":"revenue","lastDays":366},"value":"184467440737095516.14"}`, true},
		{"sum that comes back", `{"op":"=","stays":{"take":"sum","of":"revenue"},"value":"184467440737095521.13"}`, true},
		{"above the greatest amount", `{"op":">","stays":{"take":"max","of":"revenue"},"value":"92233720368547758.075"}`, false},
		{"below it", `{"op":"<","stays":{"take":"max","of":"revenue"},"value":"92233720368547758.075"}`, true},
		{"two folds in one condition", `{"op":"all","of":[
			{"op":"=","stays":{"take":"count","where":{"op":">=","attr":"nights","value":3}},"value":2},
			{"op":"=","stays":{"take":"count","where":{"op":">=","attr":"nights","value":9}},"value":1}]}`, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if m := must(table.Match(parse(test.condition))); m.Holds(0) != test.want || m.Rows().Has(0) != test.want {
				t.Errorf("%+v", m.Explain(0).Leaves)
			}
		})
	}
}

func TestSumOnTheLeastInteger(t *testing.T) {
	table := oneGuest(row{}, [3]string{"2025-01-31", "1", "-92233720368547758.07"}, [3]string{"2025-02-01", "1", "-0.01"})
	m := must(table.Match(parse(`{"op":"<","stays":{"take":"sum","of":"revenue"},"value":"-92233720368547758.07"}`)))
	if !m.Holds(0) || m.Explain(0).Leaves[0].Value != "-92233720368547758.08" {
		t.Errorf("%+v", m.Explain(0).Leaves)
	}
}

// Amounts of one floor: the one that is whole minor units is the less, whichever stay comes first.
func TestLeastOfAmountsBetweenMinorUnits(t *testing.T) {
	for _, stays := range [][2]string{{"5.00", "5.005"}, {"5.005", "5.00"}} {
		table := oneGuest(row{}, [3]string{"2025-01-31", "1", stays[0]}, [3]string{"2025-02-01", "1", stays[1]})
		for take, want := range map[string]string{"min": "5.00", "max": "5.005"} {
			m := must(table.Match(parse(`{"op":"=","stays":{"take":"` + take + `","of":"revenue"},"value":"5"}`)))
			if got := m.Explain(0).Leaves[0].Value; got != want {
				t.Errorf("%s of %v: %s, want %s", take, stays, got, want)
			}
		}
	}
}

func TestSmallestChange(t *testing.T) {
	table := oneGuest(row{"visits": "8", "spend": "30000", "last": "2026-01-01", "room": "economy", "score": "1"})
	is := func(attr, value string) segment.Condition { return segment.Is(attr, segment.GreaterEqual, value) }
	tests := []struct {
		name string
		c    segment.Condition
		want []segment.Change
	}{
		{"the cheaper of two", segment.AnyOf(is("spend", "40000"), is("visits", "20")), []segment.Change{{Attr: "spend", From: "30000.00", To: "40000.00", Rate: .25}}},
		{"the cheaper of two, second", segment.AnyOf(is("visits", "20"), is("spend", "40000")), []segment.Change{{Attr: "spend", From: "30000.00", To: "40000.00", Rate: .25}}},
		{"of equals the first", segment.AnyOf(is("visits", "16"), is("score", "2")), []segment.Change{{Attr: "visits", From: "8", To: "16", Rate: .5}}},
		{"one dear rather than two cheap", segment.AnyOf(segment.AllOf(is("visits", "9"), is("spend", "30001")), is("score", "1000")), []segment.Change{{Attr: "score", From: "1", To: "1000", Rate: .999}}},
		{"the nearest of several", segment.IsIn("visits", "2", "9", "100"), []segment.Change{{Attr: "visits", From: "8", To: "9", Rate: 1. / 9}}},
		{"by one rank", segment.IsIn("room", "mid", "top"), []segment.Change{{Attr: "room", From: "economy", To: "mid", Rate: .5}}},
		{"one value for two leaves", segment.AllOf(is("visits", "9"), is("visits", "10")), []segment.Change{{Attr: "visits", From: "8", To: "10", Rate: .2}}},
		{"days", segment.Is("last", segment.Greater, "2026-01-31"), []segment.Change{{Attr: "last", From: "2026-01-01", To: "2026-02-01", Rate: 31. / 365}}},
		{"a value that is missing", segment.Is("region", segment.Equal, "hubei"), []segment.Change{{Attr: "region", To: "hubei", Rate: 1}}},
		{"a value that has to go", segment.IsMissing("score"), []segment.Change{{Attr: "score", From: "1", Rate: 1}}},
		{"out again, by a value that is there", is("visits", "5"), []segment.Change{{Attr: "visits", From: "8", To: "4", Rate: .5}}},
		{"nothing", segment.AllOf(), nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := must(table.Match(test.c)).Explain(0)
			if len(e.Changes) != len(test.want) || !e.Complete {
				t.Fatalf("%+v", e.Changes)
			}
			for k, want := range test.want {
				if e.Changes[k] != want {
					t.Errorf("%+v, want %+v", e.Changes[k], want)
				}
			}
		})
	}
}

func TestSumsDoNotDependOnTheOrderOfStays(t *testing.T) {
	schema := must(segment.NewSchema(nil, []segment.Attribute{{ID: "score", Kind: segment.Numeric}}))
	sum := func(texts ...string) string {
		b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, []string{"guest"}))
		b.Stays([]string{"guest", "guest", "guest"}).Texts("score", texts)
		m := must(must(b.Build()).Match(parse(`{"op":">","stays":{"take":"sum","of":"score"},"value":0}`)))
		return m.Explain(0).Leaves[0].Value
	}
	if a, b := sum("1e16", "1", "-1e16"), sum("-1e16", "1e16", "1"); a != b {
		t.Errorf("%s and %s", a, b)
	}
}

func TestLaterValuesReplaceEarlierOnes(t *testing.T) {
	b := must(segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf}, []string{"a", "b"}))
	b.Guests(nil).Texts("spend", []string{"0.005", "7"})
	b.Guests(nil).Texts("spend", []string{"3", ""})
	table := must(b.Build())
	a, _ := table.Schema().Find("spend")
	if table.Text(a, 0) != "3.00" || table.Text(a, 1) != "7.00" {
		t.Errorf("%s, %s", table.Text(a, 0), table.Text(a, 1))
	}
}
