package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// Three guests with a year between first and last stay, so that a year's pace is their number of visits.
const threeGuests = header + "ann,2023-01-01,2023-01-03,300\nann,2023-12-30,2023-12-31,100\nbob,2023-12-01,2023-12-02,80\ncy,2023-12-05,2023-12-06,200\n"

// One way of being wrong on each line; the first four are right, and three of them are of guests of the stays.
const trappedProfiles = `guest,motive,industry,income,credit,satisfaction
ann,business,trade,50000,4,5
bob,leisure,,20000,,3
cy,,,,,
dora,leisure,health,30000,3,4
ann,leisure,health,10000,1,1
,leisure,health,10000,1,1
bob,business
bob,business,trade,"20,000",4,5
bob,business,trade,-1,4,5
bob,business,trade,1,4,five
`

func TestProfilesAreCountedByReason(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", threeGuests), "-profiles", written(t, "crm.csv", trappedProfiles), "-cost", "300")
	p := out.summary(t).Valuation.Profiles
	want := &record.Profiles{
		File: "crm.csv", Rows: 10, Used: 3, Known: 2, SHA256: p.SHA256,
		Skipped: map[string]int64{"unknown-guest": 1, "repeat": 1, "missing-guest": 1, "unreadable": 4},
	}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, text := range []string{
		"crm.csv:6: guest: also on line 2; want one profile a guest", "crm.csv:8: row: 2 cells; want 6",
		`crm.csv:9: income "20,000": no amount`, `crm.csv:10: income "-1": below 0`, `crm.csv:11: satisfaction "five": no amount`,
	} {
		if !strings.Contains(out.stderr, text) {
			t.Errorf("no %q in:\n%s", text, out.stderr)
		}
	}
	if strings.Contains(out.stderr, "dora") || strings.Contains(out.stderr, "bob") {
		t.Errorf("a guest id in:\n%s", out.stderr)
	}
	if s := out.summary(t); !hasWarning(s, reckon.WarnProfiles) || hasWarning(s, reckon.WarnNoProfiles) || hasWarning(s, reckon.WarnNoCost) {
		t.Errorf("warnings %v", s.Warnings)
	}
	checkPage(t, out)
	if page := string(out.file(t, page.Name)); !strings.Contains(page, "4 unreadable") || !strings.Contains(page, `class="dots"`) {
		t.Error("the page does not say what was left out, or does not draw the guests one by one")
	}
}

// Cost 100 a guest; 3 years at 10 %: 3.31/1.331. Motives: business brings more than leisure.
func TestValuesOfThreeGuests(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", threeGuests), "-profiles", written(t, "crm.csv", trappedProfiles), "-cost", "300")
	guests := out.guests(t)
	// ann 300 · 1 visit's worth a year since 365 days, bob -20, cy 100; ann has the top in all but income over spend: 1,
	// with spend 400 a year, against bob with 80: 125 and 250. Scores: ann (5+3+5+1+3+5)/6, bob (1+1+5+1)/4.
	for guest, want := range map[string]string{
		"ann": "300.00,746.06,109.42,1155.48,high-value", "bob": "-20.00,-49.74,0.00,-69.74,low-value", "cy": "100.00,248.69,,,",
	} {
		if got := strings.Join(guests[guest][13:18], ","); got != want {
			t.Errorf("%s: %s, want %s", guest, got, want)
		}
	}
}

func TestStrictProfiles(t *testing.T) {
	stays := written(t, "stays.csv", threeGuests)
	out := command(t, "-stays", stays, "-profiles", written(t, "crm.csv", trappedProfiles), "-strict")
	if want := "crm.csv: 5 of 10 rows are wrong (1 repeat, 4 unreadable); nothing was written because of -strict"; out.code != exitFail || !strings.Contains(out.stderr, want) {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
	done(t, "-stays", stays, "-profiles", written(t, "crm.csv", "guest,motive\nann,business\nnobody,leisure\n,leisure\n"), "-strict")
}

func TestProfilesThatCannotBeUsed(t *testing.T) {
	stays := written(t, "stays.csv", threeGuests)
	for _, test := range []struct{ name, text, args, want string }{
		{"empty", "", "", "-profiles: crm.csv: the file is empty"},
		{"no guest", "id,motive\n", "", "-profiles: crm.csv: no column for guest; the header has id, motive; say which is which with -profile-columns guest=...\n"},
		{"nothing but guests", "guest,name\n", "", "no column for motive; the header has guest, name; say which is which with -profile-columns motive=...\n"},
		{"no such column", "guest,motive\n", "-profile-columns guest=guest,motive=why", `the header has no column "why"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			args := append([]string{"-stays", stays, "-profiles", written(t, "crm.csv", test.text)}, strings.Fields(test.args)...)
			if out := command(t, args...); out.code != exitFail || !strings.Contains(out.stderr, test.want) {
				t.Errorf("exit %d: %s", out.code, out.stderr)
			}
		})
	}
	out := command(t, "-stays", stays, "-profiles", "none.csv")
	if out.code != exitFail || !strings.Contains(out.stderr, "-profiles: open ") {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
}

// Profiles without rows, or of nobody here, leave the potential unknown.
func TestProfilesThatSayNothing(t *testing.T) {
	for name, text := range map[string]string{"no rows": "guest,motive\n", "strangers": "guest,motive\nx,business\n", "empty cells": "guest,motive,income\nann,,\n"} {
		out := done(t, "-stays", written(t, "stays.csv", threeGuests), "-profiles", written(t, "crm.csv", text))
		s := out.summary(t)
		if s.Valuation.Matrix != nil || s.Valuation.Profiles == nil || !hasWarning(s, reckon.WarnNoProfiles) {
			t.Errorf("%s: matrix %v, warnings %v", name, s.Valuation.Matrix, s.Warnings)
		}
		checkPage(t, out)
	}
}

func TestProfileColumnsAreMapped(t *testing.T) {
	text := "Gast;Grund;Einkommen\nann;business;50000\nbob;leisure;20000\n"
	stays := strings.ReplaceAll(threeGuests, ",", ";")
	out := done(t, "-stays", written(t, "stays.csv", stays), "-sep", ";", "-profiles", written(t, "crm.csv", text),
		"-profile-columns", "guest=gast,motive=grund,income=einkommen")
	if s := out.summary(t); s.Valuation.Profiles.Used != 2 || len(s.Valuation.Card.Indicators) != 3 {
		t.Errorf("%+v, %+v", s.Valuation.Profiles, s.Valuation.Card)
	}
}
