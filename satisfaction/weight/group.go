package weight

import (
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Expert is one judge in a group.
type Expert struct {
	Name       string
	Judgements *Judgements
	Share      int64 // of the say, in any unit; 0 for all experts means equal shares
}

// Opinion is what one expert says, alone.
type Opinion struct {
	Name        string      `json:"name"`
	Share       float64     `json:"share"` // of the group, per one
	Weights     []float64   `json:"weights"`
	Consistency Consistency `json:"consistency"`
}

// Mean says how the weights of several experts are put together. Unset means Arithmetic.
type Mean uint8

// The means.
const (
	Arithmetic Mean = iota + 1 // Σ share·w
	Geometric                  // ∏ w^share, divided by its sum
)

var meanNames = enum.Names{"", "arithmetic", "geometric"}

// ParseMean returns the mean named by text, as [Mean.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseMean(text string) (Mean, error) { return choice.Parse[Mean](meanNames, "mean", text) }

// String returns the name, "unset" for the zero value.
func (m Mean) String() string { return meanNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m Mean) MarshalText() ([]byte, error) { return choice.Marshal(meanNames, "mean", m) }

// UnmarshalText reads a name; the empty text is the zero value.
func (m *Mean) UnmarshalText(text []byte) error { return choice.Unmarshal(meanNames, "mean", text, m) }

// GroupWeighing is what several experts say together, with each one's own weights and consistency: nobody is left out.
type GroupWeighing struct {
	Names   []string  `json:"names"`
	Method  Method    `json:"method"`
	Mean    Mean      `json:"mean,omitempty"` // of the weights; unset where judgements were put together
	Weights []float64 `json:"weights"`        // summing to one

	// Sum is what the weights summed to before they were divided by it: below one for the geometric mean of experts who
	// differ.
	Sum      float64   `json:"sum"`
	Experts  []Opinion `json:"experts"`
	Accepted int       `json:"accepted"` // experts whose consistency ratio applies and is AcceptedRatio or less

	// Spread is the standard deviation (n - 1) of the experts' weights of each thing, shares left aside; 0 for one
	// expert.
	Spread []float64 `json:"spread"`
	// Consensus is 1 if all experts have the same weights and 0 if each puts all weight that the scale allows on
	// another thing: Shannon's beta diversity, scaled (Goepel).
	Consensus float64 `json:"consensus"`
	// Consistency is that of the judgements put together; without it where weights were.
	Consistency *Consistency `json:"consistency,omitempty"`
	// Judgements are those put together, pair by pair, row before column; none where weights were.
	Judgements []GroupJudgement   `json:"judgements,omitempty"`
	Warnings   []hotelcrm.Warning `json:"warnings,omitempty"`
}

// AggregateJudgements returns the weights of the geometric means of all experts' ratios (AIJ), pair by pair over those
// who compared it. Judgements put together look more consistent than any of them: mind Spread and Consensus.
//
// Input: the same names in the same order from each; each expert's judgements link all names; shares not negative.
// Errors: a [*hotelcrm.ParamError] for no experts, other names or wrong shares; those of [Judgements.Weigh], with the
// expert's name.
// Cost: one Weigh for each expert.
func AggregateJudgements(experts []Expert, method Method, index RandomIndex) (GroupWeighing, error) {
	out, err := gather(experts, method, index)
	if err != nil {
		return GroupWeighing{}, err
	}
	out.Judgements = groupJudgements(experts, out.Experts)
	together, err := comparisonsOf(out.Judgements, len(out.Names)).weigh(out.Method, index)
	if err != nil {
		return GroupWeighing{}, experts[0].Judgements.name(err)
	}
	out.Weights, out.Sum, out.Consistency = together.Weights, 1, &together.Consistency
	return out, nil
}

// AggregatePriorities returns the mean of all experts' weights (AIP). With the geometric mean of weights by
// GeometricMean it equals [AggregateJudgements] if no comparison is missing.
//
// Input, errors, cost: as for [AggregateJudgements]; an unset mean is Arithmetic.
func AggregatePriorities(experts []Expert, method Method, index RandomIndex, mean Mean) (GroupWeighing, error) {
	if err := choice.Default(meanNames, "mean", &mean, Arithmetic); err != nil {
		return GroupWeighing{}, err
	}
	out, err := gather(experts, method, index)
	if err != nil {
		return GroupWeighing{}, err
	}
	out.Mean, out.Weights = mean, make([]float64, len(out.Names))
	for i := range out.Weights {
		for _, e := range out.Experts {
			v := e.Weights[i]
			if mean == Geometric {
				v = math.Log(v)
			}
			out.Weights[i] += float64(e.Share * v)
		}
		if mean == Geometric {
			out.Weights[i] = math.Exp(out.Weights[i])
		}
		out.Sum += out.Weights[i]
	}
	normalise(out.Weights)
	return out, nil
}

// gather weighs each expert alone and measures how far they agree.
func gather(experts []Expert, method Method, index RandomIndex) (GroupWeighing, error) {
	shares, err := checkExperts(experts)
	if err != nil {
		return GroupWeighing{}, err
	}
	out := GroupWeighing{Names: experts[0].Judgements.Names()}
	limit, inconsistent := int64(0), 0
	for k, e := range experts {
		w, err := e.Judgements.Weigh(method, index)
		if err != nil {
			return GroupWeighing{}, fmt.Errorf("expert %q: %w", e.Name, err)
		}
		out.Method = w.Method
		out.Experts = append(out.Experts, Opinion{e.Name, shares[k], w.Weights, w.Consistency})
		limit = max(limit, e.Judgements.limit)
		switch c := w.Consistency; {
		case c.RatioApplies && c.Ratio <= AcceptedRatio:
			out.Accepted++
		case c.RatioApplies:
			inconsistent++
		}
	}
	if inconsistent > 0 {
		out.Warnings = []hotelcrm.Warning{{
			Code: WarnInconsistent, N: inconsistent,
			Text: fmt.Sprintf("experts have a consistency ratio above %.1f", AcceptedRatio),
		}}
	}
	out.Spread, out.Consensus = spread(out.Experts), consensus(out.Experts, limit)
	return out, nil
}

// checkExperts returns the shares, summing to one.
func checkExperts(experts []Expert) ([]float64, error) {
	shares, all := make([]float64, len(experts)), 0.0
	for k, e := range experts {
		if e.Judgements == nil || !slices.Equal(e.Judgements.names, experts[0].Judgements.names) {
			return nil, refuse.Param(fmt.Sprintf("experts[%d].Judgements", k), e.Name, "the same names in the same order as the first")
		}
		if e.Share < 0 {
			return nil, refuse.Param(fmt.Sprintf("experts[%d].Share", k), fmt.Sprint(e.Share), "0 or more")
		}
		shares[k] = float64(e.Share)
		all += shares[k]
	}
	if len(experts) == 0 {
		return nil, refuse.Param("experts", "0", "at least one")
	}
	if all == 0 {
		for k := range shares {
			shares[k] = 1
		}
	}
	return normalise(shares), nil
}
