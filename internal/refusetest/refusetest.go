// Package refusetest tests that what is wrong is refused by its name.
package refusetest

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
)

// Param checks that err names the parameter.
func Param(t testing.TB, err error, param string) {
	t.Helper()
	if got, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || got.Param != param {
		t.Errorf("want a *hotelcrm.ParamError for %s, got %v", param, err)
	}
}

// Row checks that err names the row, counted from 1, and the field.
func Row(t testing.TB, err error, row int, field string) {
	t.Helper()
	if got, ok := errors.AsType[*hotelcrm.RowError](err); !ok || got.Row != row || got.Field != field {
		t.Errorf("want a *hotelcrm.RowError for row %d, %s, got %v", row, field, err)
	}
}
