package weight

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// RandomIndex names the table of the mean consistency index of random judgements, against which a consistency ratio is
// taken. Tables differ: for three things the ratio of one author is 21 % above that of another. Unset means Saaty.
type RandomIndex uint8

// The tables, each for 3 things and more.
const (
	Saaty            RandomIndex = iota + 1 // .58 for 3 things, to 10
	SaatyRevised                            // Saaty (2005): .52 for 3, to 15
	AlonsoLamata                            // 500,000 matrices each: .5245 for 3, to 10
	Simulated                               // of the R package ahpsurvey: .5251686 for 3, to 10
	DoneganDodd                             // Donegan and Dodd (1991): .4914 for 3, to 20
	AlonsoLamataLine                        // the line fitted to AlonsoLamata, any number: (2.7699n - 4.3513 - n)/(n - 1)
)

var randomIndexNames = enum.Names{"", "saaty", "saaty-revised", "alonso-lamata", "simulated", "donegan-dodd", "alonso-lamata-line"}

// randomIndices holds the tables from 3 things on.
var randomIndices = [AlonsoLamataLine][]float64{
	Saaty:        {.58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49},
	SaatyRevised: {.52, .89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59},
	AlonsoLamata: {.5245, .8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854},
	Simulated:    {.5251686, .8836651, 1.1081014, 1.2492774, 1.3415514, 1.4048466, 1.4507197, 1.4857266},
	DoneganDodd: {
		.4914, .8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497,
		1.4643, 1.4822, 1.4969, 1.5078, 1.5153, 1.5262, 1.5313, 1.5371,
	},
}

// ParseRandomIndex returns the table named by text, as [RandomIndex.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseRandomIndex(text string) (RandomIndex, error) {
	return choice.Parse[RandomIndex](randomIndexNames, "random index", text)
}

// For returns the index for n things, and false where the table has none: below 3, and beyond its end. The unset value
// is Saaty.
func (r RandomIndex) For(n int) (float64, bool) {
	if r == 0 {
		r = Saaty
	}
	if n < 3 || r > AlonsoLamataLine {
		return 0, false
	}
	if r == AlonsoLamataLine {
		return (2.7699*float64(n) - 4.3513 - float64(n)) / float64(n-1), true
	}
	if table := randomIndices[r]; n-3 < len(table) {
		return table[n-3], true
	}
	return 0, false
}

// String returns the name, "unset" for the zero value.
func (r RandomIndex) String() string { return randomIndexNames.String(uint8(r)) }

// MarshalText returns the name, empty for the zero value.
func (r RandomIndex) MarshalText() ([]byte, error) {
	return choice.Marshal(randomIndexNames, "random index", r)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (r *RandomIndex) UnmarshalText(text []byte) error {
	return choice.Unmarshal(randomIndexNames, "random index", text, r)
}
