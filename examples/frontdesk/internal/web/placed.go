package web

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
)

// placed adds the name of the field to an error that is about one. Package json has no name for what the reader of a
// type refuses, such as a status or a date, and counts embedded types among the names where it has one.
func placed(err error, body []byte, of reflect.Type) error {
	if wrong, ok := err.(*fieldError); ok {
		wrong.Field = place(body, func(part []byte) bool {
			again := json.Unmarshal(part, reflect.New(of).Interface())
			return again != nil && readable(again).Error() == err.Error()
		})
	}
	return err
}

// place returns the path of the first field, in the order of the names, that is refused where it stands alone.
func place(value json.RawMessage, refused func([]byte) bool) string {
	var fields map[string]json.RawMessage
	if json.Unmarshal(value, &fields) != nil {
		return ""
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		alone := func(part []byte) []byte {
			body, _ := json.Marshal(map[string]json.RawMessage{name: part}) // it was read a moment ago
			return body
		}
		if !refused(alone(fields[name])) {
			continue
		}
		if deeper := place(fields[name], func(part []byte) bool { return refused(alone(part)) }); deeper != "" {
			return name + "." + deeper
		}
		return name
	}
	return ""
}
