package segment

import "slices"

// Lint lists what is odd about a plan, proved from its conditions alone: it needs no guests. What is said of overlaps and
// gaps takes attributes as independent of each other, see [Relation].
type Lint struct {
	Gaps        []Region      `json:"gaps"`        // guests whom no class holds but Else
	Overlaps    []Shared      `json:"overlaps"`    // pairs of classes that can hold for one guest, in the order of the plan
	Unreachable []Unreachable `json:"unreachable"` // classes that nobody can be in

	// Complete says that the search went to its end. If not, there may be more than what is listed.
	Complete bool `json:"complete"`
}

// Region is a set of guests.
type Region struct {
	When    Condition `json:"when"`
	Example Example   `json:"example"`
	// Doubtful says that the region rests on what is made of stays, which need not be possible together.
	Doubtful bool `json:"doubtful,omitempty"`
}

// Shared is two classes with guests in common. In the mode Exclusive the first one takes them.
type Shared struct {
	A        string  `json:"a"`
	B        string  `json:"b"`
	Example  Example `json:"example"`
	Doubtful bool    `json:"doubtful,omitempty"`
}

// Unreachable is a class that nobody can be in.
type Unreachable struct {
	Class string `json:"class"`
	// Example is a guest for whom the class holds and who is in a class before it. It is empty where the condition of the
	// class cannot hold at all.
	Example Example `json:"example,omitempty"`
}

// LintSetup says what to look for.
type LintSetup struct {
	// Missing also seeks guests who lack values. Otherwise a value is taken to be missing only where a condition asks for
	// that.
	Missing bool `json:"missing,omitempty"`
}

// maxGaps is how many regions of gaps are listed.
const maxGaps = 200

// Lint returns what is odd about the plan.
//
// Cost: bounded to about a second; milliseconds for plans of a dozen classes, microseconds for those of a few attributes.
func (c *Classifier) Lint(setup LintSetup) Lint {
	l := linter{classifier: c, kids: c.whole.root.kids, space: newSpace(c.whole), left: lintWork, out: Lint{Complete: true}}
	l.trim(setup)
	l.gaps()
	for b := range l.kids {
		for a := range b {
			l.overlap(a, b)
		}
	}
	slices.SortStableFunc(l.out.Overlaps, func(x, y Shared) int { return l.place(x.A) - l.place(y.A) })
	for k := range l.kids {
		l.reach(k)
	}
	return l.out
}

type linter struct {
	classifier *Classifier
	kids       []*node
	space      *space
	left       int // work for further questions
	out        Lint
}

// lintWork bounds all questions of a lint together to less than a second.
const lintWork = 5 * maxWork

func (l *linter) place(class string) int {
	return slices.IndexFunc(l.classifier.plan.Classes, func(c Class) bool { return c.ID == class })
}

func (l *linter) id(k int) string { return l.classifier.plan.Classes[k].ID }

// trim gives each stretch of values its own cell, and leaves out missing values that no condition asks for.
func (l *linter) trim(setup LintSetup) {
	s := l.space
	for k := range s.cells {
		s.split(k)
		asked := slices.ContainsFunc(s.leaves[k], func(leaf int) bool { return s.test.leaves[leaf].missing })
		if n := len(s.cells[k]); n > 1 && s.cells[k][n-1].missing && !asked && !setup.Missing {
			s.cells[k] = s.cells[k][:n-1]
		}
	}
	if s.work == 0 {
		l.left = 0
	}
}

// find asks one question, with its share of the work.
func (l *linter) find(goal *node, found func(chosen []int) bool) (proved bool) {
	share := min(l.left, maxWork)
	l.space.work = share
	proved = l.space.find(goal, found)
	l.left -= share - max(0, l.space.work)
	l.out.Complete = l.out.Complete && proved
	return proved
}

// first returns the first region of a goal; proved says that there is none if none was found.
func (l *linter) first(goal *node) (example Example, doubtful, found, proved bool) {
	proved = l.find(goal, func(chosen []int) bool {
		example, doubtful, found = l.space.example(chosen), l.space.onStays(chosen), true
		return false
	})
	return example, doubtful, found, proved
}

func (l *linter) overlap(a, b int) {
	if example, doubtful, found, _ := l.first(allOf(l.kids[a], l.kids[b])); found {
		l.out.Overlaps = append(l.out.Overlaps, Shared{l.id(a), l.id(b), example, doubtful})
	}
}

// reach asks whether anybody can be in class k.
func (l *linter) reach(k int) {
	goal := l.kids[k]
	if l.classifier.plan.Mode == Exclusive {
		goal = allOf(goal, negated(anyOf(l.kids[:k]...)))
	}
	if _, _, found, proved := l.first(goal); found || !proved {
		return
	}
	example, _, _, _ := l.first(l.kids[k])
	l.out.Unreachable = append(l.out.Unreachable, Unreachable{l.id(k), example})
}
