package concentration_test

import (
	"testing"
)

const manyGuests = 1_000_000

func perGuest(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/float64(b.N), "ns/guest")
}
