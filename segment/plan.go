package segment

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

// Plan is a list of classes of guests: a plain value, JSON both ways, checked by [NewClassifier].
type Plan struct {
	Version int `json:"version"` // of the form: 1

	ID       string        `json:"id"`
	Revision int           `json:"revision"` // of the content; a log of who was in which class says by which revision
	Label    string        `json:"label,omitempty"`
	LabelZH  string        `json:"labelZh,omitempty"`
	Source   string        `json:"source,omitempty"`
	From     hotelcrm.Date `json:"from,omitzero"` // the first day that it is meant for, zero: always

	Mode    Mode    `json:"mode"`
	Classes []Class `json:"classes"`        // in order: the first has the highest priority
	Else    *Class  `json:"else,omitempty"` // of guests whom no class holds; its When is not read
}

// Class is one class of a [Plan].
type Class struct {
	ID       string    `json:"id"`
	Label    string    `json:"label,omitempty"`
	LabelZH  string    `json:"labelZh,omitempty"`
	Action   string    `json:"action,omitempty"` // what to do about its guests
	ActionZH string    `json:"actionZh,omitempty"`
	When     Condition `json:"when,omitzero"`
}

// Mode says how many classes a guest can have. The zero value is unset.
type Mode uint8

// The modes.
const (
	Exclusive Mode = iota + 1 // the first class that holds, or Else, which is needed: each guest has exactly one class
	Every                     // every class that holds, or Else if there is one and no class holds
)

var modeNames = enum.Names{"", "exclusive", "every"}

// ParseMode returns the mode named by text, as [Mode.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseMode(text string) (Mode, error) { return choice.Parse[Mode](modeNames, "mode", text) }

// String returns the name, "unset" for the zero value.
func (m Mode) String() string { return modeNames.String(uint8(m)) }

// MarshalText returns the name, empty for the zero value.
func (m Mode) MarshalText() ([]byte, error) { return choice.Marshal(modeNames, "mode", m) }

// UnmarshalText reads a name; the empty text is the zero value.
func (m *Mode) UnmarshalText(text []byte) error { return choice.Unmarshal(modeNames, "mode", text, m) }

// MaxClasses is the largest number of classes of a plan, Else not counted.
const MaxClasses = 254

// All returns the classes in their order, Else last if there is one.
func (p *Plan) All() []Class {
	out := append([]Class(nil), p.Classes...)
	if p.Else != nil {
		out = append(out, *p.Else)
	}
	return out
}

// Validate returns a [*hotelcrm.ParamError] for a plan that cannot be, [hotelcrm.ErrVersion] for a newer form, else
// nil. Whether its conditions fit a schema is for [NewClassifier] to say.
func (p *Plan) Validate() error {
	if err := strict.Version("Plan.Version", p.Version, Version); err != nil {
		return err
	}
	switch {
	case p.ID == "":
		return refuse.Param("Plan.ID", "", "an id")
	case p.Mode != Exclusive && p.Mode != Every:
		return refuse.Param("Plan.Mode", p.Mode.String(), "one of "+modeNames.Allowed())
	case len(p.Classes) > MaxClasses:
		return refuse.Param("Plan.Classes", fmt.Sprint(len(p.Classes)), fmt.Sprintf("at most %d classes", MaxClasses))
	case p.Mode == Exclusive && p.Else == nil:
		return refuse.Param("Plan.Else", "none", "a class for guests whom no other holds")
	}
	seen := map[string]bool{}
	for i, class := range p.All() {
		if class.ID == "" || seen[class.ID] {
			return refuse.Param(fmt.Sprintf("Plan.Classes[%d].ID", i), class.ID, "an id of its own")
		}
		seen[class.ID] = true
	}
	return nil
}

// UnmarshalJSON reads the JSON form of a plan and refuses unknown fields.
//
// Errors: those of encoding/json and of [Condition.UnmarshalJSON]; p is then unchanged.
func (p *Plan) UnmarshalJSON(data []byte) error {
	type plain Plan
	var out plain
	if err := strict.Decode(data, &out); err != nil {
		return err
	}
	*p = Plan(out)
	return nil
}

// clone returns a copy that shares nothing with p.
func (p *Plan) clone() Plan {
	out := *p
	out.Classes = append([]Class(nil), p.Classes...)
	for i := range out.Classes {
		out.Classes[i].When = out.Classes[i].When.clone()
	}
	if p.Else != nil {
		rest := *p.Else
		rest.When = Condition{}
		out.Else = &rest
	}
	return out
}
