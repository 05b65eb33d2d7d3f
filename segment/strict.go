package segment

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/hotelcrm/hotelcrm"
)

// decodeStrictly reads one JSON value without fields that the target does not know.
func decodeStrictly(data []byte, to any) error {
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

func checkVersion(version int) error {
	switch {
	case version > Version:
		return fmt.Errorf("segment: version %d: %w", version, hotelcrm.ErrVersion)
	case version < 1:
		return &hotelcrm.ParamError{Param: "version", Value: fmt.Sprint(version), Allowed: fmt.Sprint(Version)}
	}
	return nil
}
