package weight_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// Upper triangles, row over column.
const (
	drinks     = "9,5,2,1,1,1/2 | 1/3,1/9,1/9,1/9,1/9 | 1/3,1/4,1/3,1/9 | 1/2,1,1/3 | 2,1/2 | 1/3" // Saaty (2008)
	leader     = "4,3,7 | 1/3,3 | 5"                                                               // Wikipedia, criteria
	experience = "1/4,4 | 9"
	education  = "3,1/5 | 1/7"
	charisma   = "5,9 | 4"
	age        = "1/3,5 | 9"
	city       = "1/5,3,1/2,5 | 7,1,7 | 1/4,3 | 7"                                                                     // Saaty (2005)
	travel     = "1/2,4,3,3 | 7,5,5 | 1/2,1/3 | 1"                                                                     // R package mathmodels
	school     = "4,3,1,3,4 | 7,3,1/5,1 | 1/5,1/5,1/6 | 1,1/3 | 3"                                                     // Wang and Chin (2011)
	house      = "5,3,7,6,6,1/3,1/4 | 1/3,5,3,3,1/5,1/7 | 6,3,4,6,1/5 | 1/3,1/4,1/7,1/8 | 1/2,1/5,1/6 | 1/5,1/6 | 1/2" // Saaty (2003)
)

var judged = []struct {
	name, matrix, eigenvector, means string
	lambda, saaty, line, geometric   float64
	published                        string
	publishedPlaces                  float64
}{
	{
		"drinks", drinks,
		"0.17745675 0.01914948 0.04183118 0.11641703 0.18957238 0.12878055 0.32679264",
		"0.17872338 0.01846062 0.04223439 0.11649840 0.19113551 0.12862466 0.32432305",
		7.17662904, .022302, .021974, .080363, ".177 .019 .042 .116 .190 .129 .327", .5001e-3,
	},
	{
		"leader", leader, "0.54756924 0.12655528 0.26994992 0.05592555", "0.54624030 0.12758479 0.26980899 0.05636592",
		4.11841802, .043859, .043404, .156206, ".548 .127 .270 .056", .5001e-3,
	},
	{
		"experience", experience, "0.21716561 0.71706504 0.06576935", "0.21716561 0.71706504 0.06576935",
		3.03689554, .031807, .038497, .110348, ".217 .717 .066", .5001e-3,
	},
	{
		"education", education, "0.18839410 0.08096123 0.73064467", "0.18839410 0.08096123 0.73064467",
		3.06488758, .055938, .067704, .193619, "", 0,
	},
	{
		"charisma", charisma, "0.74286662 0.19388163 0.06325174", "0.74286662 0.19388163 0.06325174",
		3.07126531, .061436, .074359, .212538, "", 0,
	},
	{
		"age", age, "0.26543334 0.67162545 0.06294121", "0.26543334 0.67162545 0.06294121",
		3.02906377, .025055, .030325, .086981, "", 0,
	},
	{
		"city", city, "0.15216708 0.43345437 0.07155648 0.30500643 0.03781564", "0.15259371 0.42281619 0.07225814 0.31474294 0.03758901",
		5.22523522, .050276, .050072, .182955, "", 0,
	},
	{
		"travel", travel, "0.26360349 0.47583538 0.05381460 0.09806829 0.10867824", "0.26363280 0.47726387 0.05307416 0.09883999 0.10718918",
		5.07208441, .016090, .016025, .059293, "", 0,
	},
	{
		"school", school,
		"0.32077018 0.13950275 0.03476831 0.12848602 0.23738999 0.13908275",
		"0.31598597 0.13914649 0.03604865 0.12513975 0.23601017 0.14766897",
		7.41987010, .229011, .226523, .790320, ".3208 .1395 .0348 .1285 .2374 .1391", .5001e-4,
	},
	{
		"house", house,
		"0.17301747 0.05397572 0.18811030 0.01750791 0.03104374 0.03632220 0.16683367 0.33318898",
		"0.17480509 0.06264651 0.14870634 0.01934491 0.03557028 0.04230043 0.16701626 0.34961018",
		9.66888732, .169087, .170157, .529157, "", 0,
	},
}

func TestPublishedPairwiseJudgements(t *testing.T) {
	const sixPlaces = .51e-6
	for _, test := range judged {
		t.Run(test.name, func(t *testing.T) {
			j := triangle(t, test.matrix)
			vector, means := weigh(t, j, weight.Eigenvector, weight.Saaty), weigh(t, j, weight.GeometricMean, weight.AlonsoLamataLine)
			nearAll(t, "eigenvector", vector.Weights, numbers(test.eigenvector), eightPlaces)
			nearAll(t, "geometric means", means.Weights, numbers(test.means), eightPlaces)
			nearAll(t, "published", vector.Weights[:len(numbers(test.published))], numbers(test.published), test.publishedPlaces)
			near(t, "lambda", vector.Consistency.Lambda, test.lambda, eightPlaces)
			near(t, "ratio", vector.Consistency.Ratio, test.saaty, sixPlaces)
			near(t, "ratio by the line", means.Consistency.Ratio, test.line, sixPlaces)
			near(t, "geometric index", vector.Consistency.Geometric, test.geometric, sixPlaces)
		})
	}
}

func TestPublishedConsistencyRatiosNeedTheirTable(t *testing.T) {
	tests := []struct {
		name, matrix string
		index        weight.RandomIndex
		want, places float64
	}{
		{"drinks, Saaty (2008)", drinks, weight.Saaty, .022, .5e-3},
		{"drinks, Saaty's revised table", drinks, weight.SaatyRevised, .022, .5e-3},
		{"drinks, AHPy", drinks, weight.DoneganDodd, .0235, .5e-4},
		{"city, Saaty (2005)", city, weight.SaatyRevised, .05, .5e-2},
		{"house, Saaty (2003)", house, weight.SaatyRevised, .17, .5e-2},
		{"leader, AHPy", leader, weight.SaatyRevised, .044, .5e-3},
		{"experience, AHPy", experience, weight.SaatyRevised, .035, .51e-3},
		{"education, AHPy", education, weight.SaatyRevised, .062, .5e-3},
		{"education, old table", education, weight.Saaty, .0559, .5e-4},
		{"education, line", education, weight.AlonsoLamataLine, .0677, .5e-4},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := weigh(t, triangle(t, test.matrix), weight.Eigenvector, test.index).Consistency
			near(t, "ratio", got.Ratio, test.want, test.places)
			if got.Table != test.index {
				t.Errorf("the result names the table %v, want %v", got.Table, test.index)
			}
		})
	}
}

func TestRandomIndexTables(t *testing.T) {
	for _, test := range []struct {
		index weight.RandomIndex
		want  string
	}{
		{weight.Saaty, ".58 .90 1.12 1.24 1.32 1.41 1.45 1.49"},
		{weight.SaatyRevised, ".52 .89 1.11 1.25 1.35 1.40 1.45 1.49"},
		{weight.AlonsoLamata, ".5245 .8815 1.1086 1.2479 1.3417 1.4056 1.4499 1.4854"},
		{weight.Simulated, ".5251686 .8836651 1.1081014 1.2492774 1.3415514 1.4048466 1.4507197 1.4857266"},
	} {
		for i, want := range numbers(test.want) {
			if got, ok := test.index.For(i + 3); got != want || !ok {
				t.Errorf("%v for %d is %v, %t, want %v", test.index, i+3, got, ok, want)
			}
		}
		for _, n := range []int{-1, 0, 1, 2, 21} {
			if got, ok := test.index.For(n); got != 0 || ok {
				t.Errorf("%v for %d is %v, %t, want none", test.index, n, got, ok)
			}
		}
	}
}

func TestCircularTriad(t *testing.T) {
	got := weigh(t, triangle(t, "9,1/9 | 9"), weight.Eigenvector, weight.Saaty)
	nearAll(t, "weights", got.Weights, []float64{1. / 3, 1. / 3, 1. / 3}, exactly)
	near(t, "lambda", got.Consistency.Lambda, 10.11111111, eightPlaces)
	near(t, "ratio", got.Consistency.Ratio, 6.13026820, eightPlaces)
	if len(got.Consistency.Triads) != 1 || got.Consistency.Triads[0] != [3]int{0, 1, 2} || got.Steps != 1 {
		t.Errorf("triads %v in %d steps", got.Consistency.Triads, got.Steps)
	}
	if codes(got.Warnings) != "inconsistent-judgements 1, circular-triads 1" {
		t.Errorf("warnings %v", got.Warnings)
	}
}

func TestBadFourByFour(t *testing.T) {
	j := triangle(t, "9,1/9,1 | 9,9 | 1/9")
	vector, means := weigh(t, j, weight.Eigenvector, weight.Saaty), weigh(t, j, weight.GeometricMean, weight.Saaty)
	nearAll(t, "eigenvector", vector.Weights, numbers(".26946838 .32146811 .21501824 .19404527"), eightPlaces)
	nearAll(t, "geometric means", means.Weights, numbers(".23205081 .40192379 .13397460 .23205081"), eightPlaces)
	near(t, "lambda", vector.Consistency.Lambda, 12.54550756, eightPlaces)
	near(t, "ratio", vector.Consistency.Ratio, 3.16500280, eightPlaces)
	t.Logf("%d steps", vector.Steps)
}

func TestMissingComparisons(t *testing.T) {
	tests := []struct {
		name, matrix, squares, harker, least string
	}{
		{
			"Bozóki, Fülöp, Rónyai (2010)", "1,5,2 | 3,4 | x", ".37418295 .39163303 .09884075 .13534327",
			".37357852 .39212294 .09817653 .13612201", ".37378688 .39199255 .09848422 .13573635",
		},
		{
			"drinks", "9,5,2,1,1,x | 1/3,1/9,x,1/9,1/9 | x,1/4,1/3,1/9 | 1/2,1,1/3 | 2,1/2 | 1/3",
			".18205863 .01793324 .04290845 .11444837 .19637902 .12850127 .31777101",
			".18021996 .01876494 .04242563 .11445942 .19297165 .12881492 .32234347",
			".18103401 .01861310 .04244199 .11415956 .19425545 .12871313 .32078275",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			j := triangle(t, test.matrix)
			nearAll(t, "least squares", weigh(t, j, weight.GeometricMean, 0).Weights, numbers(test.squares), eightPlaces)
			nearAll(t, "harker", weigh(t, j, weight.Harker, 0).Weights, numbers(test.harker), eightPlaces)
			got := weigh(t, j, weight.LeastEigenvalue, 0)
			nearAll(t, "least eigenvalue", got.Weights, numbers(test.least), eightPlaces)
			if len(got.Filled) != j.Missing() || got.Consistency.RatioApplies {
				t.Errorf("filled %v, consistency %+v", got.Filled, got.Consistency)
			}
		})
	}
	filled := weigh(t, triangle(t, tests[0].matrix), weight.LeastEigenvalue, 0).Filled
	near(t, "filled value", filled[0].Value, .73029674, eightPlaces)
}

func TestRepairsOfTheHouse(t *testing.T) {
	got, err := triangle(t, house).Repairs(weight.Saaty)
	if err != nil {
		t.Fatal(err)
	}
	worst := []struct {
		row, column int
		factor      float64
	}{{3, 7, 5.32135693}, {1, 3, 3.26169884}, {7, 1, 3.11119699}, {8, 3, 2.82287696}, {4, 8, 2.37884587}}
	for i, want := range worst {
		if got[i].Row != want.row-1 || got[i].Column != want.column-1 {
			t.Errorf("number %d is (%d, %d), want (%d, %d)", i+1, got[i].Row+1, got[i].Column+1, want.row, want.column)
		}
		near(t, "factor", got[i].Factor, want.factor, eightPlaces)
	}
	near(t, "Harker value", got[0].Value, .45867181, eightPlaces)
	if got[0].Nearest != (weight.Ratio{Num: 1, Den: 2}) || got[0].RatioAfter > weight.AcceptedRatio {
		t.Errorf("proposal %+v does not repair the judgements", got[0])
	}
	steepest := got[4]
	near(t, "slope of (4, 8)", steepest.Slope, 1.60667376, eightPlaces)
	if steepest.SlopeRank != 1 || len(got) != 28 {
		t.Errorf("(4, 8) has rank %d by slope among %d", steepest.SlopeRank, len(got))
	}
}
