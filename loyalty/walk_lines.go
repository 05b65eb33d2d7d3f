package loyalty

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// lines is a member's activity in the order of dates, with running totals.
type lines struct {
	dates   []hotelcrm.Date
	places  []int32   // in the member's activities
	totals  []figures // totals[i] holds what the first i lines add up to
	shown   shownBrands
	version int // of the last line
}

// figures holds one count for each metric that is a sum, at the metric, and at 0 what a rollover may carry.
type figures [sums + 1]int64

// bound is the largest count of one line, so that no sum overflows.
const bound = 1_000_000_000_000

// maxLines times bound stays below 2⁶³.
const maxLines = math.MaxInt64 / bound / 2

// ErrLine is wrapped where a line of activity or a grant cannot be.
var ErrLine = errors.New("loyalty: not possible")

// load takes the lines that lie in the member's time and are known.
func (l *lines) load(e *Engine, m *Member, on, known hotelcrm.Date) error {
	l.dates, l.places, l.totals, l.version = l.dates[:0], l.places[:0], append(l.totals[:0], figures{}), -1
	if len(m.Activities) > maxLines {
		return refuse.Param("Member.Activities", fmt.Sprint(len(m.Activities)), fmt.Sprint("at most ", maxLines))
	}
	sorted, last := true, hotelcrm.Date(0)
	for i := range m.Activities {
		a := &m.Activities[i]
		if a.Date == 0 || (a.Date > 0 && a.Date < m.Enrolled) || a.Date > on || a.known() > known {
			continue
		}
		sorted = sorted && a.Date >= last
		last = a.Date
		l.places = append(l.places, int32(i))
	}
	if !sorted {
		sortByDate(l.places, m.Activities)
	}
	for _, place := range l.places {
		if err := l.add(e, place, &m.Activities[place]); err != nil {
			return err
		}
	}
	if e.byBrand {
		l.shown.load(l, m)
	}
	return nil
}

// sortByDate sorts the places of lines.
func sortByDate(places []int32, activities []Activity) {
	slices.SortFunc(places, func(a, b int32) int { return int(activities[a].Date) - int(activities[b].Date) })
}

// add appends a line that is no earlier than those before it.
func (l *lines) add(e *Engine, place int32, a *Activity) error {
	if !e.inVersion(l.version, a.Date) {
		l.version = e.versionOn(a.Date)
	}
	sum := l.totals[len(l.totals)-1]
	if err := a.addTo(&sum, e, l.version); err != nil {
		err.Row = int(place) + 1
		return err
	}
	l.dates, l.totals = append(l.dates, a.Date), append(l.totals, sum)
	return nil
}

// addTo adds what the line counts under a version to the sums; -1 is no version, where nothing counts.
func (a *Activity) addTo(sum *figures, e *Engine, version int) *hotelcrm.RowError {
	spend, ok := int64(0), true
	if !a.Spend.IsZero() {
		spend, ok = hotelcrm.ToMinor(a.Spend, e.places)
	}
	switch {
	case !ok || spend > bound || spend < -bound:
		return lineError("spend", shown(a.Spend), fmt.Sprintf("want at most %d in units of %d decimal places", int64(bound), e.places))
	case a.Points > bound || a.Points < -bound:
		return lineError("points", fmt.Sprint(a.Points), fmt.Sprint("want at most ", int64(bound)))
	case a.Kind == 0 || int(a.Kind) >= len(kindNames):
		return lineError("kind", fmt.Sprint(uint8(a.Kind)), "want one of "+kindNames.Allowed())
	case a.Date < hotelcrm.MinDate || a.Date > hotelcrm.MaxDate:
		return lineError("date", fmt.Sprint(int32(a.Date)), "want a date of years 1 to 9999")
	case a.Kind != KindCorrection && min(int64(a.Nights), int64(a.Stays), int64(a.Events), int64(a.NoShows), a.Points) < 0 && a.Kind != KindRedemption:
		return lineError("kind", a.Kind.String(), "want a correction where a count is negative")
	}
	if version < 0 || a.Kind == KindRedemption || e.versions[version].ignore.has(uint8(a.Kind)) {
		return nil
	}
	line := figures{
		Nights: int64(a.Nights), Stays: int64(a.Stays), Points: a.Points, Spend: spend, Events: int64(a.Events), NoShows: int64(a.NoShows),
	}
	if r := e.versions[version].rollover; r != nil && !r.without.has(uint8(a.Kind)) {
		line[0] = line[r.metric]
	}
	for i, v := range line {
		sum[i] += v
	}
	return nil
}

func lineError(field, value, allowed string) *hotelcrm.RowError {
	return &hotelcrm.RowError{Field: field, Value: value, Err: fmt.Errorf("%w: %s", ErrLine, allowed)}
}

// until returns how many lines are dated day or earlier, from of which surely are.
func (l *lines) until(from int, day hotelcrm.Date) int {
	for from < len(l.dates) && l.dates[from] <= day {
		from++
	}
	return from
}

// before returns how many lines are dated before day.
func (l *lines) before(day hotelcrm.Date) int {
	n, _ := slices.BinarySearch(l.dates, day)
	return n
}
