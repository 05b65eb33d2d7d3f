package experiment_test

import (
	"fmt"
	"hash/fnv"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/experiment"
	"pgregory.net/rapid"
)

func split(t failer, id string, epoch int, control string) *experiment.Split {
	t.Helper()
	out, err := experiment.Design{ID: id, Epoch: epoch, Control: dec(control)}.Split()
	if err != nil {
		t.Fatalf("split: %v", err)
	}
	return out
}

// profiles returns ids as a hotel numbers them.
func profiles(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("P%06d", i)
	}
	return out
}

// mixed is the finaliser of SplitMix64; mixed(0x9E3779B97F4A7C15) is the first number of the generator seeded with 0.
func mixed(z uint64) uint64 {
	z ^= z >> 30
	z *= 0xBF58476D1CE4E5B9
	z ^= z >> 27
	z *= 0x94D049BB133111EB
	z ^= z >> 31
	return z
}

// The standard library's hash is the oracle.
func TestBucketIsTheStatedHash(t *testing.T) {
	if got := mixed(0x9E3779B97F4A7C15); got != 0xE220A8397B1DCDAF {
		t.Fatalf("want the published number, got %#x", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.StringMatching(`[a-z0-9]{1,12}`).Draw(t, "id")
		epoch, guest := rapid.IntRange(-3, 300).Draw(t, "epoch"), rapid.String().Draw(t, "guest")
		hash := fnv.New64a()
		fmt.Fprintf(hash, "%s:%d:%s", id, epoch, guest)
		if got, want := split(t, id, epoch, "0.1").Bucket(guest), int(mixed(hash.Sum64())%10_000); got != want {
			t.Fatalf("want %d, got %d", want, got)
		}
	})
}

func TestArmsFollowTheShare(t *testing.T) {
	guests := profiles(20_000)
	for share, want := range map[string][2]int{"0": {0, 0}, "1": {20_000, 20_000}, "0.1": {1850, 2150}, "0.5": {9800, 10_200}, "0.0001": {0, 10}} {
		control := 0
		for _, arm := range split(t, "spring", 1, share).Arms(guests) {
			if arm == experiment.Control {
				control++
			}
		}
		if control < want[0] || control > want[1] {
			t.Errorf("share %s: want %v, got %d", share, want, control)
		}
	}
	small, large := split(t, "spring", 1, "0.05"), split(t, "spring", 1, "0.2")
	for _, guest := range guests {
		if small.Arm(guest) == experiment.Control && large.Arm(guest) != experiment.Control {
			t.Fatalf("%s left the control group as it grew", guest)
		}
	}
	if got := small.Design(); got.ID != "spring" || got.Epoch != 1 {
		t.Errorf("got %+v", got)
	}
}

// Ids that count up must not fall into some buckets more than into others: chi-square of 20 groups of buckets.
func TestBucketsAreEven(t *testing.T) {
	counts := make([]float64, 20)
	s := split(t, "spring", 1, "0.1")
	guests := profiles(100_000)
	for _, guest := range guests {
		counts[s.Bucket(guest)/500]++
	}
	chi := 0.0
	for _, n := range counts {
		chi += (n - 5000) * (n - 5000) / 5000
	}
	if chi > 43.82 { // 0.999 of the law with 19 degrees of freedom
		t.Errorf("chi-square %v of %v", chi, counts)
	}
}

// Twelve pairs of names that differ little: no arms may hang together. Of 12 p-values the least is below 0.001 once in
// 80 choices of names.
func TestExperimentsDealAnew(t *testing.T) {
	guests := profiles(50_000)
	base := split(t, "spring", 1, "0.5")
	for _, other := range []*experiment.Split{
		split(t, "spring", 2, "0.5"), split(t, "spring", 3, "0.5"), split(t, "spring", 10, "0.5"), split(t, "spring", -1, "0.5"),
		split(t, "sprinh", 1, "0.5"), split(t, "Spring", 1, "0.5"), split(t, "summer", 1, "0.5"), split(t, "spring1", 1, "0.5"),
		split(t, "spring", 2, "0.1"), split(t, "spring", 2, "0.2"), split(t, "winter", 7, "0.1"), split(t, "s", 1, "0.1"),
	} {
		got, err := experiment.OverlapOf(base, other, guests)
		if err != nil || got.P < 0.001 {
			t.Errorf("%+v: got %+v, %v", other.Design(), got, err)
		}
		same := 0
		for _, guest := range guests {
			if base.Bucket(guest) == other.Bucket(guest) {
				same++
			}
		}
		if same > 30 { // 5 are due to chance
			t.Errorf("%+v: %d guests in the same bucket", other.Design(), same)
		}
	}
}

func TestOverlapCounts(t *testing.T) {
	guests := profiles(1000)
	all, none := split(t, "a", 1, "1"), split(t, "b", 1, "0")
	got, err := experiment.OverlapOf(all, none, guests)
	if want := (experiment.Overlap{TreatedSecond: 1000, P: 1}); err != nil || got != want {
		t.Errorf("want %+v, got %+v, %v", want, got, err)
	}
	half, third := split(t, "a", 1, "0.5"), split(t, "b", 1, "0.3333")
	got, err = experiment.OverlapOf(half, third, guests)
	if err != nil || got.BothTreated+got.BothControl+got.TreatedFirst+got.TreatedSecond != 1000 {
		t.Errorf("got %+v, %v", got, err)
	}
	near(t, "chi-square", got.Phi*got.Phi*1000, got.ChiSquare, 1e-9)
	// Pearson's statistic by the definition: the sum of (seen - expected)²/expected over the four fields.
	seen := [2][2]int{{got.BothTreated, got.TreatedFirst}, {got.TreatedSecond, got.BothControl}}
	pearson := 0.0
	for _, row := range seen {
		for j, n := range row {
			expected := float64((row[0]+row[1])*(seen[0][j]+seen[1][j])) / 1000
			pearson += (float64(n) - expected) * (float64(n) - expected) / expected
		}
	}
	near(t, "Pearson's chi-square", pearson, got.ChiSquare, 1e-9)
	_, err = experiment.OverlapOf(half, split(t, "a", 1, "0.1"), guests)
	refusetest.Param(t, err, "experiments[1]")
}

func TestExperimentsAreChecked(t *testing.T) {
	for param, e := range map[string]experiment.Design{
		"Design.ID":      {ID: "a:b", Control: dec("0.1")},
		"Design.Control": {ID: "a", Control: dec("0.00001")},
	} {
		_, err := e.Split()
		refusetest.Param(t, err, param)
		refusetest.Param(t, experiment.Check(e), param)
	}
	refusetest.Param(t, experiment.Design{}.Validate(), "Design.ID")
	refusetest.Param(t, experiment.Design{ID: "a", Control: dec("1.1")}.Validate(), "Design.Control")
	refusetest.Param(t, experiment.Design{ID: "a", Control: dec("-0.1")}.Validate(), "Design.Control")
	a := experiment.Design{ID: "a", Epoch: 1}
	refusetest.Param(t, experiment.Check(a, experiment.Design{ID: "b"}, a), "experiments[2]")
	if err := experiment.Check(a, experiment.Design{ID: "a", Epoch: 2}); err != nil {
		t.Error(err)
	}
}

func TestArmTakesNoMemory(t *testing.T) {
	s := split(t, "spring", 1, "0.1")
	if n := testing.AllocsPerRun(100, func() { s.Arm("P000123") }); n != 0 {
		t.Errorf("want none, got %v", n)
	}
}
