package segment_test

import (
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
)

// city returns a table of n guests of the schema frontDesk, without stays.
func city(n, workers int) *segment.Table {
	random := rand.New(rand.NewPCG(7, 9))
	guests := make([]string, n)
	visits, scores, codes := make([]float64, n), make([]float64, n), make([]uint16, n)
	spend, days := make([]int64, n), make([]hotelcrm.Date, n)
	for i := range n {
		guests[i] = string([]byte{byte('a' + i/26/26/26/26%26), byte('a' + i/26/26/26%26), byte('a' + i/26/26%26), byte('a' + i/26%26), byte('a' + i%26)})
		visits[i], scores[i], codes[i] = float64(1+random.IntN(12)), random.NormFloat64(), uint16(random.IntN(4))
		spend[i], days[i] = int64(random.IntN(15_000_000)), asOf.AddDays(-random.IntN(1500))
	}
	b := must(segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf, Workers: workers}, guests))
	g := b.Guests(nil)
	g.Numbers("visits", visits)
	g.Numbers("score", scores)
	g.Codes("room", codes)
	g.Amounts("spend", must(hotelcrm.AmountsOfMinor(2, spend, nil)), "CNY")
	g.Days("last", days)
	return must(b.Build())
}

var fourTerms = segment.AllOf(
	segment.Is("visits", segment.GreaterEqual, "3"),
	segment.IsBetween("spend", "20000", "100000", segment.ClosedLow),
	segment.AnyOf(
		segment.Is("room", segment.GreaterEqual, "mid"),
		segment.Is("last", segment.GreaterEqual, "2025-01-31"),
	),
)

func BenchmarkHolds(b *testing.B) {
	table := city(100_000, 1)
	m := must(table.Match(fourTerms))
	b.ReportAllocs()
	n, i := 0, 0
	for b.Loop() {
		if m.Holds(i) {
			n++
		}
		if i++; i == table.Len() {
			i = 0
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N), "ns/guest")
}

func BenchmarkRows(b *testing.B) {
	table := city(1_000_000, 1)
	m := must(table.Match(fourTerms))
	b.ReportAllocs()
	for b.Loop() {
		m.Rows()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(table.Len()), "ns/guest")
}

// cityWithStays returns a table of n guests with four stays each.
func cityWithStays(n, workers int) *segment.Table {
	random := rand.New(rand.NewPCG(3, 1))
	guests := city(n, 1).Guests()
	owners, days, nights := make([]string, 4*n), make([]hotelcrm.Date, 4*n), make([]float64, 4*n)
	for k := range owners {
		owners[k], days[k], nights[k] = guests[k/4], asOf.AddDays(-random.IntN(1500)), float64(1+random.IntN(9))
	}
	b := must(segment.NewBuilder(frontDesk(), segment.TableSetup{AsOf: asOf, Workers: workers}, guests))
	s := b.Stays(owners)
	s.Days("arrival", days)
	s.Numbers("nights", nights)
	return must(b.Build())
}

func BenchmarkRowsOnStays(b *testing.B) {
	table := cityWithStays(200_000, 1)
	where := segment.Is("nights", segment.GreaterEqual, "3")
	m := must(table.Match(segment.StaysAre(segment.Stays{Take: segment.CountStays, Where: &where, LastMonths: 12}, segment.GreaterEqual, "2")))
	b.ReportAllocs()
	for b.Loop() {
		m.Rows()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(table.StayCount()), "ns/stay")
}
