package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/bulk"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

// single hides that a reader can be read in blocks.
type single struct{ *table.Reader }

// taken is what becomes of a table, block by block or row by row.
func taken(t *testing.T, text string, inBlocks bool, args ...string) string {
	t.Helper()
	opt, err := parseFlags(append([]string{"-stays", "stays.csv"}, args...))
	if err != nil {
		t.Fatal(err)
	}
	reader, err := table.NewReader(strings.NewReader(text), opt.separator)
	if err != nil {
		return err.Error()
	}
	in := newIntake("stays.csv")
	r := &rows{from: reader, in: in}
	columns, err := r.open(opt, reader, stayFields)
	if err != nil {
		return err.Error()
	}
	if err := needed(opt, stayFields, columns, r.first); err != nil {
		return err.Error()
	}
	r.cells = newCells(stayFields, columns, opt.layout)
	findCurrency(opt, reader, columns)
	if !inBlocks {
		r.from = single{reader}
	}
	if err := readStays(opt, r, in); err != nil {
		return err.Error()
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%d rows, %v\n%s\n%+v\n", in.rows, in.wrong, strings.Join(in.problems, "\n"), in.summaries.Counts())
	for _, one := range in.summaries.All() {
		fmt.Fprintln(&out, one)
	}
	return out.String()
}

func FuzzBlocksAndRows(f *testing.F) {
	f.Add(wrongRows, true)
	f.Add("guest,arrival,revenue\na,2024-01-01,1\nb,2024-01-02,1.005\na, 2024-01-03 ,-1\n", true)
	f.Add("guest,departure,food,fees,role,use,rooms\na,2024-01-01,1,2,sharer,points,2\nb,2024-01-02,,7,Account,,\n", true)
	f.Add("guest,arrival,departure,booked,revenue\na,2024-01-01,2024-01-03,2023-12-31,1\na,2024-01-01,2024-01-03,2023-12-32,1\n", false)
	f.Add("guest,arrival,revenue\na,2024-01-01,123456789012345678901234567890.00\n", true)
	f.Add("guest,arrival,status,revenue\na,2024-01-01,in-house,1\nb,2024-01-05,departed,1\nc,2025-01-01,booked,4\n", true)
	f.Add("guest,arrival,currency,revenue\na,2024-01-01,EUR,1\nb,2024-01-05,,1\n", true)
	f.Add("g\x00u\x00", true) // UTF-16
	f.Fuzz(func(t *testing.T, text string, byStay bool) {
		args := []string{"-visit", "arrival"}
		if byStay {
			args[1] = "stay"
		}
		if diff := cmp.Diff(taken(t, text, false, args...), taken(t, text, true, args...)); diff != "" {
			t.Errorf("(-rows +blocks):\n%s", diff)
		}
	})
}

// Many blocks, some of them with a wrong row.
func TestBlocksAndRowsOfALargeFile(t *testing.T) {
	var b bytes.Buffer
	if err := bulk.Write(&b, bulk.Config{Stays: 100_000, Guests: 30_000, Seed: 5}); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(b.String(), "\n")
	lines[30_000] = "G1,2024-02-30,5\n"
	lines[30_001] = "\"G\n2\",2024-02-28,5.005\n"
	lines[60_000] = ",2024-02-28,5\n"
	lines[99_999] = "x\n"
	text := strings.Join(lines, "")
	rows, blocks := taken(t, text, false, asBulk...), taken(t, text, true, asBulk...)
	if rows != blocks {
		t.Errorf("rows: %.500s\nblocks: %.500s", rows, blocks)
	}
	for _, want := range []string{"100000 rows, map[unreadable:2]", "stays.csv:30001: arrival", "stays.csv:100001: row", "missing-guest 1"} {
		if !strings.Contains(blocks, want) {
			t.Errorf("no %q in %.500s", want, blocks)
		}
	}
}

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
		if a.Valuation.Returns != nil || b.Valuation.Returns == nil || !hasWarning(a, warnNoVisits) || hasWarning(b, warnNoVisits) {
			t.Error("visits are known in tallies, or not known without")
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
func withoutVisits(s *summaryJSON) {
	s.Classes.LifeCycle, s.Classes.Plan.NotKnown, s.Classes.Example = nil, "", nil
	of := []hotelcrm.WarningCode{warnNoVisits, warnNoRetention, warnNoModel}
	s.Warnings = slices.DeleteFunc(s.Warnings, func(w hotelcrm.Warning) bool { return slices.Contains(of, w.Code) })
	s.Valuation.Reasons = slices.DeleteFunc(s.Valuation.Reasons, func(code hotelcrm.WarningCode) bool { return slices.Contains(of, code) })
	s.Valuation.Returns, s.Valuation.Equity, s.BTYD = nil, nil, nil
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
		got := out.file(t, guestsName)
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
