package points

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

func marshalEnum[T ~uint8](names enum.Names, param string, v T) ([]byte, error) {
	return enum.Marshal(names, param, v, refuse)
}

func unmarshalEnum[T ~uint8](names enum.Names, param string, text []byte, to *T) error {
	return enum.Unmarshal(names, param, text, to, refuse)
}

func refuse(param, value, allowed string) error {
	return &hotelcrm.ParamError{Param: param, Value: value, Allowed: allowed}
}

// known reports whether v is a set value of an enum.
func known[T ~uint8](names enum.Names, v T) bool { return v > 0 && int(v) < len(names) }

// knownOrUnset allows the zero value, where it stands for a default.
func knownOrUnset[T ~uint8](names enum.Names, v T) bool { return int(v) < len(names) }
