package btyd

import (
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Fit is a fitted model with the proof of its maximum.
type Fit[M any] struct {
	Model  M      `json:"model"`
	Report Report `json:"report"`
}

// Report says how a fit ended and how sure it is.
type Report struct {
	Model         string             `json:"model"`
	Unit          valuation.Period   `json:"unit,omitempty"` // unset where the model has no time
	Params        []Estimate         `json:"params"`
	LogLikelihood float64            `json:"logLikelihood"` // with times in Unit
	GradientNorm  float64            `json:"gradientNorm"`  // length of the gradient in the log parameters
	Eigenvalues   []float64          `json:"eigenvalues"`   // of the information (negative Hessian) in the log parameters, rising
	Covariance    [][]float64        `json:"covariance"`    // of the log parameters; nil if the information is not positive definite
	Evaluations   int                `json:"evaluations"`   // passes over all the data, beside those over a part of it to find a start
	AIC           float64            `json:"aic"`
	BIC           float64            `json:"bic"`
	Guests        int64              `json:"guests"`
	Cells         int                `json:"cells"`
	Warnings      []hotelcrm.Warning `json:"warnings,omitempty"`
}

// Estimate is a parameter with its standard error.
type Estimate struct {
	Param
	StdErr float64 `json:"stdErr"` // by the delta method from the log parameters; 0 if there is none
}

// Warned reports whether there is a warning of this code.
func (r *Report) Warned(code hotelcrm.WarningCode) bool {
	for _, w := range r.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}

func (r *Report) warn(code hotelcrm.WarningCode, text string) {
	r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: code, Text: text, N: int(r.Guests)})
}

// criteria sets AIC and BIC.
func (r *Report) criteria() {
	k := float64(len(r.Params))
	r.AIC = 2*k - 2*r.LogLikelihood
	r.BIC = float64(k*math.Log(float64(r.Guests))) - 2*r.LogLikelihood
}
