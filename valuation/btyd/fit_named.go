package btyd

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// named is a model of visits by its name: how it is fitted and how it is read.
type named struct {
	name string
	fit  func(cells *Cells, workers int) (Fit[Model], error)
	read func(data []byte) (Model, error)
}

func namedOf[M Model](model M, fit func(*Cells, int) (Fit[M], error)) named {
	return named{
		name: model.Name(),
		fit: func(cells *Cells, workers int) (Fit[Model], error) {
			found, err := fit(cells, workers)
			return Fit[Model]{Model: found.Model, Report: found.Report}, err
		},
		read: func(data []byte) (Model, error) {
			var m M
			err := json.Unmarshal(data, &m)
			return m, err
		},
	}
}

// compared returns the models that [Compare] fits, in its order.
func compared() []named {
	return []named{
		namedOf(NBD{}, FitNBD), namedOf(BGNBD{}, FitBGNBD), namedOf(MBGNBD{}, FitMBGNBD),
		namedOf(ParetoNBD{}, FitParetoNBD), namedOf(GGompertz{}, FitGGompertz),
	}
}

// lookUp returns the model of visits with a name.
func lookUp(name string) (named, error) {
	var names []string
	for _, m := range compared() {
		if m.name == name {
			return m, nil
		}
		names = append(names, m.name)
	}
	if stages, ok := strings.CutPrefix(name, "MBG/CNBD-"); ok {
		if k, err := strconv.Atoi(stages); err == nil && checkStages(k) == nil {
			return namedOf(MBGCNBD{K: k}, func(c *Cells, workers int) (Fit[MBGCNBD], error) { return FitMBGCNBD(c, k, workers) }), nil
		}
	}
	return named{}, refuse.Param("model", name, fmt.Sprintf("%s or MBG/CNBD-k with k from 1 to %d", strings.Join(names, ", "), maxStages))
}

// FitNamed returns the fit of the model of visits with this name, such as one that [Compare] found best.
//
// Input: the name as [Model] returns it; workers as in [FitBGNBD].
// Errors: a [*hotelcrm.ParamError] for another name, else those of the model's own fit.
func FitNamed(name string, cells *Cells, workers int) (Fit[Model], error) {
	m, err := lookUp(name)
	if err != nil {
		return Fit[Model]{}, err
	}
	return m.fit(cells, workers)
}
