package valuation

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Score is a number of points, held in millionths. It is no money: it has a type of its own so that it cannot be added
// to an amount, and becomes money only through a declared [Uplift].
type Score int64

const (
	scorePlaces = 6
	maxScore    = 1000 * Score(1_000_000)
)

// NewScore returns the score of a number of points.
//
// Input: 0 to 1000, with at most 6 decimal places.
// Errors: a [*hotelcrm.ParamError].
func NewScore(points decimal.Decimal) (Score, error) {
	minor, ok := hotelcrm.ToMinor(points, scorePlaces)
	if s := Score(minor); ok && s >= 0 && s <= maxScore {
		return s, nil
	}
	return 0, refuse.Param("score", brief(points), fmt.Sprintf("0 to 1000, with at most %d decimal places", scorePlaces))
}

// Points returns the score as a number.
func (s Score) Points() decimal.Decimal { return decimal.New(int64(s), -scorePlaces) }

// String returns the points, such as "3.5".
func (s Score) String() string { return s.Points().String() }

// MarshalText returns the points. The error is always nil.
func (s Score) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// maxScoreText bounds a score's text before its number is read.
const maxScoreText = 32

// UnmarshalText reads what [Score.MarshalText] writes.
//
// Errors: a [*hotelcrm.ParamError]; s is then unchanged.
func (s *Score) UnmarshalText(text []byte) error {
	if len(text) > maxScoreText {
		return refuse.Param("score", string(text[:maxScoreText]), "0 to 1000")
	}
	points, err := decimal.NewFromString(string(text))
	if err != nil {
		return refuse.Param("score", string(text), "0 to 1000")
	}
	parsed, err := NewScore(points)
	if err == nil {
		*s = parsed
	}
	return err
}
