package btyd

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

// fitVersion is the version of the JSON forms of [Fit] and [SpendFit].
const fitVersion = 1

// MarshalJSON returns version, model and report.
func (f Fit[M]) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Version int    `json:"version"`
		Model   M      `json:"model"`
		Report  Report `json:"report"`
	}{fitVersion, f.Model, f.Report})
}

// UnmarshalJSON reads what [Fit.MarshalJSON] writes. The report names the model, so a Fit[Model] reads that of any model
// of visits: the fit of last month, whichever model it was.
//
// Errors: an error of package json; [hotelcrm.ErrVersion] for a newer form; a [*hotelcrm.ParamError] for a report of
// another model than M, or a model of no visits where M is [Model], for parameters out of range, and for a report that
// tells others than the model. f is then unchanged.
func (f *Fit[M]) UnmarshalJSON(data []byte) error {
	var in struct {
		Version int             `json:"version"`
		Model   json.RawMessage `json:"model"`
		Report  Report          `json:"report"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if err := strict.Version("version", in.Version, fitVersion); err != nil {
		return err
	}
	var model M
	if either, ok := any(&model).(*Model); ok {
		m, err := lookUp(in.Report.Model)
		if err != nil {
			return err
		}
		if *either, err = m.read(in.Model); err != nil {
			return err
		}
	} else if err := json.Unmarshal(in.Model, &model); err != nil {
		return err
	}
	if err := in.Report.of(any(model)); err != nil {
		return err
	}
	*f = Fit[M]{Model: model, Report: in.Report}
	return nil
}

// of refuses a report that is not of a model.
func (r *Report) of(model any) error {
	m, ok := model.(interface {
		Name() string
		Params() []Param
		Validate() error
	})
	if !ok {
		return errNone("model")
	}
	if m.Name() != r.Model {
		return refuse.Param("report.model", r.Model, m.Name())
	}
	if err := m.Validate(); err != nil {
		return err
	}
	if timed, ok := model.(Model); ok && timed.Period() != r.Unit {
		return refuse.Param("report.unit", r.Unit.String(), timed.Period().String()+", as in the model")
	}
	if r.Covariance != nil {
		return r.check(m.Params())
	}
	return r.checkParams(m.Params())
}

// MarshalJSON returns what [Fit.MarshalJSON] returns, with correlation, dropped and unknown.
func (f SpendFit) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Version     int        `json:"version"`
		Model       GammaGamma `json:"model"`
		Report      Report     `json:"report"`
		Correlation float64    `json:"correlation"`
		Dropped     int        `json:"dropped"`
		Unknown     int        `json:"unknown"`
	}{fitVersion, f.Model, f.Report, f.Correlation, f.Dropped, f.Unknown})
}

// UnmarshalJSON reads what [SpendFit.MarshalJSON] writes.
//
// Errors: as [Fit.UnmarshalJSON].
func (f *SpendFit) UnmarshalJSON(data []byte) error {
	var out SpendFit
	in := struct {
		Correlation *float64 `json:"correlation"`
		Dropped     *int     `json:"dropped"`
		Unknown     *int     `json:"unknown"`
	}{&out.Correlation, &out.Dropped, &out.Unknown}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if err := out.Fit.UnmarshalJSON(data); err != nil {
		return err
	}
	*f = out
	return nil
}
