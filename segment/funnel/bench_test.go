package funnel_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/funnel"
)

func BenchmarkFunnelCount(b *testing.B) {
	const guests = 100_000
	random := newRandom(9)
	var entries []funnel.Entry
	for _, guest := range profiles(guests) {
		at := random.IntN(300)
		for _, stage := range []string{"a", "b", "c"}[:1+random.IntN(3)] {
			entries = append(entries, funnel.Entry{Guest: guest, Stage: stage, On: day(at)})
			at += random.IntN(30)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := threeStages().Count(entries, day(365)); err != nil {
			b.Fatal(err)
		}
	}
	perGuest(b, guests)
}
