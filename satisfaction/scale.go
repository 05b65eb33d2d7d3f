package satisfaction

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Level is one answer that a scale allows.
type Level struct {
	ID      string          `json:"id"` // stable, for programs
	Label   string          `json:"label,omitempty"`
	LabelZH string          `json:"labelZh,omitempty"`
	Points  decimal.Decimal `json:"points"`         // what the answer is worth
	Also    []string        `json:"also,omitempty"` // other spellings in files
}

// Scale says which answers a question allows and what each is worth. Scales are data: JSON both ways.
//
// The points lie on a grid of equal steps, at most 63 from the lowest to the highest. [Answer] codes count its places
// from 1; sums of codes are integers and the points come back from them by one step and one shift.
type Scale struct {
	ID     string  `json:"id"`
	Levels []Level `json:"levels"` // in any order

	// Low and High are the declared ends: what counts as 0 and as 100 where scores are turned into percent.
	Low  decimal.Decimal `json:"low"`
	High decimal.Decimal `json:"high"`

	// Reversed: the worst answer has the most points in Levels. An answer then counts Low + High - Points, from the
	// moment it is read, so that more is better in every statistic.
	Reversed bool `json:"reversed,omitempty"`
}

// fiveWords are the thesis's five words of the ladder, best first.
func fiveWords() []Level {
	return []Level{
		{ID: "very_satisfied", Label: "very satisfied", LabelZH: "很满意"},
		{ID: "satisfied", Label: "satisfied", LabelZH: "满意"},
		{ID: "fair", Label: "fair", LabelZH: "一般"},
		{ID: "dissatisfied", Label: "dissatisfied", LabelZH: "不满意"},
		{ID: "very_dissatisfied", Label: "very dissatisfied", LabelZH: "很不满意"},
	}
}

// Ladder returns the scale of ordered words with the points given, best first, such as 10, 8, 6, 4, 2. Five points get
// the words from very satisfied (很满意) to very dissatisfied (很不满意); any other number gets the points as words.
// The ends are the highest and the lowest points.
//
// Errors: a [*hotelcrm.ParamError] for fewer than 2 points, points that do not fall, or a grid of more than 63 steps.
// Source: Gong (2009), section 3.3.1, 梯级量化法.
func Ladder(points ...int64) (Scale, error) {
	levels := fiveWords()
	if len(points) != len(levels) {
		levels = make([]Level, len(points))
	}
	for i, p := range points {
		if i > 0 && p >= points[i-1] {
			return Scale{}, refuse.Param(fmt.Sprintf("points[%d]", i), strconv.FormatInt(p, 10), "less than the points before")
		}
		levels[i].Points = decimal.NewFromInt(p)
		if levels[i].ID == "" {
			levels[i].ID = strconv.FormatInt(p, 10)
		}
	}
	return declared("ladder", levels)
}

// Keywords returns the scale of seven feelings from furious (恼怒, -3) to fulfilled (满足, 3).
//
// Source: Gong (2009), section 3.3.1, 关键词量化法.
func Keywords() Scale {
	levels := []Level{
		{ID: "furious", Label: "furious", LabelZH: "恼怒"},
		{ID: "angry", Label: "angry", LabelZH: "气愤"},
		{ID: "complaining", Label: "complaining", LabelZH: "抱怨"},
		{ID: "no_feeling", Label: "no feeling", LabelZH: "无情绪"},
		{ID: "well_disposed", Label: "well disposed", LabelZH: "有好感"},
		{ID: "pleased", Label: "pleased", LabelZH: "称心"},
		{ID: "fulfilled", Label: "fulfilled", LabelZH: "满足"},
	}
	for i := range levels {
		levels[i].Points = decimal.NewFromInt(int64(i - 3))
	}
	return Scale{ID: "keyword", Levels: levels, Low: decimal.NewFromInt(-3), High: decimal.NewFromInt(3)}
}

// Direct returns the scale on which the guest gives a whole number from low to high, such as 1 to 10 or 0 to 10.
//
// Errors: a [*hotelcrm.ParamError] unless low < high and there are at most 63 numbers.
// Source: Gong (2009), section 3.3.1, 直接量化法.
func Direct(low, high int64) (Scale, error) {
	if high <= low || high-low >= MaxCode || high-low < 0 {
		return Scale{}, refuse.Param("high", strconv.FormatInt(high, 10), fmt.Sprintf("above low, %d, by at most %d", low, MaxCode-1))
	}
	levels := make([]Level, high-low+1)
	for i := range levels {
		p := low + int64(i)
		levels[i] = Level{ID: strconv.FormatInt(p, 10), Points: decimal.NewFromInt(p)}
	}
	return declared("direct", levels)
}

// declared returns the scale of the levels whose ends are its lowest and highest points.
func declared(id string, levels []Level) (Scale, error) {
	s := Scale{ID: id, Levels: levels}
	for i, level := range levels {
		if i == 0 || level.Points.LessThan(s.Low) {
			s.Low = level.Points
		}
		if i == 0 || level.Points.GreaterThan(s.High) {
			s.High = level.Points
		}
	}
	return s, s.Validate()
}

// Validate returns a [*hotelcrm.ParamError] for a scale that cannot be, else nil: no id, fewer than 2 levels, an id, a
// spelling or points used twice, points outside the ends, or points too far apart for a grid of 63 places.
func (s Scale) Validate() error {
	_, err := compileScale(s)
	return err
}

// allowed says in words what may be answered.
func (s Scale) allowed() string {
	list, numbers := make([]string, len(s.Levels)), true
	for i, l := range s.Levels {
		if list[i] = l.ID; l.ID != l.Points.String() {
			list[i], numbers = fmt.Sprintf("%s (%s)", l.ID, l.Points), false
		}
	}
	if numbers && s.High.Sub(s.Low).IntPart() == int64(len(list)-1) {
		return s.Low.String() + " to " + s.High.String()
	}
	return strings.Join(list, ", ")
}
