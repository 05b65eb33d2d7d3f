package weight_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// upper reads an upper triangle as printed, rows divided by bars, "-" for missing.
func upper(t *testing.T, n int, text string) *weight.Judgements {
	t.Helper()
	names := strings.Split("abcdefghij", "")[:n]
	var ratios []weight.Ratio
	for _, cell := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '|' || r == ' ' }) {
		if cell == "-" {
			cell = ""
		}
		r, err := weight.ParseRatio(cell)
		if err != nil {
			t.Fatal(err)
		}
		ratios = append(ratios, r)
	}
	j, err := weight.JudgementsOf(names, ratios, 0)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func close8(t *testing.T, what string, got []float64, want ...float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %v, want %v", what, got, want)
	}
	for i := range want {
		if math.Abs(got[i]-want[i]) > 5.1e-9 {
			t.Errorf("%s[%d] = %.10f, want %.8f", what, i, got[i], want[i])
		}
	}
}

func TestIndependentPairwise(t *testing.T) {
	cases := []struct {
		name                string
		n                   int
		text                string
		eigen, geo          []float64
		lambda, cr, al, gci float64
	}{
		{
			"A1", 7, "9,5,2,1,1,1/2 | 1/3,1/9,1/9,1/9,1/9 | 1/3,1/4,1/3,1/9 | 1/2,1,1/3 | 2,1/2 | 1/3",
			[]float64{0.17745675, 0.01914948, 0.04183118, 0.11641703, 0.18957238, 0.12878055, 0.32679264},
			[]float64{0.17872338, 0.01846062, 0.04223439, 0.11649840, 0.19113551, 0.12862466, 0.32432305},
			7.17662904, 0.022302, 0.021974, 0.080363,
		},
		{"A2", 4, "4,3,7 | 1/3,3 | 5", []float64{0.54756924, 0.12655528, 0.26994992, 0.05592555}, []float64{0.54624030, 0.12758479, 0.26980899, 0.05636592}, 4.11841802, 0.043859, 0.043404, 0.156206},
		{"education", 3, "3,1/5|1/7", []float64{0.18839410, 0.08096123, 0.73064467}, []float64{0.18839410, 0.08096123, 0.73064467}, 3.06488758, 0.055938, 0.067704, 0.193619},
		{"A3", 5, "1/5,3,1/2,5 | 7,1,7 | 1/4,3 | 7", []float64{0.15216708, 0.43345437, 0.07155648, 0.30500643, 0.03781564}, []float64{0.15259371, 0.42281619, 0.07225814, 0.31474294, 0.03758901}, 5.22523522, 0.050276, 0.050072, 0.182955},
		{"A4", 5, "1/2,4,3,3 | 7,5,5 | 1/2,1/3 | 1", []float64{0.26360349, 0.47583538, 0.05381460, 0.09806829, 0.10867824}, []float64{0.26363280, 0.47726387, 0.05307416, 0.09883999, 0.10718918}, 5.07208441, 0.016090, 0.016025, 0.059293},
		{"A5", 6, "4,3,1,3,4 | 7,3,1/5,1 | 1/5,1/5,1/6 | 1,1/3 | 3", []float64{0.32077018, 0.13950275, 0.03476831, 0.12848602, 0.23738999, 0.13908275}, []float64{0.31598597, 0.13914649, 0.03604865, 0.12513975, 0.23601017, 0.14766897}, 7.41987010, 0.229011, 0.226523, 0.790320},
		{
			"A6", 8, "5,3,7,6,6,1/3,1/4 | 1/3,5,3,3,1/5,1/7 | 6,3,4,6,1/5 | 1/3,1/4,1/7,1/8 | 1/2,1/5,1/6 | 1/5,1/6 | 1/2",
			[]float64{0.17301747, 0.05397572, 0.18811030, 0.01750791, 0.03104374, 0.03632220, 0.16683367, 0.33318898},
			[]float64{0.17480509, 0.06264651, 0.14870634, 0.01934491, 0.03557028, 0.04230043, 0.16701626, 0.34961018},
			9.66888732, 0.169087, 0.170157, 0.529157,
		},
		{"circular", 3, "9,1/9|9", []float64{1. / 3, 1. / 3, 1. / 3}, []float64{1. / 3, 1. / 3, 1. / 3}, 10.11111111, 6.13026820, math.NaN(), math.NaN()},
		{"bad4", 4, "9,1/9,1|9,9|1/9", []float64{.26946838, .32146811, .21501824, .19404527}, []float64{.23205081, .40192379, .13397460, .23205081}, 12.54550756, 3.16500280, math.NaN(), math.NaN()},
	}
	for _, c := range cases {
		j := upper(t, c.n, c.text)
		e, err := j.Weigh(weight.Eigenvector, weight.Saaty)
		if err != nil {
			t.Fatal(c.name, err)
		}
		g, err := j.Weigh(weight.GeometricMean, weight.AlonsoLamataLine)
		if err != nil {
			t.Fatal(c.name, err)
		}
		close8(t, c.name+" eigen", e.Weights, c.eigen...)
		close8(t, c.name+" geo", g.Weights, c.geo...)
		close8(t, c.name+" lambda", []float64{e.Consistency.Lambda}, c.lambda)
		for what, p := range map[string][2]float64{"cr": {e.Consistency.Ratio, c.cr}, "al": {g.Consistency.Ratio, c.al}, "gci": {e.Consistency.Geometric, c.gci}} {
			if math.Abs(p[0]-p[1]) > 5.1e-7 {
				t.Errorf("%s %s = %.8f, want %v", c.name, what, p[0], p[1])
			}
		}
	}
}

func TestIndependentRepairs(t *testing.T) {
	j := upper(t, 8, "5,3,7,6,6,1/3,1/4 | 1/3,5,3,3,1/5,1/7 | 6,3,4,6,1/5 | 1/3,1/4,1/7,1/8 | 1/2,1/5,1/6 | 1/5,1/6 | 1/2")
	r, err := j.Repairs(weight.Saaty)
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		i, k int
		f    float64
	}{{2, 6, 5.32135693}, {0, 2, 3.26169884}, {6, 0, 3.11119699}, {7, 2, 2.82287696}, {3, 7, 2.37884587}}
	for x, w := range want {
		if r[x].Row != w.i || r[x].Column != w.k {
			t.Errorf("repair %d: %+v, want %+v", x, r[x], w)
		}
		close8(t, "factor", []float64{r[x].Factor}, w.f)
	}
	close8(t, "harker", []float64{r[0].Value}, .45867181)
	for _, x := range r {
		if x.SlopeRank == 1 {
			if x.Row != 3 || x.Column != 7 {
				t.Errorf("steepest: %+v", x)
			}
			close8(t, "slope", []float64{x.Slope}, 1.60667376)
		}
	}
}

func TestIndependentMissing(t *testing.T) {
	for _, c := range []struct {
		n    int
		text string
		m    weight.Method
		want []float64
	}{
		{4, "1,5,2|3,4|-", weight.GeometricMean, []float64{.37418295, .39163303, .09884075, .13534327}},
		{4, "1,5,2|3,4|-", weight.Harker, []float64{.37357852, .39212294, .09817653, .13612201}},
		{4, "1,5,2|3,4|-", weight.LeastEigenvalue, []float64{.37378688, .39199255, .09848422, .13573635}},
		{7, "9,5,2,1,1,- | 1/3,1/9,-,1/9,1/9 | -,1/4,1/3,1/9 | 1/2,1,1/3 | 2,1/2 | 1/3", weight.GeometricMean, []float64{.18205863, .01793324, .04290845, .11444837, .19637902, .12850127, .31777101}},
		{7, "9,5,2,1,1,- | 1/3,1/9,-,1/9,1/9 | -,1/4,1/3,1/9 | 1/2,1,1/3 | 2,1/2 | 1/3", weight.Harker, []float64{.18021996, .01876494, .04242563, .11445942, .19297165, .12881492, .32234347}},
		{7, "9,5,2,1,1,- | 1/3,1/9,-,1/9,1/9 | -,1/4,1/3,1/9 | 1/2,1,1/3 | 2,1/2 | 1/3", weight.LeastEigenvalue, []float64{.18103401, .01861310, .04244199, .11415956, .19425545, .12871313, .32078275}},
	} {
		w, err := upper(t, c.n, c.text).Weigh(c.m, 0)
		if err != nil {
			t.Fatal(err)
		}
		close8(t, c.m.String(), w.Weights, c.want...)
		if c.n == 4 && c.m == weight.LeastEigenvalue {
			close8(t, "filled", []float64{w.Filled[0].Value}, .73029674)
		}
		if w.Consistency.RatioApplies {
			t.Error("ratio applies with missing")
		}
	}
}

func TestIndependentDelphi(t *testing.T) {
	r, err := weight.AssessDelphi([][]float64{{3, 5, 5, 4, 2}, {4, 5, 5, 4, 3}, {2, 4, 5, 5, 3}, {3, 5, 4, 4, 2}, {4, 4, 5, 3, 3}, {3, 5, 5, 5, 2}, {2, 5, 4, 4, 4}}, 4)
	if err != nil {
		t.Fatal(err)
	}
	c := r.Concordance()
	close8(t, "W", []float64{c.W, c.Uncorrected, c.ChiSquared, c.P}, .6777142857, .6051020408, 18.976, .000794523294)
	var mean, sd, cv, iqr, agree []float64
	for _, x := range r.Items() {
		mean, sd, cv, iqr, agree = append(mean, x.Mean), append(sd, x.Deviation), append(cv, x.Variation), append(iqr, x.Range()), append(agree, x.Agreement)
	}
	close8(t, "mean", mean, 3, 4.7142857143, 4.7142857143, 4.1428571429, 2.7142857143)
	close8(t, "sd", sd, .8164965809, .4879500365, .4879500365, .6900655593, .7559289460)
	close8(t, "cv", cv, .2721655270, .1035045532, .1035045532, .1665675488, .2785001380)
	close8(t, "iqr", iqr, 1, .5, .5, .5, 1)
	close8(t, "agree", agree, .2857142857, 1, 1, .8571428571, .1428571429)
	r, _ = weight.AssessDelphi([][]float64{
		{3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3},
		{3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4},
		{2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2},
	}, 4)
	c = r.Concordance()
	close8(t, "anxiety", []float64{c.W, c.Uncorrected, c.ChiSquared, c.P}, .5396568760, .5019214703, 30.7604419294, .0428834731)
}

func TestIndependentData(t *testing.T) {
	dia := [][]float64{{61, 1.08, 4.33}, {20.7, .26, 4.34}, {16.3, 1.98, 2.53}, {9, 3.29, 1.65}, {5.4, 2.77, 2.33}, {4, 4.12, 1.21}, {-6.1, 3.52, 2.10}, {-34.6, 3.31, .98}}
	tus := [][]float64{{5000, 3, 3, 4, 3, 2}, {680, 5, 3, 2, 2, 1}, {2000, 3, 2, 3, 4, 3}, {600, 4, 3, 1, 2, 2}, {800, 2, 4, 3, 3, 4}}
	merec := [][]float64{{450, 8000, 54, 145}, {10, 9100, 2, 160}, {100, 8200, 31, 153}, {220, 9300, 1, 162}, {5, 8400, 23, 158}}
	constant := make([][]float64, len(dia))
	for i := range dia {
		constant[i] = []float64{dia[i][0], 3, dia[i][2]}
	}
	for _, c := range []struct {
		name string
		rows [][]float64
		cost []bool
		o    weight.Options
		want []float64
	}{
		{"critic", dia, nil, weight.Options{Method: weight.CRITIC}, []float64{.20222554, .48090173, .31687273}},
		{"critic unscaled", dia, nil, weight.Options{Method: weight.CRITIC, Scaling: weight.Unscaled}, []float64{.86874234, .08341434, .04784331}},
		{"critic ranks", dia, nil, weight.Options{Method: weight.CRITIC, Ranks: true}, []float64{.21454645, .48985630, .29559726}},
		{"tus", tus, nil, weight.Options{Method: weight.CRITIC}, []float64{.15700343, .24948924, .16767525, .12110022, .15409929, .15063256}},
		{"tus cost", tus, []bool{true, false, false, false, false, false}, weight.Options{Method: weight.CRITIC}, []float64{.18406641, .21302898, .14221416, .15830064, .16838222, .13400759}},
		{"merec", merec, []bool{false, false, true, true}, weight.Options{Method: weight.MEREC}, []float64{.57522167, .01409659, .40156136, .00912038}},
		{"merec dev", merec, []bool{false, false, true, true}, weight.Options{Method: weight.DeviationMaximum}, []float64{.24418383, .26595547, .25161824, .23824246}},
		{"dia dev", dia, nil, weight.Options{Method: weight.DeviationMaximum}, []float64{.27028937, .34696925, .38274138}},
		{"xu", [][]float64{{30, 30, 38, 29}, {19, 54, 86, 29}, {19, 15, 85, 28.9}, {68, 70, 60, 29}}, nil, weight.Options{Method: weight.Entropy}, []float64{.46295229, .39920355, .13784086, .00000331}},
		{"zeros", [][]float64{{0, 1, 2}, {3, 4, 5}, {6, 0, 8}, {1, 1, 0}}, nil, weight.Options{Method: weight.Entropy}, []float64{.34312016, .36446730, .29241253}},
		{"constant", constant, nil, weight.Options{Method: weight.CRITIC}, []float64{.42344742, 0, .57655258}},
		{"std raw", [][]float64{{.619, .449, .447}, {.862, .466, .006}, {.458, .698, .771}, {.777, .631, .491}, {.567, .992, .968}}, nil, weight.Options{Method: weight.StandardDeviation, Scaling: weight.Unscaled}, []float64{.21732619, .29449151, .48818230}},
	} {
		m, err := weight.NewMatrix(c.rows, c.cost)
		if err != nil {
			t.Fatal(c.name, err)
		}
		w, err := m.Weigh(c.o)
		if err != nil {
			t.Fatal(c.name, err)
		}
		close8(t, c.name, w.Weights, c.want...)
		// order of rows changes nothing beyond rounding
		rev := slices.Clone(c.rows)
		slices.Reverse(rev)
		m, _ = weight.NewMatrix(rev, c.cost)
		x, err := m.Weigh(c.o)
		if err != nil {
			t.Fatal(err)
		}
		for i := range x.Weights {
			if math.Abs(x.Weights[i]-w.Weights[i]) > 1e-13 {
				t.Errorf("%s: order of rows: %v %v", c.name, x.Weights, w.Weights)
			}
		}
	}
}

func TestIndependentParts(t *testing.T) {
	e, _ := upper(t, 4, "4,3,7 | 1/3,3 | 5").Weigh(weight.Eigenvector, 0)
	got, _ := weight.Parts(e.Weights, 4)
	if !slices.Equal(got, []int64{5476, 1266, 2699, 559}) {
		t.Error(got)
	}
	got, _ = weight.Parts(e.Weights, 2)
	if !slices.Equal(got, []int64{55, 13, 27, 5}) {
		t.Error(got)
	}
	for _, w := range [][]float64{{5e-324, 1.7e308}, {1.7e308, 1.7e308, 1.7e308}, {5e-324, 5e-324, 5e-324}, {1, 0, 0}, slices.Repeat([]float64{1. / 7}, 7), slices.Repeat([]float64{1e-320}, 5000)} {
		for _, places := range []int{0, 1, 2, 4, 18} {
			got, err := weight.Parts(w, places)
			if err != nil {
				t.Fatal(err)
			}
			var sum, want int64 = 0, 1
			for range places {
				want *= 10
			}
			for _, p := range got {
				if p < 0 {
					t.Error("negative", p)
				}
				sum += p
			}
			if sum != want {
				t.Errorf("%v at %d: %d", w[:2], places, sum)
			}
		}
	}
}

// Any judgements within the limit give weights above 0 that sum to one; renaming does not move them.
func TestIndependentPermutation(t *testing.T) {
	base := upper(t, 8, "5,3,7,6,6,1/3,1/4 | 1/3,5,3,3,1/5,1/7 | 6,3,4,6,1/5 | 1/3,1/4,1/7,1/8 | 1/2,1/5,1/6 | 1/5,1/6 | 1/2")
	perm := []int{3, 1, 7, 0, 6, 2, 5, 4}
	p, _ := weight.NewJudgements(base.Names(), 0)
	for i := range 8 {
		for k := range i {
			r, _ := base.At(perm[i], perm[k])
			if err := p.Set(i, k, r); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, m := range []weight.Method{weight.GeometricMean, weight.Eigenvector, weight.Harker, weight.LeastEigenvalue} {
		a, _ := base.Weigh(m, 0)
		b, _ := p.Weigh(m, 0)
		for i := range perm {
			if math.Abs(b.Weights[i]-a.Weights[perm[i]]) > 1e-12 {
				t.Errorf("%v: %v %v", m, a.Weights, b.Weights)
			}
		}
	}
}

// A byte order mark or blanks in the header must not make other names of the same.
func TestIndependentSurveyHeader(t *testing.T) {
	for _, header := range []string{"\ufeffprice_room,price_staff,room_staff", "\ufeff\"price_room\", price_staff,room _staff"} {
		experts, err := weight.Survey{}.ReadSurvey(strings.NewReader(header + "\n-2,3,1\n"))
		if err != nil {
			t.Fatal(err)
		}
		if names := experts[0].Judgements.Names(); !slices.Equal(names, []string{"price", "room", "staff"}) {
			t.Errorf("%q", names)
		}
	}
}

// Options in a result read like all other JSON of the package.
func TestIndependentOptionsJSON(t *testing.T) {
	text, err := json.Marshal(weight.Options{Method: weight.CRITIC, Scaling: weight.Ends})
	if err != nil || string(text) != `{"method":"critic","scaling":"ends"}` {
		t.Errorf("%s, %v", text, err)
	}
}
