package main

import (
	"bytes"
	"encoding/csv"
	"html"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// table returns the guests of guests.csv by the names of the columns.
func (o outcome) table(t *testing.T) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(string(o.file(t, record.GuestsName)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		one := map[string]string{}
		for k, cell := range row {
			one[rows[0][k]] = cell
		}
		out = append(out, one)
	}
	return out
}

// section returns the text of a part of the page without its marks.
func section(t *testing.T, out outcome, id string) string {
	t.Helper()
	text := string(out.file(t, page.Name))
	from := strings.Index(text, `aria-labelledby="`+id+`"`)
	if from < 0 {
		return ""
	}
	text = text[from:]
	text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text[:strings.Index(text, "</section>")], " ")
	return strings.Join(strings.Fields(strings.ReplaceAll(html.UnescapeString(text), prose.NBSP, " ")), " ")
}

// thousands writes a sum as the page does: three digits, grouped.
func thousands(t *testing.T, list []float64) string {
	t.Helper()
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	unit := math.Pow(10, math.Floor(math.Log10(sum))-2)
	return "EUR " + prose.Group(strconv.FormatFloat(math.Round(sum/unit)*unit, 'f', 0, 64))
}

func TestWhatToDoFirstIsInGuests(t *testing.T) {
	out := simulated(t)
	text := section(t, out, "first")
	var late, fresh, sorry, drop []float64
	for _, g := range out.table(t) {
		value := float(t, g["residual_value"])
		switch g["lifecycle"] {
		case "at-risk":
			late = append(late, value)
		case "new":
			fresh = append(fresh, value)
		}
		if g["satisfaction"] != "" && float(t, g["satisfaction"]) < 3 {
			sorry = append(sorry, value)
		}
		if g["tier_until"] != "" && g["tier_until"] < "2026-04-01" {
			drop = append(drop, value)
		}
	}
	slices.SortFunc(late, func(a, b float64) int { return int(b - a) })
	for _, want := range []string{
		"Call the 100 late guests of whom most is expected: about " + thousands(t, late[:100]),
		"In all " + prose.Whole(len(late)) + " guests are late by their own habit and can still be kept. The model expects about " + thousands(t, late),
		"Ask the " + prose.Whole(len(sorry)) + " unhappy guests what went wrong", "below 3, the middle of the scale 1 to 5", thousands(t, sorry),
		"Write to the " + prose.Whole(len(drop)) + " members about to lose their tier", thousands(t, drop),
		"Give " + prose.Whole(len(fresh)) + " new guests a reason to come again", thousands(t, fresh),
		"lifecycle = at-risk; residual_value ↓", "satisfaction < 3", "tier_until < 2026-04-01", "lifecycle = new",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
}

func TestWhatIsNotKnownIsNothingToDo(t *testing.T) {
	table := done(t, "-segments", "ten", "-guests", written(t, "guests.csv", "guest,last,visits,revenue\na,2024-01-01,2,50\nb,2024-02-01,1,20\n"))
	if text := section(t, table, "first"); text != "" {
		t.Errorf("a table of guests: %s", text)
	}
	out := done(t, "-stays", written(t, "two.csv", twoYears), "-asof", "2026-01-01") // too little for a model
	text := section(t, out, "first")
	for _, bad := range []string{"model", "residual_value", "unhappy", "tier", "Work on"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q in %s", bad, text)
		}
	}
	if want := "Give 1 new guest a reason to come again"; !strings.Contains(text, want) {
		t.Errorf("no %q in %s", want, text)
	}
}

func TestBigSpendersOfATableOfGuests(t *testing.T) {
	out := small(t)
	text := "guest,last,visits,revenue\n"
	for _, g := range out.table(t) {
		text += g["guest"] + "," + g["last"] + "," + g["visits"] + "," + g["revenue"] + "\n"
	}
	table := done(t, "-guests", written(t, "guests.csv", text))
	n := 0
	for _, g := range table.table(t) {
		if g["segment"] == "win-back" {
			n++
		}
	}
	want := "Call the " + prose.Whole(min(n, 100)) + " big spenders long away who brought most. " + prose.Whole(n) + " guests are in the segment “Big spenders to win back”. guests.csv: segment = win-back; monetary ↓"
	if got := section(t, table, "first"); n < 2 || !strings.Contains(got, want) {
		t.Errorf("no %q in %s", want, got)
	}
}

// The table of segments says what guests.csv adds up to.
func TestSegmentsSayWhatIsExpected(t *testing.T) {
	out := simulated(t)
	alive, value, lapsed, n := 0.0, 0.0, 0, 0
	for _, g := range out.table(t) {
		if g["segment"] != "win-back" {
			continue
		}
		n++
		alive, value = alive+float(t, g["p_alive"]), value+float(t, g["residual_value"])
		if g["lifecycle"] == "lapsed" {
			lapsed++
		}
	}
	text := section(t, out, "segments")
	alone := regexp.MustCompile(`Big spenders to win back \S+ ([0-9,]+) [0-9,.]+ [0-9,.]+ ([0-9,]+) [0-9.]+ % ([0-9,]+) `).FindStringSubmatch(text)
	if len(alone) < 4 || alone[1] != prose.Whole(n) || alone[2] != prose.Whole(int(math.Round(alive))) || math.Abs(float(t, strings.ReplaceAll(alone[3], ",", ""))-value) > 20 {
		t.Errorf("%q; want %d guests, %f alive, %f expected", alone, n, alive, value)
	}
	if want := " " + prose.Whole(lapsed) + " "; !strings.Contains(text[strings.LastIndex(text, "Big spenders to win back"):], want) {
		t.Errorf("%d have lapsed", lapsed)
	}
}

// What became of those who were late is counted in the movement of summary.json.
func TestWhatBecameOfTheLate(t *testing.T) {
	out := small(t)
	m := out.summary(t).Classes.LifeCycle.Movement
	if m == nil {
		t.Fatal("no movement")
	}
	at := func(id string) int {
		return slices.IndexFunc(out.summary(t).Classes.LifeCycle.Classes, func(c record.ClassCount) bool { return c.ID == id })
	}
	k := at("at-risk")
	all, gone, late := int64(0), m.Counts[k][at("lapsed")], m.Counts[k][k]
	for _, n := range m.Counts[k] {
		all += n
	}
	share := func(n int64) string { return strconv.FormatFloat(100*float64(n)/float64(all), 'f', 1, 64) + " %" }
	want := "Of " + prose.Whole(all) + " guests at risk a year ago, " + share(gone) + " have lapsed since; " + share(all-gone-late) + " came back."
	for _, id := range []string{"short", "moves"} {
		if text := section(t, out, id); !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(string(out.file(t, page.Name)), "nobody fell") {
		t.Error("a plan in which nobody can fall is shown as if nobody did")
	}
}

// Guests who are late without a model come in the order of what they brought.
func TestLateGuestsWithoutAModel(t *testing.T) {
	out := done(t, "-stays", written(t, "late.csv", "guest,arrival,departure,revenue\na,2025-01-01,2025-01-02,5\nb,2025-01-05,2025-01-06,9\n"), "-asof", "2025-11-01")
	if text := section(t, out, "first"); !strings.Contains(text, "Call the 2 late guests who brought most.") || !strings.Contains(text, "lifecycle = at-risk; monetary ↓") {
		t.Errorf("got %s", text)
	}
}

func TestTilesSayTheLastYear(t *testing.T) {
	out := done(t, "-stays", written(t, "two.csv", twoYears), "-asof", "2026-01-01")
	page := html.UnescapeString(string(out.file(t, page.Name)))
	for _, want := range []string{
		"3 in the last year, +50.0" + prose.NBSP + "%", "4 in the last year, +33.3" + prose.NBSP + "%", "5 in the last year, 0.0" + prose.NBSP + "%",
		"300 in the last year, +50.3" + prose.NBSP + "%", "33.3" + prose.NBSP + "% in the last year, −16.7 points",
	} {
		if !strings.Contains(page, `<dd class="note lately">`+want+"</dd>") {
			t.Errorf("no tile says %s", want)
		}
	}
	cut := done(t, "-asof", "2025-07-01", "-stays", written(t, "a.csv", strings.Replace(twoYears, "a,2024-01-01,2024-01-03,100\n", "", 1)))
	if page := string(cut.file(t, "report.html")); strings.Contains(page, "in the last year,") || !strings.Contains(page, "in the last year</dd>") {
		t.Error("a year that is not whole is compared")
	}
}

func TestHouses(t *testing.T) {
	const stays = `guest,property,arrival,departure,revenue
a,SEA,2024-03-01,2024-03-03,100
a,SEA,2025-03-01,2025-03-03,80
a,HILL,2025-04-01,2025-04-03,70.50
b,HILL,2025-05-01,2025-05-03,150
b,HILL,2025-06-01,2025-06-03,30
c,OLD,2023-06-01,2023-06-03,30
`
	out := done(t, "-stays", written(t, "houses.csv", stays), "-asof", "2026-01-01")
	checkPage(t, out)
	text := section(t, out, "houses")
	for _, want := range []string{"HILL 2 – 3 – 250 – SEA 1 0.0 % 1 0.0 % 80.00 −20.0 %", "A guest of several houses counts in each."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(text, "OLD") {
		t.Error("a house without a visit in either year is shown")
	}
	want := &record.Houses{
		Before: hotelcrm.Window{From: hotelcrm.DateOf(2024, 1, 1), To: hotelcrm.DateOf(2024, 12, 31)},
		Now:    hotelcrm.Window{From: hotelcrm.DateOf(2025, 1, 1), To: hotelcrm.DateOf(2025, 12, 31)},
		List: []record.House{
			{Property: "HILL", Before: record.Came{Revenue: "0.00"}, Now: record.Came{Guests: 2, Visits: 3, Revenue: "250.50"}},
			{Property: "SEA", Before: record.Came{Guests: 1, Visits: 1, Revenue: "100.00"}, Now: record.Came{Guests: 1, Visits: 1, Revenue: "80.00"}},
		},
	}
	if diff := cmp.Diff(want, out.summary(t).Houses); diff != "" {
		t.Errorf("summary.json (-want +got):\n%s", diff)
	}
	one := done(t, "-stays", written(t, "one.csv", strings.NewReplacer("SEA", "HILL", "OLD", "HILL").Replace(stays)), "-asof", "2026-01-01")
	if text := section(t, one, "houses"); text != "" {
		t.Errorf("one house: %s", text)
	}
	if bytes.Contains(one.file(t, record.SummaryName), []byte(`"houses"`)) {
		t.Error("summary.json has houses where there is one")
	}
}
