package segment_test

import (
	"strconv"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
)

// thirteen is a plan of 13 classes of four leaves each.
func thirteen() segment.Plan {
	p := segment.Plan{Version: 1, ID: "thirteen", Mode: segment.Exclusive, Else: &segment.Class{ID: "else"}}
	for k := range 13 {
		p.Classes = append(p.Classes, segment.Class{ID: strconv.Itoa(k), When: segment.AllOf(
			segment.Is("visits", segment.GreaterEqual, strconv.Itoa(k%5)),
			segment.IsBetween("spend", strconv.Itoa(k*11_000), strconv.Itoa(k*11_000+20_000), segment.ClosedLow),
			segment.AnyOf(
				segment.Is("room", segment.Equal, []string{"economy", "mid", "top"}[k%3]),
				segment.Is("last", segment.GreaterEqual, asOf.AddDays(-100*k).String()),
			),
		)})
	}
	return p
}

func BenchmarkAssign(b *testing.B) {
	for _, workers := range []int{1, 2} {
		b.Run(strconv.Itoa(workers)+" workers", func(b *testing.B) {
			table := city(2_000_000, workers)
			classifier := must(segment.NewClassifier(table.Schema(), thirteen()))
			b.ReportAllocs()
			for b.Loop() {
				must(classifier.Assign(table))
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/plan")
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		city(1_000_000, 1)
	}
}

func BenchmarkExplain(b *testing.B) {
	table := city(10_000, 1)
	m := must(table.Match(fourTerms))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		m.Explain(i % table.Len())
		i++
	}
}

func BenchmarkLintGuestClasses(b *testing.B) {
	schema := must(segment.NewSchema(segment.GuestClassAttributes(), nil))
	classifier := must(segment.NewClassifier(schema, segment.GuestClasses(segment.GuestClassReading{})))
	for b.Loop() {
		classifier.Lint(segment.LintSetup{})
	}
}
