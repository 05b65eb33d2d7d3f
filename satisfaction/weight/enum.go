package weight

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// parseEnum returns the value that text names; the unset value has no name and is refused.
func parseEnum[T ~uint8](names enum.Names, param, text string) (T, error) {
	v, ok := names.Value(text)
	if !ok || v == 0 {
		return 0, &hotelcrm.ParamError{Param: param, Value: text, Allowed: "one of " + names.Allowed()}
	}
	return T(v), nil
}

func marshalEnum[T ~uint8](names enum.Names, param string, v T) ([]byte, error) {
	text, ok := names.Text(uint8(v))
	if !ok {
		return nil, &hotelcrm.ParamError{Param: param, Value: fmt.Sprint(uint8(v)), Allowed: "one of " + names.Allowed()}
	}
	return []byte(text), nil
}

func unmarshalEnum[T ~uint8](names enum.Names, param string, text []byte, to *T) error {
	if len(text) == 0 {
		*to = 0
		return nil
	}
	v, err := parseEnum[T](names, param, string(text))
	if err == nil {
		*to = v
	}
	return err
}

// resolveEnum returns v, or standard for the unset value.
func resolveEnum[T ~uint8](names enum.Names, param string, v, standard T) (T, error) {
	if v == 0 {
		return standard, nil
	}
	_, err := marshalEnum(names, param, v)
	return v, err
}
