package loyalty

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// addVersion compiles version number i of the programme.
func (e *Engine) addVersion(i int) error {
	at, text := fmt.Sprintf("versions[%d]", i), e.programme.Versions[i]
	v := version{id: text.ID, Span: text.Span, reset: text.Counters == Reset, stepwise: text.Stepwise, delay: text.DelayDays, ignore: kindSet(text.Ignore)}
	for k, other := range e.programme.Versions {
		if text.ID == "" || (k != i && other.ID == text.ID) {
			return refuse.Param(at+".id", text.ID, "an id of its own")
		}
	}
	switch {
	case v.Empty():
		return refuse.Param(at+".to", text.To.String(), "a date after from, or none")
	case text.DelayDays < 0 || text.DelayDays > maxDelay:
		return refuse.Param(at+".effectiveAfterDays", fmt.Sprint(text.DelayDays), fmt.Sprint("0 to ", maxDelay))
	case text.Window.Kind == trialWindow:
		return refuse.Param(at+".window.kind", text.Window.Kind.String(), "one of "+windowNames.Allowed())
	case int(text.Counters) >= len(counterNames):
		return refuse.Param(at+".counters", text.Counters.String(), "one of "+counterNames.Allowed())
	}
	for _, add := range []func(string, Version, *version) error{e.addTiers, e.addDowngrade, e.addRollover, e.addMoves, e.addChallenges, e.checkRewards, e.checkTables, e.addStays, e.addEarn, e.addCampaigns} {
		if err := add(at, text, &v); err != nil {
			return err
		}
	}
	e.versions = append(e.versions, v)
	return nil
}

// maxDelay is the largest number of days from reaching a tier to holding it.
const maxDelay = 7

func (e *Engine) addTiers(at string, text Version, v *version) error {
	compiler := ruleCompiler{engine: e, rules: &v.rules}
	for r := range v.at {
		v.at[r] = -1
	}
	common, err := text.Valid.resolved(at + ".valid")
	if err != nil {
		return err
	}
	for k, t := range text.Tiers {
		path := fmt.Sprintf("%s.tiers[%d]", at, k)
		out := tier{rank: e.rank[t.ID], valid: t.Valid, threshold: -1}
		if t.Valid.isZero() {
			out.valid = common
		} else if out.valid, err = t.Valid.resolved(path + ".valid"); err != nil {
			return err
		}
		if k == 0 && !(t.Promote.IsZero() && t.Retain.IsZero() && t.ForLife.IsZero()) && !text.Exclusive {
			return refuse.Param(path+".promote", t.ID, "no condition: every member holds the first tier")
		}
		if out.promote, err = compiler.add(path+".promote", t.Promote, text.Window); err != nil {
			return err
		}
		if out.retain, err = compiler.add(path+".retain", t.Retain, text.Window); err != nil {
			return err
		}
		if out.retain < 0 {
			out.retain = out.promote
		}
		if out.forLife, err = compiler.add(path+".forLife", t.ForLife, Window{Kind: Lifetime}); err != nil {
			return err
		}
		if t.PayRate != nil && (!plain(*t.PayRate) || t.PayRate.Sign() <= 0 || t.PayRate.GreaterThan(decimal.New(1, 0))) {
			return refuse.Param(path+".payRate", shown(*t.PayRate), "above 0 to 1, with at most 9 decimal places: the part of the rate that the member pays")
		}
		v.lifelong = v.lifelong || out.forLife >= 0
		v.at[out.rank] = int8(len(v.tiers))
		v.tiers = append(v.tiers, out)
	}
	e.yearly = e.yearly || v.lifelong || slices.ContainsFunc(v.rules.nodes, func(n node) bool { return n.metric == YearsAtTier })
	return nil
}

func (v Validity) isZero() bool {
	return v.Kind == 0 && v.Month == 0 && v.Years == 0 && v.Months == 0 && v.Cycle.isZero() && v.GraceMonths == 0
}

// resolved returns the validity with its defaults filled in.
func (v Validity) resolved(at string) (Validity, error) {
	if v.isZero() {
		v.Kind = ForEver
	}
	var err error
	if v.Kind == ForCycle {
		if v.Cycle, err = v.Cycle.resolved(at + ".cycle"); err != nil {
			return v, err
		}
	}
	monthEnd := v.Kind == MonthEnd
	switch {
	case v.Kind == 0 || v.Kind > ForEver:
		return v, refuse.Param(at+".kind", v.Kind.String(), "one of "+validityNames.Allowed())
	case (monthEnd && (v.Month < 1 || v.Month > 12)) || (!monthEnd && v.Month != 0):
		return v, refuse.Param(at+".month", fmt.Sprint(v.Month), "1 to 12, of month-end only")
	case v.Years < 0 || v.Years > 100 || (!monthEnd && v.Years != 0):
		return v, refuse.Param(at+".years", fmt.Sprint(v.Years), "0 to 100, of month-end only")
	case (v.Kind == ForMonths) != (v.Months > 0) || v.Months < 0 || v.Months > 1200:
		return v, refuse.Param(at+".months", fmt.Sprint(v.Months), "1 to 1200, of months only")
	case v.Kind == ForCycle && (v.Cycle.Kind == RollingMonths || v.Cycle.Kind >= Lifetime || v.Cycle.Back != 0),
		v.Kind != ForCycle && !v.Cycle.isZero():
		return v, refuse.Param(at+".cycle", v.Cycle.Kind.String(), "calendar-year, level or membership-year, of cycle only")
	case v.GraceMonths < 0 || v.GraceMonths > 120:
		return v, refuse.Param(at+".graceMonths", fmt.Sprint(v.GraceMonths), "0 to 120")
	}
	return v, nil
}

func (e *Engine) addDowngrade(at string, text Version, v *version) error {
	v.downgrade = text.Downgrade.To
	if v.downgrade == 0 {
		v.downgrade = ToSupported
	}
	if int(v.downgrade) >= len(downgradeNames) {
		return refuse.Param(at+".downgrade.to", v.downgrade.String(), "one of "+downgradeNames.Allowed())
	}
	if text.Downgrade.Floor == "" {
		return nil
	}
	var err error
	v.floor, err = e.tierRank(at+".downgrade.floor", text.Downgrade.Floor)
	return err
}

func (e *Engine) addRollover(at string, text Version, v *version) error {
	r := text.Rollover
	if r == nil {
		return nil
	}
	e.yearly = true
	out := rollover{metric: r.Metric, limit: r.Cap, without: kindSet(r.Without)}
	if out.metric == 0 {
		out.metric = Nights
	}
	if int(out.metric) > sums || out.metric == NoShows {
		return refuse.Param(at+".rollover.metric", r.Metric.String(), "nights, stays, points, spend or events")
	}
	if r.Cap < 0 || r.Cap > bound {
		return refuse.Param(at+".rollover.cap", fmt.Sprint(r.Cap), "0 to 10^12, 0 for none")
	}
	if r.From != "" {
		rank, err := e.tierRank(at+".rollover.from", r.From)
		if err != nil {
			return err
		}
		out.from = rank
	}
	for i := range v.tiers {
		v.tiers[i].threshold = v.rules.threshold(v.tiers[i].promote, out.metric)
	}
	v.tiers[0].threshold = 0
	v.rollover = &out
	return nil
}

// threshold returns the lowest count of a metric that a condition asks for in the calendar year, -1 if it asks none.
func (r *rules) threshold(place int32, metric Metric) int64 {
	if place < 0 {
		return -1
	}
	lowest := int64(-1)
	nodes := r.nodes[place:max(place+1, r.nodes[place].end)]
	for _, n := range nodes {
		if n.metric == metric && n.low > 0 && r.windows[n.window].Kind == CalendarYear && r.windows[n.window].Back == 0 && (lowest < 0 || n.low < lowest) {
			lowest = n.low
		}
	}
	return lowest
}

func (e *Engine) addMoves(at string, text Version, v *version) error {
	for r := range v.moves {
		v.moves[r] = int8(r)
	}
	for i, m := range text.Moves {
		path := fmt.Sprintf("%s.moves[%d]", at, i)
		from, err := e.tierRank(path+".from", m.From)
		if err != nil {
			return err
		}
		to, err := e.tierRank(path+".to", m.To)
		if err != nil {
			return err
		}
		if v.at[to] < 0 || v.moves[from] != int8(from) {
			return refuse.Param(path, m.From+" to "+m.To, "one move for a tier, to a tier of this version")
		}
		v.moves[from] = int8(to)
	}
	return nil
}
