package store

import (
	"encoding/json"
	"fmt"
)

// Revision returns a number that changes whenever a saved value does.
func (tx *Tx) Revision() (n int64, err error) {
	_, err = tx.one(getRevision, nil, &n)
	return n, err
}

// Get reads a saved value from its JSON, and returns false if there is none.
func (tx *Tx) Get(name string, into any) (bool, error) {
	var text []byte
	found, err := tx.one(getSaved, []any{name}, &text)
	if err != nil || !found {
		return false, err
	}
	if err := json.Unmarshal(text, into); err != nil {
		return false, fmt.Errorf("saved value %s: %w: the database is of another version of this program; go on with that one, or name another database", name, err)
	}
	return true, nil
}

// Put saves a value as JSON.
func (tx *Tx) Put(name string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("saved value %s: %w", name, err)
	}
	_, err = tx.exec(putSaved, name, string(text))
	return err
}
