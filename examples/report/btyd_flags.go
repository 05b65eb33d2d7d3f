package main

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// modelOptions is how the models of guests who never say goodbye are fitted.
type modelOptions struct {
	unit valuation.Period
	end  hotelcrm.Date // of the calibration; zero: found from the data
}

// checkModels checks the flags that say how the models are fitted.
func (r *rawFlags) checkModels(opt *options) error {
	m := &opt.models
	var err error
	if m.unit, err = valuation.ParsePeriod(r.unit); err != nil || m.unit < valuation.Month {
		return fmt.Errorf("-unit %q is not allowed; want week, day or month", r.unit)
	}
	if r.calibrationEnd != "" {
		if m.end, err = hotelcrm.ParseDate(r.calibrationEnd); err != nil {
			return fmt.Errorf("-calibration-end: %w", err)
		}
	}
	if opt.Guests != "" && (r.given["unit"] || r.given["calibration-end"]) {
		return errors.New("-unit and -calibration-end do not apply to -guests: their visits are not known one by one")
	}
	return nil
}
