package store

import "github.com/hotelcrm/hotelcrm"

// Class returns the class that a nightly run gave a guest and since when, false if there is none.
func (tx *Tx) Class(guest string) (class string, since hotelcrm.Date, found bool, err error) {
	found, err = tx.one(getClass, []any{guest}, &class, &since)
	return class, since, found, err
}

// Classes returns the class of every guest.
func (tx *Tx) Classes() (map[string]string, error) {
	out := map[string]string{}
	err := tx.all(getClasses, nil, func(scan func(...any) error) error {
		var guest, class string
		err := scan(&guest, &class)
		out[guest] = class
		return err
	})
	return out, err
}

// PutClass keeps a guest's new class.
func (tx *Tx) PutClass(guest, class string, since hotelcrm.Date) error {
	_, err := tx.exec(putClass, guest, class, since)
	return err
}

// Accounts returns the names of the accounts of the ledger.
func (tx *Tx) Accounts() (names []string, err error) {
	err = tx.all(getHeads, nil, func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		names = append(names, name)
		return err
	})
	return names, err
}
