package desk

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// knowledge is the saved values made ready for use. It is immutable.
type knowledge struct {
	Values
	revision   int64
	engine     *loyalty.Engine
	scorer     *rfm.Scorer // nil before the first nightly run
	segmenter  *rfm.Segmenter
	schema     *segment.Schema
	classifier *segment.Classifier
	survey     *satisfaction.Scorer
	predictor  *btyd.Predictor // nil without a fit
	residual   btyd.Quantity
	nextYear   btyd.Quantity
	year       float64 // in the unit of the models
}

func compile(v Values, revision int64) (*knowledge, error) {
	k := &knowledge{Values: v, revision: revision}
	var err error
	if k.engine, err = loyalty.Compile(v.Programme); err != nil {
		return nil, err
	}
	if v.Programme.Currency != v.House.Currency {
		return nil, &hotelcrm.ParamError{Param: "programme.currency", Value: v.Programme.Currency, Allowed: "that of the house, " + v.House.Currency}
	}
	if err = v.Rules.Validate(); err != nil {
		return nil, err
	}
	if k.segmenter, err = rfm.NewSegmenter(v.Segments); err != nil {
		return nil, err
	}
	attributes := append(segment.SummaryAttributes(v.House.Currency), segment.RFMAttributes(v.Segments)...)
	if k.schema, err = segment.NewSchema(attributes, nil); err != nil {
		return nil, err
	}
	if k.classifier, err = segment.NewClassifier(k.schema, v.Plan); err != nil {
		return nil, err
	}
	if k.survey, err = satisfaction.NewScorer(v.Tree, nil, satisfaction.Scoring{}); err != nil {
		return nil, err
	}
	if v.Thresholds != nil {
		if k.scorer, err = rfm.NewScorer(*v.Thresholds); err != nil {
			return nil, err
		}
	}
	return k, k.predict()
}

// predict makes the fitted model ready.
func (k *knowledge) predict() (err error) {
	if k.Model == nil || k.Model.Fit == nil {
		return nil
	}
	if k.predictor, err = btyd.NewPredictor(*k.Model.Fit); err != nil {
		return err
	}
	year := valuation.Horizon{N: 1, Period: valuation.Year}
	if k.nextYear, err = btyd.Stays(year); err != nil {
		return err
	}
	if k.year, err = btyd.Span(year, k.Model.Fit.Model.Period()); err != nil {
		return err
	}
	rate, err := valuation.Effective(k.Model.Rate, valuation.Year)
	if err != nil {
		return err
	}
	k.residual, err = btyd.Residual(rate)
	return err
}

// discountRate is what a year costs of a future amount, where a hotel states nothing else.
var discountRate = decimal.New(10, -2)
