package loyalty_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// earnsSoundly holds what any programme and guest must keep.
func earnsSoundly(t *testing.T, e *loyalty.Engine, g loyalty.Guest) {
	how := loyalty.Earning{Calendar: loyalty.Weekdays{}}
	out, err := e.Earn(&g, how)
	if err != nil {
		_, row := errors.AsType[*hotelcrm.RowError](err)
		if _, param := errors.AsType[*hotelcrm.ParamError](err); !row && !param {
			t.Fatalf("an error of no type: %v", err)
		}
		return
	}
	left, points, given := out.Taken.Counted, int64(0), map[string]int64{}
	for _, n := range out.Taken.LeftOut() {
		left += n
	}
	for _, c := range out.Credits {
		if points += c.Points; c.Points < 0 || c.Points != c.Rounded-c.Cut {
			t.Fatalf("%+v", c)
		}
		if c.Kind == loyalty.CampaignPoints {
			given[c.Rule] += c.Points
		}
	}
	if left != out.Taken.Rows || points != out.Redeemable || out.Qualifying > points {
		t.Fatalf("%+v", out)
	}
	for _, v := range e.Programme().Versions {
		for _, c := range v.Campaigns {
			if c.Budget > 0 && given[c.ID] > c.Budget {
				t.Fatalf("%s: %d of %d", c.ID, given[c.ID], c.Budget)
			}
		}
	}
	m := out.Of(&g)
	if _, err := e.Status(&m, loyalty.AsOf{On: day("2026-11-22")}); err != nil {
		if _, row := errors.AsType[*hotelcrm.RowError](err); !row {
			t.Fatal(err)
		}
	}
	again, err := e.Earn(&g, how)
	if err != nil || jsonOf(t, again) != jsonOf(t, out) {
		t.Fatalf("a second time: %v\n%s\n%s", err, jsonOf(t, out), jsonOf(t, again))
	}
}

func FuzzEarning(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.earn.cases.json"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		var list []publishedEarning
		if err := json.Unmarshal(text, &list); err != nil {
			f.Fatal(err)
		}
		for _, c := range list {
			f.Add([]byte(rich), []byte(jsonOf(f, c.Guest)))
		}
	}
	f.Fuzz(func(t *testing.T, rules, who []byte) {
		var g loyalty.Guest
		if json.Unmarshal(who, &g) != nil {
			return
		}
		text := `{"format":1,"id":"inn","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"guest"},` +
			`{"id":"friend","promote":{"metric":"nights","atLeast":5}}],` + string(rules) + `}]}`
		p, err := loyalty.ParseProgramme([]byte(text))
		if err != nil {
			return
		}
		e, err := loyalty.Compile(p)
		if err != nil {
			t.Fatal(err)
		}
		earnsSoundly(t, e, g)
	})
}
