package desk

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// fields lists the saved values and where each goes.
func (v *Values) fields() map[string]any {
	return map[string]any{
		savedHouse: &v.House, savedProgramme: &v.Programme, savedRules: &v.Rules, savedPlan: &v.Plan,
		savedSegments: &v.Segments, savedTree: &v.Tree,
	}
}

// readValues reads all saved values.
func readValues(tx *store.Tx) (Values, error) {
	var v Values
	for name, into := range v.fields() {
		found, err := tx.Get(name, into)
		if err == nil && !found {
			err = fmt.Errorf("desk: the database lacks the saved value %s", name)
		}
		if err != nil {
			return v, err
		}
	}
	if _, err := tx.Get(savedThresholds, &v.Thresholds); err != nil {
		return v, err
	}
	_, err := tx.Get(savedModel, &v.Model)
	return v, err
}

// seed saves the values that a database lacks.
func seed(tx *store.Tx, v Values) error {
	for name, value := range v.fields() {
		found, err := tx.Get(name, new(any))
		if err == nil && !found {
			err = tx.Put(name, value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
