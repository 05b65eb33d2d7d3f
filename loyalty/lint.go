package loyalty

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Finding is something in a programme that works but is probably not meant.
type Finding struct {
	Code FindingCode `json:"code"` // stable, for programs
	Path string      `json:"path"` // where it is, as in the JSON
	Text string      `json:"text"` // for people; may be reworded between versions
}

// FindingCode names a kind of finding. Codes never change their meaning.
type FindingCode string

// The codes.
const (
	Invalid           FindingCode = "invalid"              // the programme cannot be used; nothing else was looked at
	VersionGap        FindingCode = "version-gap"          // no rules are in force between two versions
	Ends              FindingCode = "ends"                 // no rules are in force after the last version
	Impossible        FindingCode = "impossible-condition" // a way to a tier that nobody can go
	Unreachable       FindingCode = "unreachable-tier"     // nobody can rest on a tier: who reaches it reaches a higher one
	ByGrantOnly       FindingCode = "by-grant-only"        // no activity reaches a tier
	RetainHarder      FindingCode = "retain-above-promote" // a tier may be reached by what does not keep it
	UpperBound        FindingCode = "upper-bound"          // more activity loses a tier
	NoThreshold       FindingCode = "rollover-without-threshold"
	MilestoneEnd      FindingCode = "milestone-end"   // the last step of a milestone is no step
	LowPayRate        FindingCode = "low-pay-rate"    // a discount of more than half: is the part paid meant?
	RisingPayRate     FindingCode = "rising-pay-rate" // a higher tier pays more
	ClassGap          FindingCode = "class-gap"       // some guests are in no class
	ClassOverlap      FindingCode = "class-overlap"   // some guests are in two classes
	SharedBoundary    FindingCode = "shared-boundary" // a value at which one class ends and another begins
	Disagreement      FindingCode = "disagreement"    // two sets of rules put the same guest in and not in a tier
	TooManyConditions FindingCode = "too-many-conditions"
)

// Lint returns what is doubtful in a programme, in the order of its versions; nothing for a programme without doubts.
//
// A programme that [Programme.Validate] refuses gives the one finding Invalid. Conditions are compared where they count
// over the same window.
func Lint(p Programme) []Finding {
	e, err := Compile(p)
	if err != nil {
		path := ""
		if param, ok := errors.AsType[*hotelcrm.ParamError](err); ok {
			path = param.Param
		}
		return []Finding{{Invalid, path, err.Error()}}
	}
	var out []Finding
	for i := range e.versions {
		l := linter{engine: e, version: &e.versions[i], text: e.programme.Versions[i], at: fmt.Sprintf("versions[%d]", i)}
		l.dates(i)
		l.tiers()
		l.rewards()
		l.earning()
		if l.text.Exclusive {
			l.classes()
		}
		out = append(out, l.found...)
	}
	return out
}

// linter looks at one version.
type linter struct {
	engine  *Engine
	version *version
	text    Version
	at      string
	found   []Finding
}

func (l *linter) add(code FindingCode, path, format string, args ...any) {
	l.found = append(l.found, Finding{code, l.at + path, fmt.Sprintf(format, args...)})
}

// dates looks for days without rules.
func (l *linter) dates(i int) {
	versions := l.engine.versions
	if i > 0 && versions[i-1].To != l.version.From {
		l.add(VersionGap, ".from", "no rules are in force from %s to %s, between %s and %s",
			versions[i-1].To, l.version.From.AddDays(-1), versions[i-1].id, l.version.id)
	}
	if i == len(versions)-1 && l.version.To != 0 {
		l.add(Ends, ".to", "no rules are in force after %s", l.version.Last())
	}
}

// tiers looks at the conditions.
func (l *linter) tiers() {
	v := l.version
	for k := 1; k < len(v.tiers); k++ {
		path, id := fmt.Sprintf(".tiers[%d]", k), l.text.Tiers[k].ID
		t := &v.tiers[k]
		if t.promote < 0 {
			if t.forLife < 0 {
				l.add(ByGrantOnly, path, "%s is reached by grants only", id)
			}
			continue
		}
		terms := v.rules.terms(t.promote)
		possible := terms[:0:0]
		for _, term := range terms {
			if term.possible() {
				possible = append(possible, term)
			} else {
				l.add(Impossible, path+".promote", "one way to %s can never be gone", id)
			}
		}
		if len(terms) == maxTerms {
			l.add(TooManyConditions, path+".promote", "%s can be reached in %d ways or more: not all were looked at", id, maxTerms)
		}
		l.retained(path, id, t, possible)
		if !l.text.Exclusive {
			l.rests(path, id, k, possible)
			l.bounded(path, id, t)
		}
	}
}

// retained looks for a way to a tier that does not keep it.
func (l *linter) retained(path, id string, t *tier, terms []term) {
	for _, term := range terms {
		if !term.implies(&l.version.rules, t.retain) {
			l.add(RetainHarder, path+".retain", "%s can be reached by %s, which does not keep it", id, term.words(l.engine, &l.version.rules))
			return
		}
	}
}

// rests looks for a higher tier that whoever reaches this one reaches, too.
func (l *linter) rests(path, id string, k int, terms []term) {
	if len(terms) == 0 || l.text.Stepwise {
		return
	}
	for h := k + 1; h < len(l.version.tiers); h++ {
		higher := &l.version.tiers[h]
		if higher.promote < 0 {
			continue
		}
		all := true
		for _, term := range terms {
			all = all && term.implies(&l.version.rules, higher.promote)
		}
		if all {
			l.add(Unreachable, path+".promote", "nobody can stay at %s: who reaches it reaches %s", id, l.engine.ladder[higher.rank])
			return
		}
	}
}

// bounded looks for a count that must not be too high.
func (l *linter) bounded(path, id string, t *tier) {
	for _, n := range l.version.rules.nodes[t.promote:max(t.promote+1, l.version.rules.nodes[t.promote].end)] {
		if n.metric != 0 && n.metric != NoShows && n.high != unbounded {
			l.add(UpperBound, path+".promote", "%s is not reached with more than %s", id, l.engine.words(n.metric, n.high))
		}
	}
}

// rewards looks at rates, rollover and milestones.
func (l *linter) rewards() {
	half, last := decimal.New(5, -1), decimal.New(1, 0)
	for k, t := range l.text.Tiers {
		path := fmt.Sprintf(".tiers[%d]", k)
		if t.PayRate != nil {
			if t.PayRate.LessThan(half) {
				l.add(LowPayRate, path+".payRate", "%s pays %s of the rate; a discount is written as the part that is paid: 10 %% off, 打9折, is 0.9", t.ID, t.PayRate)
			}
			if t.PayRate.GreaterThan(last) {
				l.add(RisingPayRate, path+".payRate", "%s pays more than a lower tier", t.ID)
			}
			last = *t.PayRate
		}
		if r := l.version.rollover; r != nil {
			if c := l.version.tiers[k]; c.rank >= r.from && c.promote >= 0 && c.threshold < 0 {
				l.add(NoThreshold, path+".promote", "%s carries nothing over: it asks for no %s in the calendar year", t.ID, r.metric)
			}
		}
	}
	for i, m := range l.text.Milestones {
		if m.Every > 0 && m.UpTo > 0 && (m.UpTo-m.At)%m.Every != 0 {
			l.add(MilestoneEnd, fmt.Sprintf(".milestones[%d].upTo", i), "%s ends at %d, which is no step of it", m.ID, m.UpTo)
		}
	}
}
