package points_test

import (
	"reflect"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// withHead returns the command with another header.
func withHead(c points.Command, h points.Header) points.Command {
	v := reflect.New(reflect.TypeOf(c)).Elem()
	v.Set(reflect.ValueOf(c))
	v.FieldByName("Header").Set(reflect.ValueOf(h))
	return v.Interface().(points.Command)
}

func headOf(c points.Command) points.Header {
	return reflect.ValueOf(c).FieldByName("Header").Interface().(points.Header)
}
