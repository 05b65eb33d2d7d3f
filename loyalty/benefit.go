package loyalty

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Given says how a benefit is given.
type Given uint8

// The ways.
const (
	NotGiven  Given = iota + 1
	OnRequest       // if the guest asks and the house permits
	Always
)

var givenNames = enum.Names{"", "none", "on-request", "given"}

// String returns the name, "unset" for the zero value.
func (g Given) String() string { return givenNames.String(uint8(g)) }

// MarshalText returns the name, empty for the zero value.
func (g Given) MarshalText() ([]byte, error) { return choice.Marshal(givenNames, "given", g) }

// UnmarshalText reads a name; the empty text is the zero value.
func (g *Given) UnmarshalText(text []byte) error {
	return choice.Unmarshal(givenNames, "given", text, g)
}

// Benefit is one service or advantage and which tiers have it, one row of an entitlement table.
type Benefit struct {
	ID         string   `json:"id"`
	Name       string   `json:"name,omitempty"`
	NameZH     string   `json:"nameZh,omitempty"`
	Properties []string `json:"properties,omitempty"` // where it is given; empty: everywhere
	Tiers      []Cell   `json:"tiers"`
}

// Cell is what one tier has of a benefit. A tier without a cell has what the next lower tier with a cell has.
type Cell struct {
	Tier     string `json:"tier"`
	Given    Given  `json:"given"`
	Quantity int    `json:"quantity,omitempty"` // such as suite nights a year; 0: not counted
	Text     string `json:"text,omitempty"`     // what exactly
	TextZH   string `json:"textZh,omitempty"`
}
