package segment

import (
	"encoding/json"
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

// Schema is the list of attributes of a guest table and of the stays that it may carry. It is immutable and safe for
// concurrent use; JSON both ways.
type Schema struct {
	guests, stays fields
	form          string // the JSON form
}

// Version is the version of the JSON form of [Schema] and [Plan].
const Version = 1

// MaxAttributes is the largest number of attributes of guests, and of stays.
const MaxAttributes = 10_000

// NewSchema returns the schema of the attributes given.
//
// Input: attributes of guests; attributes of stays may be nil. Ids are unique within each list. Neither is kept.
// Errors: a [*hotelcrm.ParamError] that names the field.
func NewSchema(guests, stays []Attribute) (*Schema, error) {
	out := &Schema{}
	if err := out.guests.fill("guests", guests); err != nil {
		return nil, err
	}
	if err := out.stays.fill("stays", stays); err != nil {
		return nil, err
	}
	form, err := json.Marshal(schemaJSON{Version, out.guests.list, out.stays.list})
	out.form = string(form)
	return out, err
}

// Equal reports whether both schemas have the same attributes in the same order. Tables, tests and plans of equal schemas
// fit each other.
func (s *Schema) Equal(other *Schema) bool {
	return s == other || s != nil && other != nil && s.form == other.form
}

// fields is a list of attributes with an index.
type fields struct {
	list   []Attribute
	index  map[string]int
	levels []map[string]int // of each attribute, the place of each level
}

func (f *fields) fill(name string, list []Attribute) error {
	if len(list) > MaxAttributes {
		return refuse.Param(name, fmt.Sprint(len(list)), fmt.Sprintf("at most %d attributes", MaxAttributes))
	}
	f.index = make(map[string]int, len(list))
	for i := range list {
		name := fmt.Sprintf("%s[%d]", name, i)
		if err := list[i].check(name); err != nil {
			return err
		}
		if _, twice := f.index[list[i].ID]; twice {
			return refuse.Param(name+".ID", list[i].ID, "an id of its own")
		}
		f.index[list[i].ID] = i
		f.list = append(f.list, list[i].clone())
		f.levels = append(f.levels, list[i].places())
	}
	return nil
}

func (f *fields) find(id string) (int, bool) {
	i, ok := f.index[id]
	return i, ok
}

// Len returns the number of attributes of guests.
func (s *Schema) Len() int { return len(s.guests.list) }

// At returns attribute number i of guests, a copy.
func (s *Schema) At(i int) Attribute { return s.guests.list[i].clone() }

// Find returns the number of an attribute of guests, and false if there is none of that id.
func (s *Schema) Find(id string) (int, bool) { return s.guests.find(id) }

// Guests returns the attributes of guests, copies.
func (s *Schema) Guests() []Attribute { return s.guests.copies() }

// Stays returns the attributes of stays, copies.
func (s *Schema) Stays() []Attribute { return s.stays.copies() }

func (f *fields) copies() []Attribute {
	out := make([]Attribute, len(f.list))
	for i := range f.list {
		out[i] = f.list[i].clone()
	}
	return out
}

type schemaJSON struct {
	Version int         `json:"version"`
	Guests  []Attribute `json:"guests"`
	Stays   []Attribute `json:"stays,omitempty"`
}

// MarshalJSON returns the attributes with the version of the form.
func (s *Schema) MarshalJSON() ([]byte, error) {
	if s.form == "" { // the zero Schema
		return json.Marshal(schemaJSON{Version: Version, Guests: []Attribute{}})
	}
	return []byte(s.form), nil
}

// UnmarshalJSON reads what [Schema.MarshalJSON] wrote, and refuses unknown fields.
//
// Errors: a [*hotelcrm.ParamError] for attributes that cannot be, [hotelcrm.ErrVersion] for a newer form; s is then
// unchanged.
func (s *Schema) UnmarshalJSON(data []byte) error {
	var in schemaJSON
	if err := strict.Decode(data, &in); err != nil {
		return err
	}
	if err := strict.Version("version", in.Version, Version); err != nil {
		return err
	}
	out, err := NewSchema(in.Guests, in.Stays)
	if err == nil {
		*s = *out
	}
	return err
}
