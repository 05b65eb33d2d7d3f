package tree

import "github.com/hotelcrm/hotelcrm"

func refuse(param, value, allowed string) error {
	return &hotelcrm.ParamError{Param: param, Value: value, Allowed: allowed}
}
