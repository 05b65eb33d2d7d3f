package satisfaction_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"pgregory.net/rapid"
)

// The flow rates of the NIST/SEMATECH e-Handbook, 6.3.2.2: the book divides by 1.128, two thousandths of the limits off
// the true constant.
func TestIndividualsChartOfNIST(t *testing.T) {
	c, err := satisfaction.IndividualsChart([]float64{49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1})
	if err != nil {
		t.Fatal(err)
	}
	check(t, "centre", c.Centre, 50.81, 1e-13)
	check(t, "mean range", c.Sigma*2/math.Sqrt(math.Pi), 16.9/9, 1e-13)
	half := 3 * 16.9 / 9 * math.Sqrt(math.Pi) / 2
	check(t, "upper", c.High[0], 50.81+half, 1e-13)
	check(t, "lower", c.Low[9], 50.81-half, 1e-13)
	check(t, "upper, with the book's constant", 50.81+half*2/math.Sqrt(math.Pi)/1.128, 55.8041, 0.6e-4)
	if len(c.Out) != 0 || c.Kind != satisfaction.SingleChart || len(c.Points) != 10 {
		t.Errorf("%+v", c)
	}
}

// The example of the NIST/SEMATECH e-Handbook, 6.3.2.4: averages to two places, limits in the long run.
func TestEWMAChartOfNIST(t *testing.T) {
	data := []float64{52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1}
	want := []float64{50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99}
	var periods []satisfaction.Group
	for _, x := range data {
		periods = append(periods, satisfaction.Group{N: 1, Mean: x})
	}
	const sd = 2.0539
	c, err := satisfaction.EWMAChart(periods, .3, &satisfaction.Standard{Mean: 50, SD: sd})
	if err != nil {
		t.Fatal(err)
	}
	checkAll(t, "averages", c.Points, want, 0.51e-2)
	check(t, "upper in the long run", 50+3*sd*math.Sqrt(.3/1.7), 52.5884, 0.51e-4)
	for i := range data { // Roberts's exact limits
		check(t, "upper", c.High[i], 50+3*sd*math.Sqrt(.3/1.7*(1-math.Pow(.7, float64(2*i+2)))), 1e-12)
		check(t, "lower", c.Low[i], 100-c.High[i], 1e-12)
	}
	check(t, "first limit", c.High[0], 51.84851, 1e-12)
	if len(c.Out) != 0 {
		t.Error(c.Out)
	}
}

// Three months of 25, 16 and 36 guests: by hand, their mean is 7.6442, the standard deviation within months 1.3959.
func TestChartsOfThreeMonthsByHand(t *testing.T) {
	months := []satisfaction.Group{{N: 25, Mean: 8.2, SD: 1.5}, {N: 16, Mean: 8.0, SD: 1.2}, {N: 36, Mean: 7.1, SD: 1.4}}
	c, err := satisfaction.XBarChart(months, nil)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "centre", c.Centre, 7.644155844155844, 1e-14)
	check(t, "sigma", c.Sigma, 1.3959400591173852, 1e-14)
	checkAll(t, "lower", c.Low, []float64{6.806591808685413, 6.597200799817806, 6.946185814597152}, 1e-13)
	checkAll(t, "upper", c.High, []float64{8.481719879626276, 8.691110888493883, 8.342125873714537}, 1e-13)
	check(t, "false alarms", c.FalseAlarm, .0026997960632602, 1e-15)
	e, err := satisfaction.EWMAChart(months, .25, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkAll(t, "averages", e.Points, []float64{7.783116883116883, 7.837337662337663, 7.653003246753247}, 1e-14)
	checkAll(t, "lower", e.Low, []float64{7.434764835288236, 7.338918619175808, 7.3563093101981005}, 1e-13)
	checkAll(t, "upper", e.High, []float64{7.8535468530234525, 7.949393069135881, 7.932002378113588}, 1e-13)
	if !slices.Equal(c.EffectiveN, []float64{25, 16, 36}) || len(c.Out)+len(e.Out) != 0 {
		t.Errorf("%+v %+v", c, e)
	}
}

// A slow drift leaves the limits of the averages before those of the means.
func TestAveragesShowADrift(t *testing.T) {
	var months []satisfaction.Group
	for i := range 12 {
		months = append(months, satisfaction.Group{N: 50, Mean: 8 - .05*float64(i), SD: 1.5})
	}
	standard := &satisfaction.Standard{Mean: 8, SD: 1.5}
	plain, err := satisfaction.XBarChart(months, standard)
	must(t, err)
	average, err := satisfaction.EWMAChart(months, .2, standard)
	must(t, err)
	if len(plain.Out) != 0 || !slices.Equal(average.Out, []int{8, 9, 10, 11}) {
		t.Errorf("means %v, averages %v", plain.Out, average.Out)
	}
}

func TestAveragesOfTheNewestAloneAreTheMeans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var months []satisfaction.Group
		for range rapid.IntRange(1, 9).Draw(t, "months") {
			months = append(months, satisfaction.Group{N: float64(rapid.IntRange(2, 90).Draw(t, "n")), Mean: rapid.Float64Range(1, 10).Draw(t, "mean"), SD: rapid.Float64Range(0, 3).Draw(t, "sd")})
		}
		plain, err := satisfaction.XBarChart(months, nil)
		must(t, err)
		average, err := satisfaction.EWMAChart(months, 1, nil)
		must(t, err)
		for i := range months {
			if math.Abs(plain.High[i]-average.High[i]) > 1e-12 || math.Abs(plain.Points[i]-average.Points[i]) > 1e-12 {
				t.Fatalf("%+v\n%+v", plain, average)
			}
		}
	})
}

func TestWrongChartsAreRefused(t *testing.T) {
	one := []satisfaction.Group{{N: 1, Mean: 5}}
	two := []satisfaction.Group{{N: 9, Mean: 5, SD: 1}, {N: .5, Mean: 5, SD: 1}}
	chart := func(_ *satisfaction.Chart, err error) error { return err }
	for want, err := range map[string]error{
		"groups":        chart(satisfaction.XBarChart(nil, nil)),
		"standard":      chart(satisfaction.XBarChart(one, nil)),
		"periods[1].N":  chart(satisfaction.XBarChart(two, nil)),
		"standard.SD":   chart(satisfaction.XBarChart(one, &satisfaction.Standard{SD: math.NaN()})),
		"standard.Mean": chart(satisfaction.XBarChart(one, &satisfaction.Standard{Mean: math.Inf(1)})),
		"lambda":        chart(satisfaction.EWMAChart(two[:1], 0, nil)),
		"values":        chart(satisfaction.IndividualsChart([]float64{1})),
		"values[1]":     chart(satisfaction.IndividualsChart([]float64{1, math.NaN()})),
	} {
		refusetest.Param(t, err, want)
	}
}

func ExamplePChart_verySatisfiedByMonth() {
	c, err := satisfaction.PChart([]int64{60, 66, 58, 30}, []int64{100, 105, 98, 90}) // very satisfied guests by month
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("centre %.3f, out %v, false alarms %.4f\n", c.Centre, c.Out, c.FalseAlarm)
	// Output: centre 0.545, out [3], false alarms 0.0027
}

// Shares of boxes and their counts have one chart; by weight, the limits are those of the effective n.
func TestChartOfBoxes(t *testing.T) {
	in, n := []int64{60, 66, 58, 30}, []int64{100, 105, 98, 90}
	var boxes []satisfaction.Box
	for i := range in {
		boxes = append(boxes, satisfaction.Box{Item: "stay", Levels: 1, Share: float64(in[i]) / float64(n[i]), EffectiveN: float64(n[i])})
	}
	want, err := satisfaction.PChart(in, n)
	must(t, err)
	got, err := satisfaction.TopBoxChart(boxes)
	must(t, err)
	checkAll(t, "low", got.Low, want.Low, 1e-15)
	checkAll(t, "high", got.High, want.High, 1e-15)
	boxes = []satisfaction.Box{{Share: .5, EffectiveN: 40}, {Share: .8, EffectiveN: 80}}
	got, err = satisfaction.TopBoxChart(boxes)
	must(t, err)
	check(t, "centre", got.Centre, .7, 1e-15) // (20 + 64) / 120
	check(t, "low", got.Low[0], .7-3*math.Sqrt(.21/40), 1e-15)
	check(t, "high", got.High[1], .7+3*math.Sqrt(.21/80), 1e-15)
	for want, wrong := range map[string]satisfaction.Box{
		"boxes[1]": {Item: "other", EffectiveN: 9}, "boxes[1].Share": {Share: 2, EffectiveN: 9}, "boxes[1].EffectiveN": {Share: .5},
	} {
		_, err := satisfaction.TopBoxChart([]satisfaction.Box{boxes[0], wrong})
		refusetest.Param(t, err, want)
	}
}

func ExampleTopBoxChart_weightedSharesByMonth() {
	var months []satisfaction.Box // the share of very satisfied guests by month, as Moments.TopBox gives it
	for _, share := range []float64{0.60, 0.63, 0.59, 0.33} {
		months = append(months, satisfaction.Box{Item: "stay", Levels: 1, Share: share, EffectiveN: 85.5})
	}
	c, err := satisfaction.TopBoxChart(months)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f, limits %.3f to %.3f, out %v\n", c.Centre, c.Low[0], c.High[0], c.Out)
	// Output: 0.537, limits 0.376 to 0.699, out [3]
}

func ExampleXBarChart_springAgainstLastYear() {
	spring := []satisfaction.Group{{N: 120, Mean: 8.1, SD: 1.4}, {N: 95, Mean: 8.2, SD: 1.5}, {N: 140, Mean: 7.6, SD: 1.5}} // by month
	c, err := satisfaction.XBarChart(spring, &satisfaction.Standard{Mean: 8.15, SD: 1.45})                                  // last year
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("March %.2f, limits %.2f to %.2f, out %v\n", c.Points[2], c.Low[2], c.High[2], c.Out)
	// Output: March 7.60, limits 7.78 to 8.52, out [2]
}

func ExampleIndividualsChart_reviewIndexByMonth() {
	c, err := satisfaction.IndividualsChart([]float64{81, 83, 80, 82, 84, 81, 71}) // a review index by month
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.1f, limits %.1f to %.1f, out %v\n", c.Centre, c.Low[0], c.High[0], c.Out)
	// Output: 80.3, limits 70.5 to 90.0, out []
}

func ExampleEWMAChart_slowDecline() {
	var months []satisfaction.Group
	for _, mean := range []float64{8.1, 8.0, 7.9, 7.9, 7.8, 7.7} { // no month is alarming alone
		months = append(months, satisfaction.Group{N: 100, Mean: mean, SD: 1.5})
	}
	c, err := satisfaction.EWMAChart(months, 0.2, &satisfaction.Standard{Mean: 8.1, SD: 1.5})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f to %.2f at first, %.2f to %.2f at last; out %v\n", c.Low[0], c.High[0], c.Low[5], c.High[5], c.Out)
	// Output: 8.01 to 8.19 at first, 7.96 to 8.24 at last; out [5]
}

func ExampleNodeScore_Group_monthForAChart() {
	may := satisfaction.NodeScore{ID: "staff", Guests: 120, EffectiveN: 104.5, Mean: 8.1, SD: 1.4}
	fmt.Println(may.Group())
	// Output: {104.5 8.1 1.4}
}
