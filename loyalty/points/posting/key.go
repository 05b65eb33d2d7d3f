package posting

import "strings"

// StayKey returns the business key under which a stay is credited: property and id of the stay, as "LIS/4711". Different
// stays have different keys: a slash or per cent sign in the name of a property is written %2F or %25.
func StayKey(property, id string) string {
	if strings.ContainsAny(property, "/%") {
		property = strings.ReplaceAll(strings.ReplaceAll(property, "%", "%25"), "/", "%2F")
	}
	return property + "/" + id
}
