package segment

import "slices"

// Equal reports whether two conditions are written alike. Conditions that always agree may still be written differently.
func (c Condition) Equal(other Condition) bool {
	if c.Op != other.Op || c.Attr != other.Attr || c.Value != other.Value || c.From != other.From || c.To != other.To || c.Ends != other.Ends {
		return false
	}
	if (c.Stays == nil) != (other.Stays == nil) || c.Stays != nil && !c.Stays.same(other.Stays) {
		return false
	}
	return slices.Equal(c.Values, other.Values) && slices.EqualFunc(c.Of, other.Of, Condition.Equal)
}
