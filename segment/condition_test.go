package segment_test

import (
	"encoding/json"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// frontDesk is a schema with every kind of attribute.
func frontDesk() *segment.Schema {
	return must(segment.NewSchema([]segment.Attribute{
		{ID: "visits", Kind: segment.Numeric, Count: true},
		{ID: "score", Kind: segment.Numeric},
		{ID: "spend", Kind: segment.Money, Currency: "CNY"},
		{ID: "last", Kind: segment.Day},
		{ID: "room", Kind: segment.Ordinal, Levels: []segment.Level{{ID: "economy"}, {ID: "mid"}, {ID: "top"}}},
		{ID: "region", Kind: segment.Nominal, Open: true, Levels: []segment.Level{{ID: "hunan"}, {ID: "hubei"}}},
	}, []segment.Attribute{
		{ID: "arrival", Kind: segment.Day},
		{ID: "nights", Kind: segment.Numeric, Count: true},
		{ID: "revenue", Kind: segment.Money, Currency: "CNY"},
		{ID: "channel", Kind: segment.Nominal, Open: true},
	}))
}

var asOf = hotelcrm.DateOf(2026, 1, 31)

func threeGuests() *segment.Table {
	b := must(segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf}, []string{"wang", "li", "zhao"}))
	g := b.Guests(nil)
	g.Texts("visits", []string{"5", "1", ""})
	g.Texts("spend", []string{"20000", "99.995", ""})
	g.Texts("last", []string{"2026-01-10", "2020-05-01", ""})
	g.Texts("room", []string{"mid", "economy", ""})
	g.Texts("region", []string{"hunan", "tibet", ""})
	s := b.Stays([]string{"wang", "li", "wang", "wang", "nobody"})
	s.Texts("arrival", []string{"2026-01-10", "2020-04-30", "2025-02-01", "2024-06-01", "2024-06-01"})
	s.Texts("nights", []string{"3", "1", "1", "2", "9"})
	s.Texts("revenue", []string{"1000.50", "99.995", "200", "", "9"})
	s.Texts("channel", []string{"web", "phone", "phone", "web", "x"})
	return must(b.Build())
}

func parse(text string) segment.Condition {
	var c segment.Condition
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		panic(text + ": " + err.Error())
	}
	return c
}

func TestConditions(t *testing.T) {
	table := threeGuests() // li, wang, zhao
	tests := []struct{ name, condition, want string }{
		{"at least", `{"op":">=","attr":"visits","value":5}`, "wang"},
		{"above", `{"op":">","attr":"visits","value":5}`, ""},
		{"below", `{"op":"<","attr":"visits","value":"4.5"}`, "li"},
		{"not below", `{"op":"not","of":[{"op":"<","attr":"visits","value":5}]}`, "wang zhao"},
		{"unequal", `{"op":"!=","attr":"visits","value":5}`, "li"},
		{"missing", `{"op":"missing","attr":"visits"}`, "zhao"},
		{"nobody has it", `{"op":">","attr":"score","value":-1e9}`, ""},
		{"all lack it", `{"op":"missing","attr":"score"}`, "li wang zhao"},
		{"exact below", `{"op":"<","attr":"spend","value":"99.995"}`, ""},
		{"exact equal", `{"op":"=","attr":"spend","value":"99.9950"}`, "li"},
		{"exact between", `{"op":"between","attr":"spend","from":"99.99","to":"100","ends":"()"}`, "li"},
		{"range", `{"op":"between","attr":"spend","from":20000,"to":100000,"ends":"[)"}`, "wang"},
		{"open range", `{"op":"between","attr":"spend","from":20000,"to":100000,"ends":"(]"}`, ""},
		{"rank", `{"op":">=","attr":"room","value":"mid"}`, "wang"},
		{"region", `{"op":"in","attr":"region","values":["hunan","hubei"]}`, "wang"},
		{"unknown region", `{"op":"=","attr":"region","value":"tibet"}`, "li"},
		{"nobody's region", `{"op":"!=","attr":"region","value":"macao"}`, "li wang"},
		{"date", `{"op":"<","attr":"last","value":"2021-01-01"}`, "li"},
		{"stays last year", `{"op":"=","stays":{"take":"count","lastDays":365},"value":2}`, "wang"},
		{"edge of the window", `{"op":"=","stays":{"take":"count","lastDays":364},"value":1}`, "wang"},
		{"stays by month", `{"op":"=","stays":{"take":"count","lastMonths":12},"value":2}`, "wang"},
		{"no stay", `{"op":"=","stays":{"take":"count"},"value":0}`, "zhao"},
		{"sum", `{"op":">","stays":{"take":"sum","of":"revenue"},"value":"1200.49"}`, "wang"},
		{"exact sum", `{"op":"<","stays":{"take":"sum","of":"revenue","from":"2020-01-01","to":"2020-12-31"},"value":"100"}`, "li wang zhao"},
		{"longest", `{"op":">=","stays":{"take":"max","of":"nights"},"value":3}`, "wang"},
		{"none is longest", `{"op":"missing","stays":{"take":"max","of":"nights"}}`, "zhao"},
		{"same stay", `{"op":"sameStay","stays":{"where":{"op":"all","of":[{"op":"=","attr":"channel","value":"web"},{"op":">=","attr":"nights","value":3}]}}}`, "wang"},
		{"on two stays", `{"op":"sameStay","stays":{"where":{"op":"all","of":[{"op":"=","attr":"channel","value":"phone"},{"op":">=","attr":"nights","value":3}]}}}`, ""},
		{"always", `{"op":"all"}`, "li wang zhao"},
		{"never", `{"op":"any"}`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, err := table.Match(parse(test.condition))
			if err != nil {
				t.Fatal(err)
			}
			var one, all string
			rows := m.Rows()
			for i, guest := range table.Guests() {
				if m.Holds(i) {
					one += " " + guest
				}
				if rows.Has(i) {
					all += " " + guest
				}
			}
			if one != all || len(one) > 0 && one[1:] != test.want || one == "" && test.want != "" {
				t.Errorf("%s: one by one %q, in columns %q, want %q", m.Test().Condition(), one, all, test.want)
			}
		})
	}
}
