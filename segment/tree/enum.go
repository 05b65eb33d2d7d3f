package tree

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

func parseEnum[T ~uint8](names enum.Names, param, text string) (T, error) {
	return enum.Parse[T](names, param, text, refuse)
}

func marshalEnum[T ~uint8](names enum.Names, param string, v T) ([]byte, error) {
	return enum.Marshal(names, param, v, refuse)
}

func unmarshalEnum[T ~uint8](names enum.Names, param string, text []byte, to *T) error {
	return enum.Unmarshal(names, param, text, to, refuse)
}

func refuse(param, value, allowed string) error {
	return &hotelcrm.ParamError{Param: param, Value: value, Allowed: allowed}
}

// resolveEnum sets v to standard if it is unset, and refuses a value without a name.
func resolveEnum[T ~uint8](names enum.Names, param string, v *T, standard T) error {
	if *v == 0 {
		*v = standard
	}
	_, err := marshalEnum(names, param, *v)
	return err
}
