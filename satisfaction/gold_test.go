package satisfaction_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// near12 is for figures printed with twelve decimal places.
const near12 = 0.6e-12

// near10 is for figures printed with ten.
const near10 = 0.6e-10

func check(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within || math.IsNaN(got) {
		t.Errorf("%s: got %.15g, want %.15g", what, got, want)
	}
}

func scorerOf(tb testing.TB, scoring satisfaction.Scoring) *satisfaction.Scorer {
	tb.Helper()
	s, err := satisfaction.NewScorer(thesisTree(tb), nil, scoring)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func scoresOf(tb testing.TB, scoring satisfaction.Scoring, rows []satisfaction.Answer) *satisfaction.Scores {
	tb.Helper()
	scores, err := scorerOf(tb, scoring).ScoreAll(rows, 1)
	if err != nil {
		tb.Fatal(err)
	}
	return scores
}

// The generated survey: three conventions for blanks, three means.
func TestScoresOfTheGeneratedSurvey(t *testing.T) {
	data := generated()
	for _, test := range []struct {
		name    string
		scoring satisfaction.Scoring
		rows    []satisfaction.Answer
		first   [3]float64
		mean    float64
	}{
		{"complete", satisfaction.Scoring{}, data.complete, [3]float64{7.5075, 7.1975, 5.8125}, 6.683120000000},
		{"flat", satisfaction.Scoring{Missing: satisfaction.Flat}, data.blanks, [3]float64{7.5075, 7.575939849624, 5.870967741935}, 6.671760357849},
		{"by level", satisfaction.Scoring{}, data.blanks, [3]float64{7.5075, 7.817142857143, 5.875}, 6.672660952381},
	} {
		t.Run(test.name, func(t *testing.T) {
			scores := scoresOf(t, test.scoring, test.rows)
			for i, want := range test.first {
				got, ok := scores.At(i)
				if !ok {
					t.Errorf("guest %d has no score", i)
				}
				check(t, "guest", got.Value, want, near12)
			}
			mean, n := scores.Mean()
			check(t, "mean", mean, test.mean, near12)
			if n != 500 {
				t.Errorf("%d scores", n)
			}
		})
	}
}

func TestTheTwoRulesDifferMostAtGuest19(t *testing.T) {
	rows := generated().blanks
	flat := scoresOf(t, satisfaction.Scoring{Missing: satisfaction.Flat}, rows)
	levels := scoresOf(t, satisfaction.Scoring{}, rows)
	at, most := 0, 0.0
	for i := range flat.Len() {
		a, _ := flat.At(i)
		b, _ := levels.At(i)
		if d := math.Abs(a.Value - b.Value); d > most {
			at, most = i, d
		}
	}
	a, _ := flat.At(19)
	b, _ := levels.At(19)
	if at != 19 {
		t.Errorf("guest %d", at)
	}
	check(t, "flat", a.Value, 7.416422287390, near12)
	check(t, "by level", b.Value, 7.131785714286, near12)
}

func TestScoreOfItemMeans(t *testing.T) {
	m, err := summaryOf(t, thesisForm(t), generated().blanks, 1).Moments()
	if err != nil {
		t.Fatal(err)
	}
	r, err := scorerOf(t, satisfaction.Scoring{}).ReportMeans(m, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	overall, _ := r.Node("overall")
	check(t, "score of means", overall.Mean, 6.675071054902, near12)
	sum := 0.0
	for i := range 24 {
		mean, _ := m.Mean(i)
		sum += mean
	}
	check(t, "mean of the item means", sum/24, 6.6783060459, near10)
}

func TestSummaryOfTheGeneratedSurvey(t *testing.T) {
	s := summaryOf(t, thesisForm(t), generated().complete, 1)
	want := []int64{
		1725, 1691, 1673, 1686, 1702, 1510, 1677, 1712, 1722, 1751, 1698, 1530,
		1712, 1687, 1703, 1714, 1695, 1476, 1744, 1709, 1726, 1689, 1706, 1478,
	}
	for i, sum := range want {
		if got := s.Sum(i, i); got != sum {
			t.Errorf("column %d: %d, want %d", i, got, sum)
		}
	}
	if s.Cross(0, 1) != 6012 || s.Cross(1, 0) != 6012 {
		t.Errorf("item 0 × item 1: %d, %d", s.Cross(0, 1), s.Cross(1, 0))
	}
	m, err := s.Moments()
	if err != nil {
		t.Fatal(err)
	}
	variance, _ := m.Variance(0) // in points of the ladder, which are twice the codes
	covariance, _ := m.Covariance(0, 1)
	correlation, _ := m.Correlation(0, 1)
	check(t, "variance", variance/4, 1.5546092184, near10)
	check(t, "covariance", covariance/4, 0.3568136273, near10)
	check(t, "correlation", correlation, 0.2232359305, near10)
}

func TestReportHoldsTheMeansOfTheScores(t *testing.T) {
	r, err := scorerOf(t, satisfaction.Scoring{}).Report(generated().blanks, nil, 0.95, 2)
	if err != nil {
		t.Fatal(err)
	}
	overall, _ := r.Node("overall")
	check(t, "mean", overall.Mean, 6.672660952381, near12)
	if overall.Guests != 500 || overall.EffectiveN != 500 || r.Nodes[0].ID != "overall" || len(r.Nodes) != 30 {
		t.Errorf("%+v", overall)
	}
}
