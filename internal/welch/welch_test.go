package welch_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/welch"
)

// Student's sleep data (1908), as R's t.test(extra ~ group) has it: 17.776 degrees of freedom, p 0.07939 at t 1.8608.
func TestSleepData(t *testing.T) {
	const first, second = 3.200555555556 / 10, 4.009 / 10 // s²/n
	degrees := welch.Degrees(first/(first+second), 10, 10)
	if math.Abs(degrees-17.776) > 5.1e-4 {
		t.Errorf("degrees %v", degrees)
	}
	statistic := (2.33 - 0.75) / math.Sqrt(first+second)
	if p := welch.P(statistic, degrees); math.Abs(p-0.07939) > 5.1e-6 || p != welch.P(-statistic, degrees) {
		t.Errorf("p %v", p)
	}
	if half := welch.Deviate(0.95, degrees) * math.Sqrt(first+second); math.Abs(half-(3.3654832+0.2054832)/2) > 5.1e-7 {
		t.Errorf("half the interval %v", half)
	}
}

// One group without spread leaves the degrees of the other.
func TestDegreesOfOneGroup(t *testing.T) {
	if first, second := welch.Degrees(1, 5, 100), welch.Degrees(0, 5, 100); math.Abs(first-4) > 1e-13 || math.Abs(second-99) > 1e-13 {
		t.Error(first, second)
	}
}

func TestDeviateOfTheGreatestLevel(t *testing.T) {
	if d := welch.Deviate(math.Nextafter(1, 0), 3); math.IsInf(d, 0) || d < 1e4 {
		t.Error(d)
	}
}
