package loyalty

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Limits of what a programme's text may be, so that reading one is quick whatever it holds.
const (
	maxBytes = 1 << 20
	maxDepth = 24
	maxItems = 2000 // of one list or object
)

// ErrFormat is wrapped by every [*DecodeError].
var ErrFormat = errors.New("loyalty: not a programme")

// DecodeError says where the text of a programme is wrong.
type DecodeError struct {
	Path   string // such as versions[1].tiers[2].promote.all[0].metric; empty for the whole text
	Offset int64  // bytes read when it was found
	Err    error  // what is wrong; a [*hotelcrm.ParamError] where a value is not allowed
}

// Error returns the path and what is wrong there.
func (e *DecodeError) Error() string {
	path := e.Path
	if path == "" {
		path = "programme"
	}
	return fmt.Sprintf("%v: %s: %v", ErrFormat, path, e.Err)
}

// Unwrap returns ErrFormat and Err.
func (e *DecodeError) Unwrap() []error { return []error{ErrFormat, e.Err} }

// ParseProgramme returns the programme that a JSON text holds, see the package comment for the format.
//
// Input: one JSON object of at most 1 MiB in UTF-8. Unknown and repeated keys, null, and text after the object are
// refused; so is a number with an exponent.
// Errors: a [*DecodeError] with the path of the first error in the text, or what [Programme.Validate] returns.
func ParseProgramme(text []byte) (Programme, error) {
	var p Programme
	if err := p.UnmarshalJSON(text); err != nil {
		return Programme{}, err
	}
	if err := p.Validate(); err != nil {
		return Programme{}, err
	}
	return p, nil
}

// UnmarshalJSON reads what [ParseProgramme] reads, without asking whether the rules make sense; see
// [Programme.Validate].
//
// Errors: a [*DecodeError]; p is then unchanged.
func (p *Programme) UnmarshalJSON(text []byte) error {
	if err := checkText(text); err != nil {
		return err
	}
	type plain Programme // without this method
	var read plain
	if err := json.Unmarshal(text, &read); err != nil {
		return &DecodeError{Err: err}
	}
	*p = Programme(read)
	return nil
}

// Validate returns what makes the programme unusable, nil if nothing does: an id that is missing, repeated or unknown, a
// threshold that cannot be, a window without its months, versions that overlap. What is usable but doubtful is for
// [Lint].
//
// Errors: a [*hotelcrm.ParamError] whose Param is the path in the JSON; [hotelcrm.ErrVersion] for a newer form.
func (p Programme) Validate() error {
	_, err := Compile(p)
	return err
}
