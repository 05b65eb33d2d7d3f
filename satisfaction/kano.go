package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Feeling is the answer to one of the two Kano questions: how a guest would feel if a thing were there, and if it were
// not.
type Feeling uint8

// The feelings.
const (
	Like Feeling = iota + 1
	Must
	Neutral
	LiveWith
	Dislike
)

var feelingNames = enum.Names{"", "like", "must", "neutral", "live-with", "dislike"}

// String returns the name, "unset" for the zero value.
func (f Feeling) String() string { return feelingNames.String(uint8(f)) }

// ParseFeeling returns the feeling named by text, as [Feeling.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseFeeling(text string) (Feeling, error) {
	return choice.Parse[Feeling](feelingNames, "feeling", text)
}

// MarshalText returns the name, empty for the zero value.
func (f Feeling) MarshalText() ([]byte, error) { return choice.Marshal(feelingNames, "feeling", f) }

// UnmarshalText reads a name; the empty text is the zero value.
func (f *Feeling) UnmarshalText(text []byte) error {
	return choice.Unmarshal(feelingNames, "feeling", text, f)
}

// Kano is the class of a requirement.
type Kano uint8

// The classes, in the order in which equal numbers of answers are decided: what is expected goes first.
const (
	MustBe         Kano = iota + 1 // missed when away, not thanked for
	OneDimensional                 // the more the better
	Attractive                     // thanked for, not missed
	Indifferent                    // neither
	Reverse                        // better away
	Questionable                   // the two answers contradict each other
)

var kanoNames = enum.Names{"", "must-be", "one-dimensional", "attractive", "indifferent", "reverse", "questionable"}

// String returns the name, "unset" for the zero value.
func (k Kano) String() string { return kanoNames.String(uint8(k)) }

// ParseKano returns the class named by text, as [Kano.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseKano(text string) (Kano, error) {
	return choice.Parse[Kano](kanoNames, "kano", text)
}

// MarshalText returns the name, empty for the zero value.
func (k Kano) MarshalText() ([]byte, error) { return choice.Marshal(kanoNames, "kano", k) }

// UnmarshalText reads a name; the empty text is the zero value.
func (k *Kano) UnmarshalText(text []byte) error {
	return choice.Unmarshal(kanoNames, "kano", text, k)
}

// KanoClass returns the class of a pair of answers: how the guest feels with the thing and without it.
//
// Errors: a [*hotelcrm.ParamError] for a feeling that is unset or unknown.
// Source: N. Kano and others (1984), Hinshitsu 14 (2), 39-48; the evaluation table of E. Sauerwein, F. Bailom, K. Matzler
// and H. H. Hinterhuber (1996).
func KanoClass(with, without Feeling) (Kano, error) {
	if with < Like || with > Dislike || without < Like || without > Dislike {
		return 0, refuse.Param("feeling", fmt.Sprintf("%d, %d", with, without), "Like, Must, Neutral, LiveWith or Dislike")
	}
	switch {
	case with == Like && without == Like, with == Dislike && without == Dislike:
		return Questionable, nil
	case with == Like && without == Dislike:
		return OneDimensional, nil
	case with == Like:
		return Attractive, nil
	case with == Dislike, without == Like:
		return Reverse, nil
	case without == Dislike:
		return MustBe, nil
	}
	return Indifferent, nil
}

// KanoCounts says how many guests put a thing into each class, in numbers or percent.
type KanoCounts struct {
	MustBe         float64 `json:"mustBe"`
	OneDimensional float64 `json:"oneDimensional"`
	Attractive     float64 `json:"attractive"`
	Indifferent    float64 `json:"indifferent"`
	Reverse        float64 `json:"reverse"`
	Questionable   float64 `json:"questionable"`

	N          int64   `json:"n,omitempty"`          // guests, where the numbers are percent or weighted; 0: what they sum to
	EffectiveN float64 `json:"effectiveN,omitempty"` // Kish's, where guests are weighted; 0: all count alike
}

// Add counts one more answer of a class; an unset class changes nothing.
func (c *KanoCounts) Add(k Kano) {
	for i, n := range c.each() {
		if int(k) == i+1 {
			*n++
			if c.N > 0 {
				c.N++
			}
		}
	}
}

func (c *KanoCounts) each() [6]*float64 {
	return [6]*float64{&c.MustBe, &c.OneDimensional, &c.Attractive, &c.Indifferent, &c.Reverse, &c.Questionable}
}

var kanoFields = [6]string{"MustBe", "OneDimensional", "Attractive", "Indifferent", "Reverse", "Questionable"}

// KanoResult is what the counts say of a thing.
type KanoResult struct {
	Class  Kano    `json:"class"`  // the most frequent; of equals, must-be before one-dimensional, attractive and indifferent
	Better float64 `json:"better"` // (A + O) / (A + O + M + I): how far satisfaction rises with it
	Worse  float64 `json:"worse"`  // -(O + M) / (A + O + M + I): how far it falls without

	N          int64   `json:"n"`          // guests, in all six classes
	EffectiveN float64 `json:"effectiveN"` // Kish's, below N where guests are weighted
}

// Result returns class and coefficients of the counts.
//
// Errors: a [*hotelcrm.ParamError] for numbers that are negative or not finite, or none in the four classes of the
// coefficients.
// Source: C. Berger and others (1993), Center for Quality of Management Journal 2 (4), 3-36, for better and worse.
func (c KanoCounts) Result() (KanoResult, error) {
	var r KanoResult
	if err := firstError(checkWithin("KanoCounts.N", float64(c.N), 0, maxCount), checkWithin("KanoCounts.EffectiveN", c.EffectiveN, 0, maxCount)); err != nil {
		return KanoResult{}, err
	}
	most, guests := -1.0, 0.0
	for i, n := range c.each() {
		if err := checkWithin("KanoCounts."+kanoFields[i], *n, 0, 1e15); err != nil {
			return KanoResult{}, err
		}
		guests += *n
		if *n > most {
			r.Class, most = Kano(i+1), *n
		}
	}
	sum := c.Attractive + c.OneDimensional + c.MustBe + c.Indifferent
	if sum == 0 {
		return KanoResult{}, refuse.Param("KanoCounts", "0", "at least one of must-be, one-dimensional, attractive or indifferent")
	}
	if r.N = c.N; r.N == 0 {
		r.N = int64(math.Round(guests))
	}
	if r.EffectiveN = c.EffectiveN; r.EffectiveN == 0 {
		r.EffectiveN = float64(r.N)
	}
	r.Better, r.Worse = (c.Attractive+c.OneDimensional)/sum, -(c.OneDimensional+c.MustBe)/sum
	return r, nil
}
