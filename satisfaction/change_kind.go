package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// ChangeKind says in which way a node differs between two trees.
type ChangeKind uint8

// The kinds of change. A node may have several.
const (
	Added      ChangeKind = iota + 1 // only in the newer tree; To is its parent
	Removed                          // only in the older tree; From is its parent
	Moved                            // below another parent
	Reweighted                       // another share of the whole, as a fraction
	Rescaled                         // answers are worth something else: not comparable between rounds
	Relabelled                       // other words in English or Chinese
)

var changeKindNames = enum.Names{"", "added", "removed", "moved", "reweighted", "rescaled", "relabelled"}

// String returns the name, "unset" for the zero value.
func (k ChangeKind) String() string { return changeKindNames.String(uint8(k)) }

// ParseChangeKind returns the kind named by text, as [ChangeKind.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseChangeKind(text string) (ChangeKind, error) {
	return choice.Parse[ChangeKind](changeKindNames, "change kind", text)
}

// MarshalText returns the name, empty for the zero value.
func (k ChangeKind) MarshalText() ([]byte, error) {
	return choice.Marshal(changeKindNames, "change kind", k)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (k *ChangeKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(changeKindNames, "change kind", text, k)
}
