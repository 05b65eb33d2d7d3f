package btyd_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// sampleModels are the models at their maxima for the CDNOW sample.
var (
	sampleBG     = btyd.BGNBD{R: .242594522, Alpha: 4.413602019, A: .792922017, B: 2.425906778, Unit: valuation.Week}
	sampleMBG    = btyd.MBGNBD{R: .524843159, Alpha: 6.183085280, A: .891359391, B: 1.614002240, Unit: valuation.Week}
	samplePareto = btyd.ParetoNBD{R: .553277047, Alpha: 10.577683463, S: .606239988, Beta: 11.668735249, Unit: valuation.Week}
)

// weeks returns the ends of the 78 weeks from 1 January 1997, as days and as times from the end of the calibration.
func weeks(t testing.TB) (ends []hotelcrm.Date, at []float64) {
	watch := cdnowWatch(t)
	for week := 1; week <= 78; week++ {
		end := watch.First.AddDays(7 * week)
		ends = append(ends, end)
		at = append(at, float64(end.DaysSince(watch.Last))/7)
	}
	return ends, at
}

func sampleTrack(t testing.TB) (cells *btyd.Cells, at, actual []float64) {
	t.Helper()
	offsets, arrivals := cdnowVisits(t, sampleFile)
	ends, at := weeks(t)
	actual, err := btyd.CumulativeRepeats(offsets, arrivals, cdnowWatch(t), ends)
	if err != nil {
		t.Fatal(err)
	}
	return cdnowCells(t, sampleFile), at, actual
}

func TestTrackMeetsTheTables(t *testing.T) {
	cells, at, actual := sampleTrack(t)
	for i, want := range map[int]float64{13: 828, 26: 1746, 39: 2457, 52: 3183, 65: 3844, 78: 4339} {
		if actual[i-1] != want {
			t.Errorf("week %d: %v came, want %v", i, actual[i-1], want)
		}
	}
	tests := []struct {
		model                             btyd.Model
		expected                          [6]float64
		cumulative, percent, steps, final float64
	}{
		{sampleBG, [6]float64{722.5313, 1736.3484, 2501.5262, 3134.1042, 3680.6463, 4165.6638}, 94.4499, 2.5238, 9.8311, -3.9948},
		{sampleMBG, [6]float64{724.6821, 1735.4004, 2482.9555, 3089.1460, 3604.1860, 4054.6157}, 151.0059, 4.0020, 10.4013, -6.5541},
		{samplePareto, [6]float64{712.3852, 1742.8534, 2532.7821, 3191.1375, 3763.8607, 4275.3883}, 46.0659, 1.3340, 9.3967, -1.4660},
	}
	const digits = 5.5e-5 // the tables have four
	for _, test := range tests {
		t.Run(test.model.Name(), func(t *testing.T) {
			track, err := btyd.Track(test.model, cells, at, actual)
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range test.expected {
				if got := track.Points[13*(i+1)-1].Expected; math.Abs(got-want) > digits {
					t.Errorf("week %d: got %.5f, want %.4f", 13*(i+1), got, want)
				}
			}
			got, err := track.Error(1)
			if err != nil || got.Points != 39 {
				t.Fatalf("got %+v, %v", got, err)
			}
			for _, pair := range [][2]float64{{got.Cumulative, test.cumulative}, {100 * got.CumulativeRelative, test.percent}, {got.Steps, test.steps}, {100 * got.CumulativeLast, test.final}} {
				if math.Abs(pair[0]-pair[1]) > digits {
					t.Errorf("got %.5f, want %.4f", pair[0], pair[1])
				}
			}
		})
	}
}

func TestTrackRefuses(t *testing.T) {
	cells := cellsOf(t, valuation.Week, []btyd.History{{T: 10}})
	_, err := btyd.Track(sampleBG, nil, nil, nil)
	refusetest.Param(t, err, "cells")
	_, err = btyd.Track(sampleBG, cellsOf(t, valuation.Day, []btyd.History{{T: 10}}), nil, nil)
	refusetest.Param(t, err, "unit")
	_, err = btyd.Track(sampleBG, cells, []float64{1, 1}, nil)
	refusetest.Param(t, err, "at[1]")
	_, err = btyd.Track(sampleBG, cells, []float64{math.NaN()}, nil)
	refusetest.Param(t, err, "at[0]")
	_, err = btyd.Track(sampleBG, cells, []float64{1, 2}, []float64{5, 4})
	refusetest.Param(t, err, "actual[1]")
	_, err = btyd.Track(sampleBG, cells, []float64{1, 2}, []float64{5})
	refusetest.Param(t, err, "actual")
	track, err := btyd.Track(sampleBG, cells, []float64{-20, -5}, nil)
	if err != nil || track.Points[0].Expected != 0 || track.Points[1].Expected != sampleBG.New(5) {
		t.Errorf("got %+v, %v", track, err)
	}
	_, err = track.Error(0)
	refusetest.Param(t, err, "after")
	_, err = btyd.CumulativeRepeats([]int{0}, nil, cdnowWatch(t), []hotelcrm.Date{5, 5})
	refusetest.Param(t, err, "ends[1]")
}
