package store

import (
	"encoding/json"
	"strings"

	"github.com/hotelcrm/hotelcrm"
)

// LastAnswers reads the answers that a guest gave last, from the JSON they were put as; false if there are none.
func (tx *Tx) LastAnswers(guest string, into any) (bool, error) {
	return tx.json(getAnswers, guest, into)
}

// Answers reads a questionnaire by its id.
func (tx *Tx) Answers(id string, into any) (bool, error) { return tx.json(getAnswer, id, into) }

// PutAnswers keeps a questionnaire, and returns false if the id is known.
func (tx *Tx) PutAnswers(id, guest string, on hotelcrm.Date, value any) (bool, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return false, err
	}
	n, err := tx.exec(putAnswer, id, guest, on, string(text))
	return n == 1, err
}

// Member reads a membership, and returns false if the guest is no member.
func (tx *Tx) Member(guest string, into any) (bool, error) { return tx.json(getMember, guest, into) }

// PutMember keeps a membership in place of the one before.
func (tx *Tx) PutMember(guest, name string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	if _, err := tx.exec(putMember, guest, name, strings.ToLower(name), string(text)); err != nil {
		return err
	}
	return tx.touch(guest)
}

func (tx *Tx) json(text, key string, into any) (bool, error) {
	var data []byte
	found, err := tx.one(text, []any{key}, &data)
	if err != nil || !found {
		return false, err
	}
	return true, json.Unmarshal(data, into)
}

// Found is a guest that a search has found.
type Found struct {
	Guest string `json:"guest"`
	Name  string `json:"name,omitempty"`
}

// Find returns guests whose id begins with a text, and members whose name has it, at most so many.
func (tx *Tx) Find(text string, most int) ([]Found, error) {
	var out []Found
	known := map[string]bool{}
	pattern := "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(strings.ToLower(text)) + "%"
	err := tx.all(findMembers, []any{pattern, most}, func(scan func(...any) error) error {
		var f Found
		err := scan(&f.Guest, &f.Name)
		out, known[f.Guest] = append(out, f), true
		return err
	})
	if err != nil {
		return nil, err
	}
	err = tx.all(findStays, []any{text, text + "\U0010ffff", most}, func(scan func(...any) error) error {
		var f Found
		err := scan(&f.Guest)
		if !known[f.Guest] && len(out) < most {
			out = append(out, f)
		}
		return err
	})
	return out, err
}

// Consent is one grant or withdrawal of consent.
type Consent struct {
	Purpose string        `json:"purpose"`
	Channel string        `json:"channel"`
	Granted bool          `json:"granted"`
	Given   hotelcrm.Date `json:"given"`
}

// Consents returns every grant and withdrawal of a guest by date, and on one date the withdrawals last.
func (tx *Tx) Consents(guest string) (out []Consent, err error) {
	err = tx.all(getConsents, []any{guest}, func(scan func(...any) error) error {
		var c Consent
		var granted int
		err := scan(&c.Purpose, &c.Channel, &granted, &c.Given)
		c.Granted = granted == 1
		out = append(out, c)
		return err
	})
	return out, err
}

// PutConsent keeps a grant or withdrawal, and returns false if the id is known.
func (tx *Tx) PutConsent(id, guest string, c Consent) (bool, error) {
	granted := 0
	if c.Granted {
		granted = 1
	}
	n, err := tx.exec(putConsent, id, guest, c.Purpose, c.Channel, granted, c.Given)
	return n == 1, err
}
