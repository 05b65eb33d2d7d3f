package main

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// checkModels checks the flags that say how the models are fitted.
func (r *rawFlags) checkModels(opt *options) error {
	m := &opt.Alive
	var err error
	if m.Unit, err = valuation.ParsePeriod(r.unit); err != nil || m.Unit < valuation.Month {
		return fmt.Errorf("-unit %q is not allowed; want week, day or month", r.unit)
	}
	if r.calibrationEnd != "" {
		if m.End, err = hotelcrm.ParseDate(r.calibrationEnd); err != nil {
			return fmt.Errorf("-calibration-end: %w", err)
		}
	}
	if opt.Guests != "" && (r.given["unit"] || r.given["calibration-end"]) {
		return errors.New("-unit and -calibration-end do not apply to -guests: their visits are not known one by one")
	}
	return nil
}
