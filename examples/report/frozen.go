package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// checkFrozen refuses what a file of thresholds has settled. The rest is checked when the file is read.
func (r *rawFlags) checkFrozen(opt *options) error {
	for _, name := range []string{"method", "bins"} {
		if r.given[name] {
			return fmt.Errorf("-%s and -thresholds exclude each other: the file says how scores are cut", name)
		}
	}
	if opt.save != "" {
		return errors.New("-save-thresholds and -thresholds exclude each other: nothing new is found that could be saved")
	}
	opt.segments = r.segments
	_, err := chooseSet(rfm.ByValue, r.segments)
	return err
}

// loadThresholds makes the plan of the file that -thresholds names.
func (o *options) loadThresholds() error {
	if o.thresholds == "" {
		return nil
	}
	content, err := os.ReadFile(prose.Path(o.thresholds))
	if err != nil {
		return fmt.Errorf("-thresholds: %w", err)
	}
	var t rfm.Thresholds
	if err := json.Unmarshal(content, &t); err != nil {
		return fmt.Errorf("-thresholds %s: no thresholds as -save-thresholds writes them: %w", o.thresholds, err)
	}
	if err := usableThresholds(t); err != nil {
		return fmt.Errorf("-thresholds %s: %w", o.thresholds, err)
	}
	o.plan, err = frozenPlan(&t, o.segments)
	return err
}

// usableThresholds returns why this program cannot score by them, or nil.
func usableThresholds(t rfm.Thresholds) error {
	if err := t.Validate(); err != nil {
		return err
	}
	if t.FrequencyOf > rfm.Visits || t.MonetaryOf > rfm.TotalRevenue {
		return fmt.Errorf("frequency of %s and monetary of %s are not what this report scores; want %s and %s",
			t.FrequencyOf, t.MonetaryOf, rfm.Visits, rfm.TotalRevenue)
	}
	return nil
}

func frozenPlan(t *rfm.Thresholds, segments string) (plan, error) {
	p := plan{method: t.Recency.Method, bins: [3]int{t.Recency.Bins, t.Frequency.Bins, t.Monetary.Bins}, frozen: t}
	set, err := chooseSet(p.method, segments)
	if err != nil {
		return p, err
	}
	return p.with(set, segments)
}

// scores gives the guests their scores, by thresholds found from them or by those of the file.
func (o *options) scores(s *hotelcrm.Summaries) (*rfm.Scores, error) {
	frozen := o.plan.frozen
	if frozen == nil {
		return rfm.Of(s, o.plan.config())
	}
	if frozen.Currency != o.Currency {
		return nil, fmt.Errorf("-thresholds %s: they are in %s, but the amounts are in %s%s; thresholds hold for one currency",
			o.thresholds, frozen.Currency, o.Currency, map[bool]string{true: ", as -currency was not given"}[o.CurrencyFrom == intake.NotStated])
	}
	scorer, err := rfm.NewScorer(*frozen)
	if err != nil {
		return nil, err
	}
	return scorer.ScoreAll(s)
}

// renderThresholds returns the thresholds as -thresholds reads them.
func renderThresholds(a *analysis) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(a.scores.Thresholds())
	return b.Bytes(), err
}
