package segment

// Reason says why a guest is in a class.
type Reason struct {
	Plan     string `json:"plan"`
	Revision int    `json:"revision"`
	Guest    string `json:"guest"`
	Class    string `json:"class"`

	// Why explains the condition of the class; nil for Else, where no condition held.
	Why *Explanation `json:"why,omitempty"`

	// Then is the classes that the guest would be in after the changes of Why, which end this one: one in the mode
	// Exclusive. Nil where Why has no changes, and where one is of stays while the plan asks for something else of them.
	Then []string `json:"then,omitempty"`

	// Missed explains, in the mode Exclusive, the classes of higher priority, none of which held: their changes are what
	// would bring the guest there. In the mode Every it explains all classes that do not hold, if the class is Else.
	Missed []MissedClass `json:"missed,omitempty"`
}

// MissedClass is a class whose condition does not hold.
type MissedClass struct {
	Class string      `json:"class"`
	Why   Explanation `json:"why"`

	// Then is the classes that the guest would be in after the changes of Why, as in [Reason]: in the mode Exclusive a
	// class before this one may take the guest.
	Then []string `json:"then,omitempty"`
}

// Reasons returns why guest number i is in each of its classes, in the order of the classes.
//
// Cost: some microseconds a class.
func (a *Assignment) Reasons(i int) []Reason {
	var out []Reason
	for _, k := range a.Of(i) {
		out = append(out, a.reason(i, k))
	}
	return out
}

func (a *Assignment) reason(i, k int) Reason {
	plan := &a.classifier.plan
	out := Reason{Plan: plan.ID, Revision: plan.Revision, Guest: a.table.guests[i], Class: a.classes[k].ID}
	if k < len(a.matchers) {
		why := a.matchers[k].Explain(i)
		out.Why, out.Then = &why, a.then(i, why.Changes)
		if plan.Mode == Every {
			return out
		}
	}
	for before := range k {
		why := a.matchers[before].Explain(i)
		out.Missed = append(out.Missed, MissedClass{a.classes[before].ID, why, a.then(i, why.Changes)})
	}
	return out
}
