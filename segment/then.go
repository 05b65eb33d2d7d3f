package segment

// then returns the ids of the classes that guest number i would be in after changes, in the order of the classes.
//
// Result: nil without changes; nil too where one is of stays and the plan asks for something else of them, as nobody can
// tell what becomes of that.
func (a *Assignment) then(i int, changes []Change) []string {
	whole := a.classifier.whole
	if len(changes) == 0 || whole.leftOpen(changes) {
		return nil
	}
	values := make([]value, len(whole.terms))
	for k := range values {
		values[k] = whole.terms[k].changed(a.table, i, changes)
	}
	leaves := make([]tri, len(whole.leaves))
	for k := range leaves {
		leaves[k] = no
		if l := &whole.leaves[k]; l.holds(values[l.term]) {
			leaves[k] = yes
		}
	}
	var out []string
	for k, kid := range whole.root.kids {
		if evaluate(kid, leaves) != yes {
			continue
		}
		out = append(out, a.classes[k].ID)
		if a.classifier.plan.Mode == Exclusive {
			return out
		}
	}
	if len(out) == 0 && a.classifier.plan.Else != nil {
		out = append(out, a.classifier.plan.Else.ID)
	}
	return out
}

// leftOpen reports whether a change of what is made of stays leaves open what else is made of them.
func (t *Test) leftOpen(changes []Change) bool {
	for _, c := range changes {
		for k := range t.terms {
			if stays := t.terms[k].stays; c.Stays != nil && stays != nil && !stays.spec.same(c.Stays) {
				return true
			}
		}
	}
	return false
}

// changed returns the value of the term for guest number i of a table after changes.
func (t *term) changed(table *Table, i int, changes []Change) value {
	for _, c := range changes {
		if t.stays != nil && c.Stays != nil || t.stays == nil && c.Stays == nil && t.attr.ID == c.Attr {
			return t.valueOfText(c.To)
		}
	}
	return t.valueIn(table, i)
}

// valueOfText returns the value that [Change.To] writes.
func (t *term) valueOfText(text string) value {
	if text == "" {
		return value{missing: true}
	}
	if t.kind == levelKey || t.kind == openKey {
		return value{key: t.keyOfLevel(text)}
	}
	at, _ := new(leaf).literal(t, "to", text) // cannot fail: the term has written it
	return value{key: at.floor}
}
