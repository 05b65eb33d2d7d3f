package main

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// A column of statuses, or an analysis date, makes the register keep all visits; the result is the same.
func TestTalliesAndAllVisitsAgree(t *testing.T) {
	tallies := "guest,arrival,departure,revenue,food,fees,role,use,rooms,property\n" +
		"a,2024-01-01,2024-01-03,10,5,1,,,2,p\na,2024-01-01,2024-01-02,20,,,sharer,,,p\nb,2024-01-02,2024-01-05,20.50,,2,,points,,q\n" +
		"b,2024-03-02,2024-03-02,-20.505,,2,primary,paid,1,q\nc,2024-03-02,2024-03-01,1,,,,,,\nd,2024-03-02,2024-03-03,1,,,account,house-use,,\n"
	var visits strings.Builder
	for i, line := range strings.Split(strings.TrimSpace(tallies), "\n") {
		visits.WriteString(line + map[bool]string{true: ",status", false: ",departed"}[i == 0] + "\n")
	}
	first := done(t, "-stays", written(t, "stays.csv", tallies), "-visit", "stay")
	for _, other := range []outcome{
		done(t, "-stays", written(t, "stays.csv", visits.String()), "-visit", "stay"),
		done(t, "-stays", written(t, "stays.csv", tallies), "-visit", "stay", "-asof", "2024-03-04"),
	} {
		if diff := cmp.Diff(withoutStages(first.guests(t)), withoutStages(other.guests(t))); diff != "" {
			t.Errorf("guests (-tallies +visits):\n%s", diff)
		}
		a, b := first.summary(t), other.summary(t)
		a.Input.SHA256, b.Input.SHA256 = "", ""
		if a.Valuation.Returns != nil || b.Valuation.Returns == nil || !hasWarning(a, reckon.WarnNoVisits) || hasWarning(b, reckon.WarnNoVisits) {
			t.Error("visits are known in tallies, or not known without")
		}
		if a.Houses != nil || b.Houses == nil || len(b.Houses.List) != 2 {
			t.Error("houses by arrival are known in tallies, or not known without")
		}
		withoutVisits(&a)
		withoutVisits(&b)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("summary (-tallies +visits):\n%s", diff)
		}
		if first.stderr != other.stderr {
			t.Errorf("messages %s and %s", first.stderr, other.stderr)
		}
	}
	early := done(t, "-stays", written(t, "stays.csv", tallies), "-visit", "stay", "-asof", "2024-01-03").summary(t)
	if early.Input.Guests != 2 {
		t.Errorf("%d guests before the last departure", early.Input.Guests)
	}
}

// withoutStages takes out the stages of life, which only visits tell.
func withoutStages(guests map[string][]string) map[string][]string {
	for _, row := range guests {
		row[stageCell] = ""
	}
	return guests
}

// withoutVisits takes out what only a register of all visits knows.
func withoutVisits(s *record.Summary) {
	s.Classes.LifeCycle, s.Classes.Plan.NotKnown, s.Classes.Example = nil, "", nil
	of := []hotelcrm.WarningCode{reckon.WarnNoVisits, reckon.WarnNoRetention, reckon.WarnNoModel}
	s.Warnings = slices.DeleteFunc(s.Warnings, func(w hotelcrm.Warning) bool { return slices.Contains(of, w.Code) })
	s.Valuation.Reasons = slices.DeleteFunc(s.Valuation.Reasons, func(code hotelcrm.WarningCode) bool { return slices.Contains(of, code) })
	s.Valuation.Returns, s.Valuation.Equity, s.BTYD, s.Houses = nil, nil, nil, nil
}

func TestGuestsFileIsThatOfEncodingCSV(t *testing.T) {
	for _, args := range [][]string{
		{},
		{"-stays", written(t, "stays.csv", "guest,arrival,revenue\n\"a,b\",2024-01-01,5\n\"c\"\"d\",2024-01-01,5.005\n\"e\nf\",2024-01-02,-7\n\\.,2024-01-02,-0.01\n")},
		{"-guests", written(t, "guests.csv", "guest,last,visits,revenue\na,2024-01-01,2,10\nb,2024-01-09,1,5\n")},
	} {
		out := simulated(t)
		if len(args) > 0 {
			out = done(t, args...)
		}
		got := out.file(t, record.GuestsName)
		rows, err := csv.NewReader(bytes.NewReader(got)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("%v (-encoding/csv +got):\n%s", args, diff)
		}
	}
}
