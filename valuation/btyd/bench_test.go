package btyd_test

import (
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

func benchmarkFit[M any](b *testing.B, cells *btyd.Cells, fit func(*btyd.Cells, int) (btyd.Fit[M], error)) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := fit(cells, 1); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(cells.Len()), "cells")
}

func BenchmarkFitBGNBDSample(b *testing.B) {
	benchmarkFit(b, cdnowCells(b, sampleFile), btyd.FitBGNBD)
}

func BenchmarkFitBGNBDMaster(b *testing.B) {
	benchmarkFit(b, cdnowCells(b, masterFile), btyd.FitBGNBD)
}

func BenchmarkFitMBGNBDMaster(b *testing.B) {
	benchmarkFit(b, cdnowCells(b, masterFile), btyd.FitMBGNBD)
}

func BenchmarkFitParetoNBDMaster(b *testing.B) {
	benchmarkFit(b, cdnowCells(b, masterFile), btyd.FitParetoNBD)
}

func BenchmarkFitBGNBDSimulated(b *testing.B) {
	cells, err := btyd.CellsOf(valuation.Week, simulatedGuests(235_700))
	if err != nil {
		b.Fatal(err)
	}
	benchmarkFit(b, cells, btyd.FitBGNBD)
}

// simulatedGuests come by a BG/NBD like that of the sample, on whole days, first in 12 weeks, watched for 27 to 39.
func simulatedGuests(n int) []btyd.History {
	rng := rand.New(rand.NewPCG(1, 2))
	out := make([]btyd.History, n)
	for i := range out {
		days := 272 - rng.IntN(84)
		out[i] = onDays(paperBG().Simulate(rng, float64(days)/7), days)
	}
	return out
}

// onDays puts a history on whole days.
func onDays(h btyd.History, days int) btyd.History {
	h.T = float64(days) / 7
	if h.X > 0 {
		h.Tx = float64(min(max(int(h.Tx*7+0.5), 1), days)) / 7
	}
	return h
}

func BenchmarkPredict(b *testing.B) {
	split := cdnow(b, sampleFile, valuation.Week)
	for _, m := range []btyd.Model{paperBG(), paperMBG(), paperPareto()} {
		b.Run(m.Name(), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				h := split.Histories[i]
				if m.Alive(h)+m.Expected(h, 52) < 0 {
					b.Fatal(h)
				}
				i = (i + 1) % len(split.Histories)
			}
		})
	}
}

// BenchmarkResidual predicts discounted residual stays with intervals, 9 calls of the model a guest.
func BenchmarkResidual(b *testing.B) {
	guests := cdnow(b, sampleFile, valuation.Week).Histories
	stays := residual(b, rate(b, "0.15 per year"))
	for _, p := range []struct {
		name      string
		predictor *btyd.Predictor
	}{{"BG/NBD", predictorAt(b, paperBG())}, {"Pareto/NBD", predictorAt(b, paperPareto())}} {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.predictor.PredictAll(guests, stays, 0.95, 1); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(guests)), "ns/guest")
		})
	}
}

// BenchmarkPortfolio is what a report needs of the chosen model for 20,000 guests: its fit, and P(alive), the stays of
// a year and the residual stays of each guest with intervals.
func BenchmarkPortfolio(b *testing.B) {
	guests := simulatedGuests(20_000)
	cells, err := btyd.CellsOf(valuation.Week, guests)
	if err != nil {
		b.Fatal(err)
	}
	stays, err := btyd.Stays(valuation.Horizon{N: 1, Period: valuation.Year})
	if err != nil {
		b.Fatal(err)
	}
	all := []btyd.Quantity{btyd.Alive(), stays, residual(b, rate(b, "0.15 per year"))}
	b.Run("BG/NBD", func(b *testing.B) { benchmarkPortfolio(b, cells, btyd.FitBGNBD, guests, all) })
	b.Run("MBG/NBD", func(b *testing.B) { benchmarkPortfolio(b, cells, btyd.FitMBGNBD, guests, all) })
	b.Run("Pareto/NBD", func(b *testing.B) { benchmarkPortfolio(b, cells, btyd.FitParetoNBD, guests, all) })
	b.Run("GGom/NBD", func(b *testing.B) { benchmarkPortfolio(b, cells, btyd.FitGGompertz, guests, nil) })
}

func benchmarkPortfolio[M btyd.Model](b *testing.B, cells *btyd.Cells, fit func(*btyd.Cells, int) (btyd.Fit[M], error), guests []btyd.History, all []btyd.Quantity) {
	b.ReportAllocs()
	for b.Loop() {
		found, err := fit(cells, 1)
		if err != nil {
			b.Fatal(err)
		}
		for _, q := range all {
			if _, err := mustPredict(b, found).PredictAll(guests, q, 0.95, 1); err != nil {
				b.Fatal(err)
			}
		}
	}
}
