package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// friends is a programme of two tiers.
const friends = `{"format": 1, "id": "inn", "currency": "EUR", "versions": [{
  "id": "2026", "window": {"kind": "rolling", "months": 12}, "valid": {"kind": "months", "months": 12},
  "tiers": [{"id": "guest"}, {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}, "payRate": 0.95}]
}]}`

const nightHeader = "guest,arrival,departure,revenue\n"

// tierOf returns the last three cells of a guest.
func tierOf(t *testing.T, out outcome, guest string) []string {
	t.Helper()
	row := out.guests(t)[guest]
	if len(row) < 3 {
		t.Fatalf("no guest %s", guest)
	}
	return tierCells(row)
}

func TestProgrammeOfOnesOwn(t *testing.T) {
	programme := written(t, "inn.json", friends)
	stays := written(t, "stays.csv", nightHeader+
		"a,2025-01-10,2025-01-15,500\n"+ // a friend through 14 January 2026
		"b,2024-01-10,2024-01-20,900\n"+ // no longer
		"c,2025-06-01,2025-06-04,10\nd,2025-12-31,2025-12-31,10\n"+
		"=e,2025-12-20,2025-12-31,10\n")
	out := done(t, "-stays", stays, "-programme", programme)
	checkPage(t, out)
	for guest, want := range map[string][]string{
		"a": {"friend", "2026-01-14", ""}, "b": {"guest", "", "5"}, "c": {"guest", "", "2"}, "d": {"guest", "", "5"},
		"'=e": {"friend", "2026-12-30", ""},
	} {
		if got := tierOf(t, out, guest); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", guest, got, want)
		}
	}
	l := out.summary(t).Loyalty
	if l.Programme.File != "inn.json" || l.Programme.Version != "2026" || l.Ending.Members != 1 || l.AsOf.String() != "2026-01-01" || l.Near[1].Members != 1 {
		t.Errorf("got %+v", l)
	}
	if page := string(out.file(t, page.Name)); !strings.Contains(page, "Friend → Guest") || !strings.Contains(page, "any stay") {
		t.Error("the page does not show who falls")
	}
}

// Nobody can read the rules of a house from its stays.
func TestWithoutProgrammeThereAreNoTiers(t *testing.T) {
	guests := written(t, "guests.csv", "guest,last,visits,revenue\na,2024-01-01,2,10\n")
	stays := written(t, "stays.csv", "guest,arrival,revenue\na,2024-01-01,10\n")
	programme := written(t, "inn.json", friends)
	for _, test := range []struct {
		args []string
		note string
	}{
		{[]string{"-stays", stays}, ""},
		{[]string{"-guests", guests}, ""},
		{[]string{"-guests", guests, "-programme", programme}, " table of guests does not hold their visits, so tiers are not known"},
		{[]string{"-stays", stays, "-visit", "stay", "-programme", programme}, "-asof DATE keeps them, and takes more memory"},
	} {
		out := done(t, test.args...)
		checkPage(t, out)
		s := out.summary(t)
		if s.Loyalty != nil || hasWarning(s, reckon.WarnNoTiers) != (test.note != "") {
			t.Errorf("%v: %+v", test.args, s.Warnings)
		}
		if got := tierOf(t, out, "a"); !slices.Equal(got, []string{"", "", ""}) {
			t.Errorf("%v: %q", test.args, got)
		}
		page := string(out.file(t, page.Name))
		if strings.Contains(page, `id="loyalty"`) != (test.note != "") || !strings.Contains(page, test.note) {
			t.Errorf("%v: the page does not say %q", test.args, test.note)
		}
	}
}

func TestProgrammesThatCannotBeUsed(t *testing.T) {
	stays := written(t, "stays.csv", "guest,arrival,revenue\na,2024-01-01,10\n")
	spend := strings.Replace(friends, `"metric": "nights"`, `"metric": "spend"`, 1)
	for _, test := range []struct {
		name, text, want string
		code             int
	}{
		{"broken", `{"format": 1, "tiers": []}`, "tiers", exitFail},
		{"empty", "", "not a programme", exitFail},
		{"wrong", strings.Replace(friends, `"atLeast": 5`, `"atLeast": -5`, 1), "versions[0].tiers[1].promote", exitFail},
		{"currency", strings.Replace(spend, "EUR", "USD", 1), "its spend is in USD and the report in EUR", exitFail},
	} {
		out := command(t, "-stays", stays, "-programme", written(t, "p.json", test.text))
		if out.code != test.code || !strings.Contains(out.stderr, test.want) {
			t.Errorf("%s: exit %d, %s", test.name, out.code, out.stderr)
		}
		if _, err := os.Stat(out.dir); err == nil {
			t.Errorf("%s: something was written", test.name)
		}
	}
	if out := command(t, "-programme", "missing.json"); out.code != exitFail || !strings.Contains(out.stderr, "missing.json") {
		t.Errorf("exit %d, %s", out.code, out.stderr)
	}
	if out := command(t, "-programme", " "); out.code != exitFlags {
		t.Errorf("exit %d, %s", out.code, out.stderr)
	}
	// Nights in another currency are nights.
	done(t, "-stays", stays, "-programme", written(t, "p.json", strings.Replace(friends, "EUR", "USD", 1)))
}

func TestEveryPublishedProgrammeMakesAPage(t *testing.T) {
	names, err := filepath.Glob("../../loyalty/testdata/*.json")
	if err != nil || len(names) < 10 {
		t.Fatal(len(names), err)
	}
	stays := written(t, "stays.csv", nightHeader+strings.Repeat("a,2025-01-10,2025-01-25,5000\n", 4)+
		"b,2024-01-10,2024-01-20,900\nc,2019-06-01,2019-06-04,10\nd,1960-01-01,1960-01-01,-10\nd,2025-12-31,2025-12-31,-10.005\n")
	for _, name := range names {
		if strings.HasSuffix(name, ".cases.json") {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var p loyalty.Programme
			if err := json.Unmarshal(text, &p); err != nil || p.Validate() != nil {
				t.Skip("not to be used")
			}
			path, err := filepath.Abs(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, day := range []string{"2026-01-01", "1961-01-01", "2199-12-31"} {
				out := done(t, "-stays", stays, "-currency", p.Currency, "-asof", day, "-programme", path)
				checkPage(t, out)
				l := out.summary(t).Loyalty
				if l == nil || l.Unplaced != 0 || len(l.Findings) != len(loyalty.Lint(p)) {
					t.Errorf("%s: %+v", day, l)
				}
			}
		})
	}
}

func TestWhatStaysDoNotTellIsSaid(t *testing.T) {
	stays := written(t, "stays.csv", nightHeader+"a,2025-01-10,2025-01-15,500\na,2025-03-01,2025-03-02,123456789012345678.5\nb,2025-01-01,2025-01-02,1\n")
	text := strings.Replace(friends, `{"metric": "nights", "atLeast": 5}`, `{"any": [{"metric": "points", "atLeast": 10}, {"metric": "spend", "atLeast": 20000}]}`, 1)
	text = strings.Replace(text, `"id": "2026",`, `"id": "2026", "to": "2025-12-01",`, 1)
	out := done(t, "-stays", stays, "-asof", "2026-01-01", "-programme", written(t, "p.json", text))
	checkPage(t, out)
	s := out.summary(t)
	if s.Loyalty.Unplaced != 1 || !hasWarning(s, reckon.WarnUnplaced) || !hasWarning(s, reckon.WarnNotFromStays) || !hasWarning(s, reckon.WarnNotInForce) {
		t.Errorf("%+v, %+v", s.Loyalty, s.Warnings)
	}
	if got := tierOf(t, out, "a"); !slices.Equal(got, []string{"", "", ""}) {
		t.Errorf("got %q", got)
	}
	if page := string(out.file(t, page.Name)); !strings.Contains(page, "Of base points these stays tell nothing") || !strings.Contains(page, "No rules are in force after 2025-11-30") {
		t.Error("the page does not say what is missing")
	}
}

// Data without nights has stays all the same.
func TestDayVisitsAreStaysWhereNobodySleeps(t *testing.T) {
	text := strings.Replace(friends, `"metric": "nights", "atLeast": 5`, `"metric": "stays", "atLeast": 2`, 1)
	programme := written(t, "p.json", text)
	out := done(t, "-stays", written(t, "stays.csv", "guest,arrival,revenue\na,2025-01-10,5\na,2025-01-11,5\n"), "-programme", programme)
	if got := tierOf(t, out, "a"); got[0] != "friend" || !strings.Contains(string(out.file(t, page.Name)), "No visit of this data has a night, so every visit counts as a stay.") {
		t.Errorf("got %q", got)
	}
	out = done(t, "-stays", written(t, "stays.csv", nightHeader+"a,2025-01-10,2025-01-10,5\na,2025-01-11,2025-01-11,5\nb,2025-01-01,2025-01-02,5\n"), "-programme", programme)
	if got := tierOf(t, out, "a"); got[0] != "guest" {
		t.Errorf("got %q", got)
	}
}
