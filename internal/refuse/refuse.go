// Package refuse makes the error for a parameter outside its allowed range, short enough to be read within a check.
package refuse

import "github.com/hotelcrm/hotelcrm"

// Param returns a [*hotelcrm.ParamError].
func Param(param, value, allowed string) error {
	return &hotelcrm.ParamError{Param: param, Value: value, Allowed: allowed}
}
