package valuation

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

const maxWorkers = 1024

func checkWorkers(workers int) error {
	if workers < 0 || workers > maxWorkers {
		return &hotelcrm.ParamError{Param: "Workers", Value: fmt.Sprint(workers), Allowed: fmt.Sprintf("0 to %d", maxWorkers)}
	}
	return nil
}
