package segment_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment"
)

func nested(depth int) string {
	return strings.Repeat(`{"op":"not","of":[`, depth-1) + `{"op":"all"}` + strings.Repeat(`]}`, depth-1)
}

func TestJSONOfStrangersIsBounded(t *testing.T) {
	tests := []struct{ name, text, param string }{
		{"unknown field", `{"op":"all","colour":1}`, "colour"},
		{"field in another case", `{"Op":"all"}`, "Op"},
		{"field twice", `{"op":"all","op":"any"}`, "op"},
		{"unknown operator", `{"op":"xor"}`, "op"},
		{"unknown field within", `{"op":"all","of":[{"op":"any"},{"op":"=","sum":1}]}`, "of[1].sum"},
		{"unknown field on stays", `{"op":"sameStay","stays":{"where":{"op":"all"},"within":1}}`, "stays.within"},
		{"window of half a day", `{"op":"sameStay","stays":{"lastDays":0.5}}`, "stays.lastDays"},
		{"list for a value", `{"op":"=","attr":"visits","value":[1]}`, "value"},
		{"text for a list", `{"op":"in","attr":"visits","values":"1"}`, "values"},
		{"no object", `[]`, "json"},
		{"null", `null`, ""},
		{"too deep", nested(33), ""},
		{"deepest", nested(32), ""},
		{"too many", `{"op":"all","of":[` + strings.Repeat(`{"op":"all"},`, 10_000) + `{"op":"all"}]}`, ""},
		{"too large", `{"op":"=","attr":"` + strings.Repeat("x", 1<<20) + `"}`, "json"},
		{"cut short", `{"op":"all","of":[`, ""},
		{"two values", `{"op":"all"} {"op":"all"}`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before := segment.Is("visits", segment.Equal, "1")
			c := before
			err := c.UnmarshalJSON([]byte(test.text))
			if test.name == "deepest" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !c.Equal(before) {
				t.Fatalf("error %v, condition %s", err, c)
			}
			p, typed := errors.AsType[*hotelcrm.ParamError](err)
			if test.param != "" && (!typed || p.Param != test.param) {
				t.Errorf("%v, want one about %s", err, test.param)
			}
		})
	}
}

func TestConditionsThatCannotBe(t *testing.T) {
	tests := []struct{ name, text, param string }{
		{"no operator", `{"attr":"visits"}`, "op"},
		{"unknown attribute", `{"op":"=","attr":"mood","value":1}`, "attr"},
		{"no attribute", `{"op":"=","value":1}`, "attr"},
		{"attribute and stays", `{"op":"=","attr":"visits","stays":{"take":"count"},"value":1}`, "attr"},
		{"no value", `{"op":"=","attr":"visits"}`, "value"},
		{"value of a join", `{"op":"all","value":"1"}`, "value"},
		{"not of two", `{"op":"not","of":[{"op":"all"},{"op":"all"}]}`, "of"},
		{"not of none", `{"op":"not"}`, "of"},
		{"ends not stated", `{"op":"between","attr":"visits","from":1,"to":2}`, "ends"},
		{"no number", `{"op":"=","attr":"visits","value":"NaN"}`, "value"},
		{"infinite", `{"op":"<","attr":"score","value":"Inf"}`, "value"},
		{"hostile number", `{"op":"<","attr":"spend","value":"1e999999999"}`, "value"},
		{"no date", `{"op":"<","attr":"last","value":"2025-02-29"}`, "value"},
		{"no level", `{"op":"=","attr":"room","value":"suite"}`, "value"},
		{"second level", `{"op":"in","attr":"room","values":["mid","suite"]}`, "values[1]"},
		{"order of a nominal", `{"op":"<","attr":"region","value":"hunan"}`, "op"},
		{"path", `{"op":"all","of":[{"op":"all"},{"op":"any","of":[{"op":"=","attr":"visits","value":"x"}]}]}`, "of[1].of[0].value"},
		{"stays in stays", `{"op":"sameStay","stays":{"where":{"op":"=","stays":{"take":"count"},"value":1}}}`, "stays.where.stays"},
		{"no take", `{"op":"=","stays":{},"value":1}`, "stays.take"},
		{"take of same stay", `{"op":"sameStay","stays":{"take":"count"}}`, "stays.take"},
		{"attribute of a count", `{"op":"=","stays":{"take":"count","of":"nights"},"value":1}`, "stays.of"},
		{"sum of dates", `{"op":"=","stays":{"take":"sum","of":"arrival"},"value":1}`, "stays.of"},
		{"greatest channel", `{"op":"=","stays":{"take":"max","of":"channel"},"value":1}`, "stays.of"},
		{"two windows", `{"op":"sameStay","stays":{"lastDays":1,"lastMonths":1}}`, "stays.lastDays"},
		{"window back to front", `{"op":"sameStay","stays":{"from":"2025-02-01","to":"2025-01-01"}}`, "stays.to"},
		{"window ahead", `{"op":"sameStay","stays":{"lastDays":-1}}`, "stays.lastDays"},
		{"attribute of the other table", `{"op":"sameStay","stays":{"where":{"op":"=","attr":"visits","value":1}}}`, "stays.where.attr"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := segment.Compile(frontDesk(), parse(test.text))
			refusetest.Param(t, err, test.param)
		})
	}
	if _, err := segment.Compile(nil, segment.AllOf()); err == nil {
		t.Error("compiled without a schema")
	}
	narrow := must(segment.NewSchema(nil, []segment.Attribute{{ID: "nights", Kind: segment.Numeric}}))
	if _, err := segment.Compile(narrow, parse(`{"op":"sameStay","stays":{"lastDays":1}}`)); err == nil {
		t.Error("a window without arrivals")
	}
}

func TestSchemasKeepTheirJSON(t *testing.T) {
	schema := must(segment.NewSchema(segment.HotelAttributes(), segment.StayAttributes("CNY")))
	var back segment.Schema
	if err := json.Unmarshal(must(json.Marshal(schema)), &back); err != nil {
		t.Fatal(err)
	}
	if !schema.Equal(&back) || back.Equal(frontDesk()) {
		t.Error("the schema came back as another")
	}
	for _, text := range []string{`{"version":2}`, `{"version":0}`, `{"version":1,"rooms":[]}`, `{"version":1,"guests":[{"id":"a"}]}`} {
		if err := json.Unmarshal([]byte(text), &back); err == nil {
			t.Errorf("%s is read", text)
		}
	}
}
