package btyd

import (
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/valuation"
)

// Model is what every model of repeat visits can do. Models are plain values; their methods are pure, do not allocate
// and may be called at once.
//
// Input: a valid history and model ([History.Validate], Validate of the model); times t of 0 or more in the model's
// unit. As in package math, anything else gives NaN. [Predictor] checks and returns errors instead.
type Model interface {
	// Name returns the name in the literature, such as "BG/NBD".
	Name() string
	// Period returns the unit of time that rates and histories are in.
	Period() valuation.Period
	// Params returns the parameters as the paper orders and names them.
	Params() []Param
	// Validate returns a *hotelcrm.ParamError for a parameter out of range or an unset unit, else nil.
	Validate() error

	// LogLikelihood returns the log-likelihood of one guest's history.
	LogLikelihood(h History) float64
	// Alive returns the probability that the guest has not left for good.
	Alive(h History) float64
	// AliveAt returns the probability that the guest will not have left at time t from now, without knowing what
	// happens until then.
	AliveAt(h History, t float64) float64
	// Expected returns the expected number of visits in the next t.
	Expected(h History, t float64) float64
	// New returns the expected number of repeat visits of a new guest in the first t.
	New(t float64) float64
	// Count returns the probability that a new guest comes back n times in the first t.
	Count(t float64, n int) float64
	// CountNext returns the probability that the guest comes n times in the next t.
	CountNext(h History, t float64, n int) float64
	// Simulate returns the history of a random guest watched for t.
	Simulate(rng *rand.Rand, t float64) History

	// with returns the model with other parameters, in the order of Params.
	with(values []float64) Model
}

// Param is one parameter of a model.
type Param struct {
	Name  string  `json:"name"` // as in the paper: "r", "alpha", ...
	Value float64 `json:"value"`
}

// checkModel refuses a model that is nil or out of range.
func checkModel(m Model) error {
	if m == nil {
		return errNone("model")
	}
	return m.Validate()
}
