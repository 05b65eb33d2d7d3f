package sim_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/sim"
)

func BenchmarkRun(b *testing.B) {
	b.ReportAllocs()
	stays := 0
	for b.Loop() {
		stays += len(sim.Run(sim.Config{}).Stays)
	}
	b.ReportMetric(float64(stays)/b.Elapsed().Seconds(), "stays/s")
}
