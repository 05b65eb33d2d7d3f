package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

func TestSimulatedHotelIsGolden(t *testing.T) {
	out := simulated(t)
	out.summary(t)
	got := out.file(t, record.SummaryName)
	golden := filepath.Join("testdata", "simulated.json")
	if *update {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	first, second := simulated(t), done(t)
	for _, name := range []string{page.Name, record.GuestsName, record.SummaryName} {
		if !bytes.Equal(first.file(t, name), second.file(t, name)) {
			t.Errorf("%s differs from run to run", name)
		}
	}
}

// firstDay is the analysis date on which the simulated hotel opens.
const firstDay = "-asof 2022-01-01"

func TestEveryPlanFitsTheSimulatedHotel(t *testing.T) {
	for _, args := range []string{
		"", "-method ntile", "-method meansplit", "-method type7plus1", "-bins 3", "-bins 10", "-bins 2", "-segments four", "-segments eight",
		"-segments ten", "-visit stay", "-method ntile -bins 10", "-method meansplit -segments eight", "-bins 2,2,3 -segments four",
		"-asof 2024-06-30", firstDay,
	} {
		t.Run(args, func(t *testing.T) {
			run := small
			if args == firstDay { // so few guests that all of them are needed
				run = done
			}
			out := run(t, strings.Fields(args)...)
			s := out.summary(t)
			checkPage(t, out)
			guests := 0
			for _, one := range s.RFM.Segments {
				guests += one.Guests
			}
			if s.RFM.Set != "" && guests != s.Input.Guests {
				t.Errorf("%d guests in segments, %d in all", guests, s.Input.Guests)
			}
			if (s.RFM.Set == "") != hasWarning(s, reckon.WarnNoSegments) {
				t.Errorf("set %q, warnings %v", s.RFM.Set, s.Warnings)
			}
			guests = 0
			for _, cell := range s.Grid {
				guests += cell.Guests
			}
			if guests != s.Input.Guests || guests != len(out.guests(t)) {
				t.Errorf("%d guests in the grid, %d in all", guests, s.Input.Guests)
			}
		})
	}
}

func TestJSONGoesToStandardOutput(t *testing.T) {
	out := small(t, "-json")
	if out.stdout != string(out.file(t, record.SummaryName)) {
		t.Error("standard output is not summary.json")
	}
	if out.stderr != "" {
		t.Errorf("standard error: %s", out.stderr)
	}
}
