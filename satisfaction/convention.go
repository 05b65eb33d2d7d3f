package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Convention names which of the means of a node a report holds. They differ where answers are missing.
type Convention uint8

// The conventions.
const (
	MeanOfScores Convention = iota + 1 // the mean of the guests' own scores, each by the missing rule
	ScoreOfMeans                       // the weighted sum of the questions' means, each over the guests who answered it
)

var conventionNames = enum.Names{"", "mean-of-scores", "score-of-means"}

// String returns the name, "unset" for the zero value.
func (c Convention) String() string { return conventionNames.String(uint8(c)) }

// ParseConvention returns the convention named by text, as [Convention.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseConvention(text string) (Convention, error) {
	return choice.Parse[Convention](conventionNames, "convention", text)
}

// MarshalText returns the name, empty for the zero value.
func (c Convention) MarshalText() ([]byte, error) {
	return choice.Marshal(conventionNames, "convention", c)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Convention) UnmarshalText(text []byte) error {
	return choice.Unmarshal(conventionNames, "convention", text, c)
}
