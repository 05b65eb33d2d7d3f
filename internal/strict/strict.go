// Package strict reads JSON that says nothing else than what is asked for.
package strict

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/hotelcrm/hotelcrm"
)

// Decode reads one JSON value without fields that the target does not know.
func Decode(data []byte, to any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(to); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return &hotelcrm.ParamError{Param: "json", Value: "more than one value", Allowed: "one value"}
	}
	return nil
}

// Version refuses the version of a form that this library does not know.
//
// Errors: a [*hotelcrm.ParamError]; for a newer version it comes with [hotelcrm.ErrVersion].
func Version(param string, version, newest int) error {
	if version >= 1 && version <= newest {
		return nil
	}
	refusal := &hotelcrm.ParamError{Param: param, Value: fmt.Sprint(version), Allowed: fmt.Sprint("1 to ", newest)}
	if newest == 1 {
		refusal.Allowed = "1"
	}
	if version > newest {
		return fmt.Errorf("%w: %w", hotelcrm.ErrVersion, refusal)
	}
	return refusal
}
