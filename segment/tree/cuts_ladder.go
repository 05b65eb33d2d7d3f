package tree

import (
	"errors"
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/radix"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// ladder is the numbers of a column in rising order, equal ones on one rung.
type ladder struct {
	values  []float64 // different ones
	ends    []int     // ends[i] numbers are at most values[i]
	classes []uint16  // of the numbers in rising order; nil if no classes were given
	missing int
}

const (
	maxCutRows    = 1 << 27
	maxCutClasses = 255
)

// newLadder sorts the numbers that are there; with classes, those that have one.
func newLadder(numbers []float64, classes []uint16, supervised bool) (*ladder, error) {
	if err := checkColumn(numbers, classes, supervised); err != nil {
		return nil, err
	}
	l := &ladder{}
	items := make([]radix.Item, 0, len(numbers))
	for i, number := range numbers {
		if math.IsNaN(number) || supervised && classes[i] == 0 {
			l.missing++
			continue
		}
		items = append(items, radix.Item{Key: risingKey(number), Ref: uint32(i)})
	}
	items = radix.Sort(items, 1)
	for i, item := range items {
		if i == 0 || item.Key != items[i-1].Key {
			l.values, l.ends = append(l.values, numbers[item.Ref]+0), append(l.ends, i) // -0 becomes 0
		}
		l.ends[len(l.ends)-1]++
	}
	if supervised {
		l.classes = make([]uint16, len(items))
		for i, item := range items {
			l.classes[i] = classes[item.Ref]
		}
	}
	return l, nil
}

func checkColumn(numbers []float64, classes []uint16, supervised bool) error {
	if len(numbers) > maxCutRows {
		return refuse.Param("numbers", fmt.Sprint(len(numbers)), fmt.Sprintf("at most %d", maxCutRows))
	}
	if supervised && len(classes) != len(numbers) {
		return refuse.Param("classes", fmt.Sprint(len(classes)), "one for each of the "+plural.Of(len(numbers), "number", "numbers"))
	}
	var wrong []error
	for i, number := range numbers {
		switch {
		case math.IsInf(number, 0):
			wrong = append(wrong, &hotelcrm.RowError{Row: i + 1, Field: "numbers", Value: shortest(number), Err: errInfinite})
		case supervised && classes[i] > maxCutClasses:
			wrong = append(wrong, &hotelcrm.RowError{Row: i + 1, Field: "classes", Value: fmt.Sprint(classes[i]), Err: errManyClasses})
		}
		if len(wrong) == hotelcrm.MaxRowErrors {
			break
		}
	}
	return errors.Join(wrong...)
}

var (
	errInfinite    = errors.New("want a finite number, or NaN for a missing one")
	errManyClasses = fmt.Errorf("want a class from 1 to %d, or 0 for a missing one", maxCutClasses)
)

// risingKey returns a key that rises with the number; -0 and 0 have the same.
func risingKey(number float64) uint64 {
	bits := math.Float64bits(number + 0)
	if bits>>63 == 1 {
		return ^bits
	}
	return bits | 1<<63
}

// rows returns how many numbers there are.
func (l *ladder) rows() int {
	if len(l.ends) == 0 {
		return 0
	}
	return l.ends[len(l.ends)-1]
}

// occurring returns the classes that occur, in rising order.
func (l *ladder) occurring() []uint16 {
	var seen [maxCutClasses + 1]bool
	for _, class := range l.classes {
		seen[class] = true
	}
	out := []uint16{}
	for class, occurs := range seen {
		if occurs {
			out = append(out, uint16(class))
		}
	}
	return out
}

// count returns how many numbers are on a rung.
func (l *ladder) count(rung int) int { return l.ends[rung] - l.start(rung) }

// start returns how many numbers are below a rung.
func (l *ladder) start(rung int) int {
	if rung == 0 {
		return 0
	}
	return l.ends[rung-1]
}

// cutAfter returns the point between a rung and the next: the middle of their decimal texts, so that 5.1 and 5.2 give
// 5.15 and not the nearest sum of their binary forms.
func (l *ladder) cutAfter(rung int) float64 {
	low, high := l.values[rung], l.values[rung+1]
	middle := exactly(low).Add(exactly(high)).Mul(decimal.New(5, -1)).InexactFloat64()
	if middle >= high { // neighbours among the floating-point numbers
		return low
	}
	return middle
}

// exactly returns the number that the shortest text of a finite float64 shows.
func exactly(number float64) decimal.Decimal {
	d, err := decimal.NewFromString(shortest(number))
	if err != nil {
		return decimal.Zero // cannot be: every finite number has such a text
	}
	return d
}

// cuts returns the cuts at points that the method found.
func (l *ladder) cuts(method CutMethod, bins int, points []float64) Cuts {
	if points == nil {
		points = []float64{}
	}
	return Cuts{
		Version: Version, Method: method, Bins: bins, Points: points, Side: SideBelow,
		Numbers: l.rows(), Missing: l.missing,
	}
}
