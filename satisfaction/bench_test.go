package satisfaction_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// million returns a million rows of 24 answers of 1 to 5, a twentieth of them blank.
func million() []satisfaction.Answer {
	random := rand.New(rand.NewPCG(1, 2))
	rows := make([]satisfaction.Answer, 24_000_000)
	for i := range rows {
		if v := random.Uint32N(20); v > 0 {
			rows[i] = satisfaction.Answer(1 + random.Uint32N(5))
		}
	}
	return rows
}

func BenchmarkSummary(b *testing.B) {
	rows, form := million(), thesisForm(b)
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprint("workers=", workers), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := satisfaction.NewSummary(form).AddRows(rows, workers); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(rows)/24)*float64(b.N)/b.Elapsed().Seconds(), "guests/s")
		})
	}
}

func BenchmarkScoreAll(b *testing.B) {
	rows := million()
	for _, rule := range []satisfaction.MissingRule{satisfaction.ByLevel, satisfaction.Flat} {
		scorer := scorerOf(b, satisfaction.Scoring{Missing: rule})
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", rule, workers), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := scorer.ScoreAll(rows, workers); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(len(rows)/24)*float64(b.N)/b.Elapsed().Seconds(), "guests/s")
			})
		}
	}
}

func BenchmarkScore(b *testing.B) {
	scorer, row := scorerOf(b, satisfaction.Scoring{}), generated().blanks[24:48]
	b.ReportAllocs()
	for b.Loop() {
		scorer.Score(row)
	}
}

func BenchmarkReport(b *testing.B) {
	rows, scorer := million(), scorerOf(b, satisfaction.Scoring{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scorer.Report(rows, nil, 0.95, 1); err != nil {
			b.Fatal(err)
		}
	}
}

// Everything that comes from a summary, once it is there.
func BenchmarkMoments(b *testing.B) {
	s := summaryOf(b, thesisForm(b), generated().blanks, 1)
	b.ReportAllocs()
	for b.Loop() {
		m, err := s.Moments()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := m.CovarianceMatrix(nil); err != nil {
			b.Fatal(err)
		}
	}
}

func TestScoringOneGuestDoesNotAllocate(t *testing.T) {
	scorer, row := scorerOf(t, satisfaction.Scoring{}), generated().blanks[24:48]
	form := thesisForm(t)
	s := satisfaction.NewSummary(form)
	for name, do := range map[string]func(){
		"score":   func() { scorer.Score(row) },
		"add":     func() { _ = s.Add(row) },
		"pattern": func() { form.Pattern(row) },
	} {
		if n := testing.AllocsPerRun(100, do); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
