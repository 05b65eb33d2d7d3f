package loyalty_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"

	gocmp "github.com/google/go-cmp/cmp"
)

// small is a programme with something in most places.
const small = `{"format":1,"id":"inn","currency":"EUR","versions":[{"id":"1","from":"2024-01-01","tiers":[{"id":"guest"},` +
	`{"id":"friend","promote":{"any":[{"metric":"nights","atLeast":5},{"all":[{"metric":"stays","atLeast":2},{"metric":"spend","atLeast":"500.50"}]}]}}],` +
	`"valid":{"kind":"month-end","month":2,"years":1}}]}`

func TestDecodingIsStrict(t *testing.T) {
	swap := func(old, new string) string {
		if !strings.Contains(small, old) {
			t.Fatal(old)
		}
		return strings.Replace(small, old, new, 1)
	}
	tests := []struct{ name, text, path, words string }{
		{"unknown key", swap(`"format":1`, `"format":1,"colour":"red"`), "colour", "unknown key"},
		{"key in capitals", swap(`"promote"`, `"Promote"`), "versions[0].tiers[1].Promote", "unknown key"},
		{"key twice", swap(`"id":"friend"`, `"id":"friend","id":"foe"`), "versions[0].tiers[1].id", "twice"},
		{"unknown metric", swap(`"metric":"nights"`, `"metric":"night"`), "versions[0].tiers[1].promote.any[0].metric", "one of nights, stays"},
		{"empty metric", swap(`"metric":"nights"`, `"metric":""`), "versions[0].tiers[1].promote.any[0].metric", "one of"},
		{"about is not a number", swap(`"500.50"`, `"about 500"`), "versions[0].tiers[1].promote.any[1].all[1].atLeast", "digits"},
		{"exponent", swap(`"atLeast":5`, `"atLeast":5e9`), "versions[0].tiers[1].promote.any[0].atLeast", "no exponent"},
		{"wrong type", swap(`"atLeast":5`, `"atLeast":true`), "versions[0].tiers[1].promote.any[0].atLeast", "want a number"},
		{"null", swap(`"currency":"EUR"`, `"currency":null`), "currency", "want a text"},
		{"list for object", swap(`"valid":{`, `"valid":[{`), "versions[0].valid", "want an object"},
		{"day that does not exist", swap(`2024-01-01`, `2023-02-29`), "versions[0].from", "2023-02-29"},
		{"fraction", swap(`"month":2`, `"month":2.5`), "versions[0].valid.month", "whole number"},
		{"text after it", small + "{}", "", "text after"},
		{"cut off", small[:60], "versions[0].id", "unexpected"},
		{"not UTF-8", swap("inn", "\xff"), "", "UTF-8"},
		{"too deep", swap(`{"metric":"nights","atLeast":5}`, strings.Repeat(`{"all":[`, 30)), "", "deeply"},
		{"too long", small + strings.Repeat(" ", 1<<20), "", "bytes"},
		{"empty", "", "", "EOF"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := loyalty.ParseProgramme([]byte(test.text))
			found, ok := errors.AsType[*loyalty.DecodeError](err)
			if !ok || !errors.Is(err, loyalty.ErrFormat) {
				t.Fatalf("got %v", err)
			}
			if (found.Path != test.path && test.name != "too deep") || !strings.Contains(err.Error(), test.words) {
				t.Errorf("got %q: %v", found.Path, err)
			}
		})
	}
}

func TestProgrammesThatCannotBe(t *testing.T) {
	tests := []struct{ name, old, new, path string }{
		{"format", `"format":1`, `"format":2`, "format"},
		{"no id", `"id":"inn"`, `"id":""`, "id"},
		{"currency", `"EUR"`, `"euro"`, "currency"},
		{"no versions", small[strings.Index(small, `,"versions"`):], `}`, "versions"},
		{"two tiers alike", `"id":"friend"`, `"id":"guest"`, "versions[0].tiers[1].id"},
		{"condition for the first tier", `{"id":"guest"}`, `{"id":"guest","promote":{"metric":"nights","atLeast":1}}`, "versions[0].tiers[0].promote"},
		{"nothing in it", `{"metric":"nights","atLeast":5}`, `{"tier":"guest"}`, "versions[0].tiers[1].promote.any[0]"},
		{"two things in it", `{"metric":"nights","atLeast":5}`, `{"metric":"nights","atLeast":5,"all":[{"metric":"stays","atLeast":1}]}`, "versions[0].tiers[1].promote.any[0]"},
		{"no threshold", `"metric":"nights","atLeast":5`, `"metric":"nights"`, "versions[0].tiers[1].promote.any[0]"},
		{"half a night", `"atLeast":5`, `"atLeast":5.5`, "versions[0].tiers[1].promote.any[0].atLeast"},
		{"half a cent", `500.50`, `500.505`, "versions[0].tiers[1].promote.any[1].all[1].atLeast"},
		{"negative", `"atLeast":5`, `"atLeast":-5`, "versions[0].tiers[1].promote.any[0].atLeast"},
		{"empty range", `"atLeast":5`, `"atLeast":5,"below":5`, "versions[0].tiers[1].promote.any[0]"},
		{"years without a tier", `"metric":"nights"`, `"metric":"years"`, "versions[0].tiers[1].promote.any[0].tier"},
		{"years of an unknown tier", `"metric":"nights"`, `"metric":"years","tier":"foe"`, "versions[0].tiers[1].promote.any[0].tier"},
		{"months of a calendar year", `"metric":"nights"`, `"metric":"nights","window":{"months":3}`, "versions[0].tiers[1].promote.any[0].window.months"},
		{"back of a rolling window", `"metric":"nights"`, `"metric":"nights","window":{"kind":"rolling","back":1}`, "versions[0].tiers[1].promote.any[0].window.back"},
		{"best of one", `"metric":"nights"`, `"metric":"nights","window":{"kind":"best-of","of":[{"kind":"rolling"}]}`, "versions[0].tiers[1].promote.any[0].window.of"},
		{"best of best", `"metric":"nights"`, `"metric":"nights","window":{"kind":"best-of","of":[{"kind":"best-of"},{"kind":"rolling"}]}`, "versions[0].tiers[1].promote.any[0].window.of[0].kind"},
		{"month 13", `"month":2`, `"month":13`, "versions[0].valid.month"},
		{"validity without kind", `"kind":"month-end",`, ``, "versions[0].valid.kind"},
		{"months beside a month end", `"years":1`, `"years":1,"months":3`, "versions[0].valid.months"},
		{"version that ends before it begins", `"from":"2024-01-01"`, `"from":"2024-01-01","to":"2023-01-01"`, "versions[0].to"},
		{"versions that overlap", `"versions":[`, `"versions":[{"id":"0","to":"2024-01-02","tiers":[{"id":"guest"}]},`, "versions[1].from"},
		{"versions with one id", `"versions":[`, `"versions":[{"id":"1","to":"2024-01-01","tiers":[{"id":"guest"}]},`, "versions[0].id"},
		{"other first tier", `"versions":[`, `"versions":[{"id":"0","to":"2024-01-01","tiers":[{"id":"friend"}]},`, "versions[1].tiers[0].id"},
		{"floor of an unknown tier", `"valid":`, `"downgrade":{"floor":"foe"},"valid":`, "versions[0].downgrade.floor"},
		{"delay", `"valid":`, `"effectiveAfterDays":8,"valid":`, "versions[0].effectiveAfterDays"},
		{"pay rate", `"id":"friend"`, `"id":"friend","payRate":1.1`, "versions[0].tiers[1].payRate"},
		{"rollover of no-shows", `"valid":`, `"rollover":{"metric":"noShows"},"valid":`, "versions[0].rollover.metric"},
		{"move to an unknown tier", `"valid":`, `"moves":[{"from":"guest","to":"foe"}],"valid":`, "versions[0].moves[0].to"},
		{"milestone at zero", `"valid":`, `"milestones":[{"id":"m","metric":"nights","at":0}],"valid":`, "versions[0].milestones[0]"},
		{"milestone of brands", `"valid":`, `"milestones":[{"id":"m","metric":"brands","at":1}],"valid":`, "versions[0].milestones[0].metric"},
		{"challenge without days", `"valid":`, `"challenges":[{"id":"c","steps":[]}],"valid":`, "versions[0].challenges[0].days"},
		{"step with a window", `"valid":`, `"challenges":[{"id":"c","days":9,"steps":[{"when":{"metric":"nights","atLeast":1,"window":{"kind":"rolling"}},"tier":"friend","to":"2030-01-01"}]}],"valid":`, "versions[0].challenges[0].steps[0].when.window"},
		{"benefit of an unknown tier", `"valid":`, `"benefits":[{"id":"b","tiers":[{"tier":"foe","given":"given"}]}],"valid":`, "versions[0].benefits[0].tiers[0].tier"},
		{"expiry", `"valid":`, `"expiry":{"idleMonths":-1},"valid":`, "versions[0].expiry"},
		{"every night free", `"valid":`, `"freeNight":{"every":1},"valid":`, "versions[0].freeNight.every"},
		{"floor that ends before it begins", `"versions"`, `"floors":[{"heldOn":"2024-01-01","to":"2024-01-01"}],"versions"`, "floors[0].to"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(small, test.old, test.new, 1)
			if text == small {
				t.Fatal("nothing changed")
			}
			_, err := loyalty.ParseProgramme([]byte(text))
			param, ok := errors.AsType[*hotelcrm.ParamError](err)
			if !ok || param.Param != test.path {
				t.Errorf("got %v, want a complaint about %s", err, test.path)
			}
			if errors.Is(err, loyalty.ErrFormat) {
				t.Errorf("refused by the decoder: %v", err)
			}
			if findings := loyalty.Lint(mustRead(t, text)); len(findings) != 1 || findings[0].Code != loyalty.Invalid || findings[0].Path != test.path {
				t.Errorf("lint says %v", findings)
			}
		})
	}
}

func mustRead(t *testing.T, text string) loyalty.Programme {
	t.Helper()
	var p loyalty.Programme
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestVersionsMustAgreeOnTheOrderOfTiers(t *testing.T) {
	one := `{"id":"1","to":"2024-01-01","tiers":[{"id":"guest"},{"id":"a"},{"id":"b"}]}`
	two := `{"id":"2","from":"2024-01-01","tiers":[{"id":"guest"},{"id":"b"},{"id":"a"}]}`
	_, err := loyalty.ParseProgramme([]byte(`{"format":1,"id":"x","currency":"EUR","versions":[` + one + "," + two + `]}`))
	if err == nil {
		t.Error("a above b and b above a")
	}
	three := `{"id":"2","from":"2024-01-01","tiers":[{"id":"guest"},{"id":"c"},{"id":"b"},{"id":"d"}]}`
	e := compiled(t, `{"format":1,"id":"x","currency":"EUR","versions":[`+one+","+three+`]}`)
	if diff := gocmp.Diff([]string{"guest", "a", "c", "b", "d"}, e.Ladder()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The decoder's table of keys and the types must say the same.
func TestEveryFieldCanBeRead(t *testing.T) {
	for _, name := range programmes(t) {
		text, err := os.ReadFile(filepath.Join("testdata", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := loyalty.ParseProgramme(text)
		if err != nil {
			t.Fatal(name, err)
		}
		again, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		read, err := loyalty.ParseProgramme(again)
		if diff := gocmp.Diff(p, read, gocmp.Comparer(decimal.Decimal.Equal)); diff != "" || err != nil {
			t.Errorf("%s, %v (-want +got):\n%s", name, err, diff)
		}
	}
	var full loyalty.Programme
	fill(reflect.ValueOf(&full).Elem(), 0)
	text, err := json.Marshal(full)
	if err != nil {
		t.Fatal(err)
	}
	var read loyalty.Programme
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(read); err != nil || !bytes.Equal(text, again) {
		t.Errorf("a field is lost, %v:\n%s\n%s", err, text, again)
	}
}

// fill sets every field to something that is not its zero value.
func fill(v reflect.Value, depth int) {
	switch {
	case v.Type() == reflect.TypeFor[decimal.Decimal]():
		v.Set(reflect.ValueOf(decimal.New(125, -2)))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), depth+1)
		}
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth+1)
	case v.Kind() == reflect.Slice && depth < 9:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), depth+1)
	case v.CanInt():
		v.SetInt(1)
	case v.CanUint():
		v.SetUint(1)
	case v.Kind() == reflect.String:
		v.SetString("x")
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	}
}

func FuzzProgramme(f *testing.F) {
	f.Add([]byte(small))
	for _, name := range programmes(f) {
		text, err := os.ReadFile(filepath.Join("testdata", name+".json"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	m := loyalty.Member{Activities: []loyalty.Activity{nights("2023-11-30", 30), nights("2024-06-05", 12), nights("2026-02-28", 70)}}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := loyalty.ParseProgramme(text)
		if err != nil {
			_, wrong := errors.AsType[*loyalty.DecodeError](err)
			if _, refused := errors.AsType[*hotelcrm.ParamError](err); !wrong && !refused {
				t.Fatalf("an error of no type: %v", err)
			}
			return
		}
		e, err := loyalty.Compile(p)
		if err != nil {
			t.Fatal(err)
		}
		at := loyalty.AsOf{On: day("2026-11-22")}
		before, err := e.Status(&m, at)
		if err != nil {
			t.Fatal(err)
		}
		written, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if len(written) < 1<<19 {
			if after := statusOf(t, compiled(t, string(written)), m, "2026-11-22"); after != before {
				t.Fatalf("%+v, after JSON %+v", before, after)
			}
		}
		if _, err := e.Progress(&m, at); err != nil {
			t.Fatal(err)
		}
		if _, err := e.Timeline(&m, at); err != nil {
			t.Fatal(err)
		}
		if _, err := e.Milestones(&m, at); err != nil {
			t.Fatal(err)
		}
		loyalty.Lint(p)
		earnsSoundly(t, e, guest(spring(6)...))
	})
}
