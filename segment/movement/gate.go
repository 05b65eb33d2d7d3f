package movement

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/figure"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Gate says when a new revision of a plan may replace the one in use. The zero Gate is the default.
type Gate struct {
	MinAgreement float64   `json:"minAgreement,omitempty"` // least share of guests who keep their class, above 0, at most 1; 0: 0.8
	MaxShift     float64   `json:"maxShift,omitempty"`     // largest stability index of class sizes and attributes, above 0; 0: 0.25
	MinGuests    int       `json:"minGuests,omitempty"`    // fewest guests in a class of the new plan; 0: 1
	Level        float64   `json:"level,omitempty"`        // of confidence that a gain in right answers is no noise, in (0, 1); 0: 0.95
	Empty        EmptyBins `json:"empty,omitempty"`        // for class sizes; unset: AddHalf, as a new class is empty in the old plan
}

// The codes of what stands against a replacement.
const (
	WarnAgreement  hotelcrm.WarningCode = "agreement-below-gate" // too many guests would change class
	WarnSizes      hotelcrm.WarningCode = "class-sizes-shifted"  // the sizes of the classes differ too much
	WarnAttribute  hotelcrm.WarningCode = "attribute-shifted"    // the guests are no longer those that the plan was made on
	WarnSmallClass hotelcrm.WarningCode = "class-below-gate"     // a class of the new plan has too few guests
	WarnNoGain     hotelcrm.WarningCode = "gain-within-noise"    // the new plan is not right more often, or not by more than chance
)

// Validate returns a [*hotelcrm.ParamError] for the first field out of range, else nil.
func (g Gate) Validate() error {
	g = g.resolved()
	switch {
	case !(g.MinAgreement > 0 && g.MinAgreement <= 1): // NaN too
		return refuse.Param("Gate.MinAgreement", fmt.Sprint(g.MinAgreement), "above 0, at most 1")
	case !(g.MaxShift > 0 && g.MaxShift <= math.MaxFloat64):
		return refuse.Param("Gate.MaxShift", fmt.Sprint(g.MaxShift), "above 0")
	case g.MinGuests < 1:
		return refuse.Param("Gate.MinGuests", fmt.Sprint(g.MinGuests), "1 or more")
	case g.Empty > MergeEmpty:
		return refuse.Param("Gate.Empty", fmt.Sprint(uint8(g.Empty)), emptyBinsNames.Allowed())
	}
	_, err := figure.Deviate(g.Level)
	return err
}

func (g Gate) resolved() Gate {
	if g.MinAgreement == 0 {
		g.MinAgreement = 0.8
	}
	if g.MaxShift == 0 {
		g.MaxShift = 0.25
	}
	if g.MinGuests == 0 {
		g.MinGuests = 1
	}
	if g.Level == 0 {
		g.Level = 0.95
	}
	if g.Empty == 0 {
		g.Empty = AddHalf
	}
	return g
}

// Evidence is what else speaks for or against the new plan. All of it may be left out.
type Evidence struct {
	Attributes []AttributeShift // how the guests have changed since the plan in use was made
	Duel       *Duel            // which plan is right more often
}

// AttributeShift is the stability index of one attribute.
type AttributeShift struct {
	Attribute string         `json:"attribute"`
	Stability StabilityIndex `json:"stability"`
}

// ClassChange is one class under both plans.
type ClassChange struct {
	Class string `json:"class"`
	Old   int64  `json:"old"`
	New   int64  `json:"new"`
	Both  int64  `json:"both"` // guests whom both plans put here
}

// Resegmentation says what a new revision of a plan would change, and whether it may replace the one in use. The decision
// is the caller's.
type Resegmentation struct {
	Plan        string               `json:"plan"`
	OldRevision int                  `json:"oldRevision"`
	NewRevision int                  `json:"newRevision"`
	AsOf        hotelcrm.Date        `json:"asOf"`
	Agreement   valuation.Proportion `json:"agreement"` // guests with the same class, of those with a class under either plan
	Classes     []ClassChange        `json:"classes"`
	Stability   StabilityIndex       `json:"stability"` // of the sizes of Classes
	Attributes  []AttributeShift     `json:"attributes,omitempty"`
	Duel        *DuelResult          `json:"duel,omitempty"`
	Moves       []Move               `json:"moves,omitempty"` // who, from where to where, why then and why now
	Gate        Gate                 `json:"gate"`            // defaults filled in
	Objections  []hotelcrm.Warning   `json:"objections,omitempty"`
	MayReplace  bool                 `json:"mayReplace"` // there is no objection
}

// Compare returns what the new revision changes, for the same guests on the same day.
//
// Errors: as [Snapshot.Validate]; a [*hotelcrm.ParamError] for a gate out of range, snapshots of two plans or days, over
// 500 classes, no guest in a class of each, or an empty class where the gate refuses one.
// Cost: O(guests + classes²).
func (g Gate) Compare(old, new Snapshot, evidence Evidence) (*Resegmentation, error) {
	if err := g.Validate(); err != nil {
		return nil, err
	}
	moves, err := MovesOf(old, new)
	if err != nil {
		return nil, err
	}
	if new.Plan != old.Plan || new.AsOf != old.AsOf {
		return nil, refuse.Param("new", new.Plan+" of "+new.AsOf.String(), old.Plan+" of "+old.AsOf.String())
	}
	out := &Resegmentation{
		Plan: old.Plan, OldRevision: old.Revision, NewRevision: new.Revision, AsOf: old.AsOf,
		Attributes: evidence.Attributes, Moves: moves, Gate: g.resolved(),
	}
	if err := out.count(old, new); err != nil {
		return nil, err
	}
	if evidence.Duel != nil {
		result, err := evidence.Duel.Result()
		if err != nil {
			return nil, err
		}
		out.Duel = &result
	}
	out.object(new)
	return out, nil
}

// count fills in sizes, agreement and stability.
func (r *Resegmentation) count(old, new Snapshot) error {
	t, err := countPairs(old, new)
	if err != nil {
		return err
	}
	before, after := t.Before(), t.After()
	var same, all int64
	for i, class := range t.classes {
		r.Classes = append(r.Classes, ClassChange{Class: class, Old: before[i], New: after[i], Both: t.counts[i][i]})
		same += t.counts[i][i]
		all += before[i] + t.entered[i]
	}
	if r.Agreement, err = valuation.NewProportion(int(same), int(all), r.Gate.Level); err != nil {
		return err
	}
	r.Stability, err = Stability(before, after, r.Gate.Empty)
	return err
}

// object lists what stands against the new plan.
func (r *Resegmentation) object(new Snapshot) {
	if r.Agreement.Rate < r.Gate.MinAgreement {
		r.against(WarnAgreement, len(r.Moves), "%.4g of the guests keep their class, the gate asks for %.4g", r.Agreement.Rate, r.Gate.MinAgreement)
	}
	if r.Stability.Index > r.Gate.MaxShift {
		r.against(WarnSizes, len(r.Classes), "stability index of class sizes %.4g, the gate allows %.4g", r.Stability.Index, r.Gate.MaxShift)
	}
	for _, attribute := range r.Attributes {
		if attribute.Stability.Index > r.Gate.MaxShift {
			r.against(WarnAttribute, 1, "stability index of %s %.4g, the gate allows %.4g", attribute.Attribute, attribute.Stability.Index, r.Gate.MaxShift)
		}
	}
	for i, size := range new.Sizes() {
		if size < int64(r.Gate.MinGuests) {
			r.against(WarnSmallClass, int(size), "class %s has %s, the gate asks for %d", new.Classes[i], plural.Of(size, "guest", "guests"), r.Gate.MinGuests)
		}
	}
	if d := r.Duel; d != nil && (d.Gain <= 0 || d.P > 1-r.Gate.Level) {
		r.against(WarnNoGain, d.Of, "gain in right answers %.4g, p %.4g", d.Gain, d.P)
	}
	r.MayReplace = len(r.Objections) == 0
}

func (r *Resegmentation) against(code hotelcrm.WarningCode, n int, format string, args ...any) {
	r.Objections = append(r.Objections, hotelcrm.Warning{Code: code, Text: fmt.Sprintf(format, args...), N: n})
}
