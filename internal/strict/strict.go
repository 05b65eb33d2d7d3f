// Package strict reads JSON that says nothing else than what is asked for.
package strict

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Decode reads one JSON value without fields that the target does not know.
func Decode(data []byte, to any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(to); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return refuse.Param("json", "more than one value", "one value")
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
	allowed := "1"
	if newest > 1 {
		allowed = fmt.Sprint("1 to ", newest)
	}
	refusal := refuse.Param(param, fmt.Sprint(version), allowed)
	if version > newest {
		return fmt.Errorf("%w: %w", hotelcrm.ErrVersion, refusal)
	}
	return refusal
}
