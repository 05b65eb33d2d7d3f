package segment

// AllOf returns the condition that all of list hold.
func AllOf(list ...Condition) Condition { return Condition{Op: All, Of: list} }

// AnyOf returns the condition that at least one of list holds.
func AnyOf(list ...Condition) Condition { return Condition{Op: Any, Of: list} }

// NotThat returns the condition that c does not hold.
func NotThat(c Condition) Condition { return Condition{Op: Not, Of: []Condition{c}} }

// Is returns the condition that an attribute compares to a value as op says: Is("visits", GreaterEqual, "5").
func Is(attr string, op Op, value string) Condition {
	return Condition{Op: op, Attr: attr, Value: value}
}

// IsBetween returns the condition that an attribute lies in a range, whose ends are stated.
func IsBetween(attr, from, to string, ends Ends) Condition {
	return Condition{Op: Between, Attr: attr, From: from, To: to, Ends: ends}
}

// IsIn returns the condition that an attribute has one of the values.
func IsIn(attr string, values ...string) Condition {
	return Condition{Op: In, Attr: attr, Values: values}
}

// IsMissing returns the condition that a guest has no value of the attribute.
func IsMissing(attr string) Condition { return Condition{Op: Missing, Attr: attr} }

// StaysAre returns the condition that what is made of the stays compares to a value as op says.
func StaysAre(stays Stays, op Op, value string) Condition {
	return Condition{Op: op, Stays: &stays, Value: value}
}

// OnSameStay returns the condition that all of list hold of one and the same stay.
func OnSameStay(list ...Condition) Condition {
	where := AllOf(list...)
	return Condition{Op: SameStay, Stays: &Stays{Where: &where}}
}
