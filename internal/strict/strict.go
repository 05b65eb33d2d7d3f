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

// Version refuses a version of a form that is newer than a package knows, or none.
//
// Errors: [hotelcrm.ErrVersion], with the name of the package; a [*hotelcrm.ParamError] for one below 1.
func Version(pkg string, version, newest int) error {
	switch {
	case version > newest:
		return fmt.Errorf("%s: version %d: %w", pkg, version, hotelcrm.ErrVersion)
	case version < 1:
		return &hotelcrm.ParamError{Param: "version", Value: fmt.Sprint(version), Allowed: fmt.Sprint(newest)}
	}
	return nil
}
