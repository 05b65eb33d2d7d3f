package satisfaction

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// marshalName returns the name of v, empty for the zero value.
func marshalName[T ~uint8](names enum.Names, param string, v T) ([]byte, error) {
	text, ok := names.Text(uint8(v))
	if !ok {
		return nil, &hotelcrm.ParamError{Param: param, Value: fmt.Sprint(uint8(v)), Allowed: "one of " + names.Allowed()}
	}
	return []byte(text), nil
}

// unmarshalName sets to to the value that text names; the empty text is the zero value.
func unmarshalName[T ~uint8](names enum.Names, param string, text []byte, to *T) error {
	v, ok := names.Value(string(text))
	if !ok {
		return &hotelcrm.ParamError{Param: param, Value: string(text), Allowed: "one of " + names.Allowed()}
	}
	*to = T(v)
	return nil
}
