package satisfaction_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

func driversOf(tb testing.TB, rows [][]float64, names ...string) *satisfaction.Drivers {
	tb.Helper()
	means := make([]float64, len(rows[0]))
	for _, row := range rows {
		for i, v := range row {
			means[i] += v / float64(len(rows))
		}
	}
	d, err := satisfaction.FitDrivers(covarianceOf(tb, rows), means, float64(len(rows)), names)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func checkAll(t *testing.T, what string, got, want []float64, within float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %v", what, got)
	}
	for i := range want {
		check(t, fmt.Sprint(what, " ", i), got[i], want[i], within)
	}
}

// column returns one figure of all drivers.
func column(d *satisfaction.Drivers, of func(satisfaction.Driver) float64) []float64 {
	var out []float64
	for _, driver := range d.List {
		out = append(out, of(driver))
	}
	return out
}

// The figures of R relaimpo and rwa.
func TestDriversOfSwiss(t *testing.T) {
	d := driversOf(t, swiss(), "Fertility", "Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality")
	lmg, err := d.LMG()
	if err != nil {
		t.Fatal(err)
	}
	check(t, "R2", d.R2, .706735001593, near12)
	checkAll(t, "lmg", lmg, []float64{.0570912208, .1711730289, .2601346786, .1055701504, .1127659229}, near10)
	checkAll(t, "relative", column(d, func(v satisfaction.Driver) float64 { return v.Relative }),
		[]float64{.0484168958, .1547082498, .2719641046, .1146800299, .1169657214}, near10)
	checkAll(t, "first", column(d, func(v satisfaction.Driver) float64 { return v.First }),
		[]float64{.124664910, .417164471, .440615647, .215003502, .173518927}, 0.6e-9)
	checkAll(t, "last", column(d, func(v satisfaction.Driver) float64 { return v.Last }),
		[]float64{.0428696071, .0073874185, .1619626931, .0623726258, .0569452587}, near10)
	checkAll(t, "pratt", column(d, func(v satisfaction.Driver) float64 {
		return v.Standardised * math.Copysign(math.Sqrt(v.First), sign(v))
	}),
		[]float64{-.110485991, .106427404, .445004568, .161176815, .104612206}, 0.6e-9)
}

// sign is that of a driver's correlation with fertility.
func sign(d satisfaction.Driver) float64 {
	if d.ID == "Examination" || d.ID == "Education" {
		return -1
	}
	return 1
}

func TestDriversOfAttitude(t *testing.T) {
	d := driversOf(t, attitude(), "rating", "complaints", "privileges", "learning", "raises", "critical", "advance")
	lmg, err := d.LMG()
	if err != nil {
		t.Fatal(err)
	}
	check(t, "R2", d.R2, .732601992531, near12)
	check(t, "intercept", d.Intercept, 10.7870763857, near10)
	checkAll(t, "lmg", lmg, []float64{.3708161943, .0509037930, .1557659902, .1203450794, .0065887226, .0281822131}, near10)
	checkAll(t, "relative", column(d, func(v satisfaction.Driver) float64 { return v.Relative }),
		[]float64{.3627601997, .0560022788, .1636109108, .1217803997, .0082554665, .0201927372}, near10)
	checkAll(t, "slope", column(d, func(v satisfaction.Driver) float64 { return v.Slope }),
		[]float64{.6131876078, -.0730501431, .3203321164, .0817321335, .0383814473, -.2170566816}, near10)
	s, err := d.Simulate(2, 5, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "learning +5", s.Outcome, 1.6016605819, near10)
	if len(d.Warnings) != 1 || d.Warnings[0].N != 2 {
		t.Errorf("privileges and advance go against their correlation: %v", d.Warnings)
	}
}

// Relative weights and LMG share R² out; a group of all drivers has all of it.
func TestSharesOfDriversSumToR2(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(2, 8).Draw(t, "variables")
		factors := mat.NewDense(k, k+2, rapid.SliceOfN(rapid.Float64Range(-1, 1), k*(k+2), k*(k+2)).Draw(t, "factors"))
		covariance := mat.NewSymDense(k, nil)
		covariance.SymOuterK(1, factors)
		for i := range k {
			covariance.SetSym(i, i, covariance.At(i, i)+0.5)
		}
		d, err := satisfaction.FitDrivers(covariance, make([]float64, k), 100, make([]string, k))
		if err != nil {
			t.Fatal(err)
		}
		lmg, err := d.LMG()
		if err != nil {
			t.Fatal(err)
		}
		var a, b float64
		var group []int
		for i, driver := range d.List {
			a, b, group = a+driver.Relative, b+lmg[i], append(group, i)
		}
		all, err := d.LMGByGroup([][]int{group})
		if err != nil || math.Abs(a-d.R2) > 1e-12 || math.Abs(b-d.R2) > 1e-12 || math.Abs(all[0]-d.R2) > 1e-12 {
			t.Errorf("relative %v, lmg %v, together %v of %v, %v", a, b, all, d.R2, err)
		}
	})
}

func TestDriversThatAreSumsAreRefused(t *testing.T) {
	sum := mat.NewSymDense(3, []float64{1, 0.5, 0.5, 0.5, 1, 1, 0.5, 1, 1})
	if _, err := satisfaction.FitDrivers(sum, make([]float64, 3), 50, make([]string, 3)); err == nil {
		t.Error("a driver twice")
	}
	indefinite := mat.NewSymDense(3, []float64{1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1})
	if _, err := satisfaction.FitDrivers(indefinite, make([]float64, 3), 50, make([]string, 3)); err == nil {
		t.Error("a matrix that no answers have")
	}
}

// Guests who rate the room 5 give 2 points more, those who rate it 1 give 3 fewer.
func TestPenaltyAndRewardAreFound(t *testing.T) {
	stars, _ := satisfaction.Direct(1, 5)
	ten, _ := satisfaction.Direct(0, 10)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "room", Scale: stars}, {ID: "bar", Scale: stars}, {ID: "overall", Scale: ten}})
	if err != nil {
		t.Fatal(err)
	}
	var rows []satisfaction.Answer
	for room := satisfaction.Answer(1); room <= 5; room++ {
		for bar := satisfaction.Answer(2); bar <= 4; bar++ {
			overall := satisfaction.Answer(7)
			switch room {
			case 5:
				overall += 2
			case 1:
				overall -= 3
			}
			rows = append(rows, room, bar, overall, 0, bar, 11)
		}
	}
	p, err := form.PenaltyReward(rows, nil, 2, []int{0, 1}, 1)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "reward", p.Contrasts[0].Reward, 2, 1e-12)
	check(t, "penalty", p.Contrasts[0].Penalty, -3, 1e-12)
	check(t, "asymmetry", p.Contrasts[0].Asymmetry, -0.2, 1e-12)
	if p.N != 15 || p.Contrasts[1] != (satisfaction.Contrast{ID: "bar", RewardP: 1, PenaltyP: 1}) {
		t.Errorf("%+v", p)
	}
}

func ExampleFitDrivers_roomsOrBreakfast() {
	covariance := mat.NewSymDense(3, []float64{
		1.0, 0.6, 0.4, // overall
		0.6, 1.0, 0.5, // rooms
		0.4, 0.5, 1.0, // breakfast
	})
	d, err := satisfaction.FitDrivers(covariance, []float64{8.1, 7.9, 8.4}, 200, []string{"overall", "rooms", "breakfast"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, driver := range d.List {
		fmt.Printf("%s: slope %.3f, relative weight %.3f\n", driver.ID, driver.Slope, driver.Relative)
	}
	fmt.Printf("R2 %.3f\n", d.R2)
	// Output:
	// rooms: slope 0.533, relative weight 0.287
	// breakfast: slope 0.133, relative weight 0.087
	// R2 0.373
}

func ExampleDrivers_LMG_roomsAndBreakfastTogether() {
	covariance := mat.NewSymDense(3, []float64{1, 0.6, 0.4, 0.6, 1, 0.5, 0.4, 0.5, 1})
	d, err := satisfaction.FitDrivers(covariance, []float64{8.1, 7.9, 8.4}, 200, []string{"overall", "rooms", "breakfast"})
	if err != nil {
		fmt.Println(err)
		return
	}
	each, err := d.LMG()
	if err != nil {
		fmt.Println(err)
		return
	}
	together, err := d.LMGByGroup([][]int{{0, 1}})
	fmt.Printf("%.4f %.4f %v\n", each, together, err)
	// Output: [0.2867 0.0867] [0.3733] <nil>
}

func ExampleDrivers_Simulate_cleanerRooms() {
	covariance := mat.NewSymDense(2, []float64{1, 0.6, 0.6, 1})
	d, err := satisfaction.FitDrivers(covariance, []float64{8.1, 7.9}, 200, []string{"overall", "cleanliness"})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := d.Simulate(0, 0.3, 0.95)
	fmt.Println(s.Text, err)
	// Output: cleanliness +0.30 goes with overall +0.18, other things equal (association, not cause) <nil>
}

func ExampleMoments_Drivers_roomFromNoise() {
	form, err := innTree().Form()
	if err != nil {
		fmt.Println(err)
		return
	}
	s := satisfaction.NewSummary(form)
	if err := s.AddRows([]satisfaction.Answer{5, 5, 4, 4, 3, 3, 2, 1, 4, 5, 3, 4}, 1); err != nil {
		fmt.Println(err)
		return
	}
	m, err := s.Moments()
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := m.Drivers(0, []int{1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s on %s: slope %.3f, R2 %.3f, n %v\n", d.Outcome, d.List[0].ID, d.List[0].Slope, d.R2, d.N)
	// Output: room on noise: slope 0.618, R2 0.786, n 6
}

func ExampleForm_PenaltyReward_dirtyRoomsPunish() {
	stars, _ := satisfaction.Direct(1, 5)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "clean", Scale: stars}, {ID: "overall", Scale: stars}})
	if err != nil {
		fmt.Println(err)
		return
	}
	rows := []satisfaction.Answer{1, 1, 1, 2, 3, 4, 4, 4, 5, 4, 5, 5, 2, 4, 3, 4} // clean, overall; clean, overall; ...
	p, err := form.PenaltyReward(rows, nil, 1, []int{0}, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	c := p.Contrasts[0]
	fmt.Printf("reward %+.1f, penalty %+.1f, asymmetry %+.2f\n", c.Reward, c.Penalty, c.Asymmetry)
	// Output: reward +0.5, penalty -2.5, asymmetry -0.67
}
