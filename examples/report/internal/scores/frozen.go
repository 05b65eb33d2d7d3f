package scores

import (
	"encoding/json"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/rfm"
)

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

// Frozen returns the plan of the thresholds that a file holds, as -save-thresholds writes them.
func Frozen(file string, content []byte, segments string) (Plan, error) {
	var t rfm.Thresholds
	if err := json.Unmarshal(content, &t); err != nil {
		return Plan{}, fmt.Errorf("-thresholds %s: no thresholds as -save-thresholds writes them: %w", file, err)
	}
	if err := usableThresholds(t); err != nil {
		return Plan{}, fmt.Errorf("-thresholds %s: %w", file, err)
	}
	p := Plan{file: file, Method: t.Recency.Method, Bins: [3]int{t.Recency.Bins, t.Frequency.Bins, t.Monetary.Bins}, Frozen: &t}
	set, err := SetOf(p.Method, segments)
	if err != nil {
		return p, err
	}
	return p.with(set, segments)
}

// Score gives guests their scores, by thresholds found from them or by those of the file.
func (p *Plan) Score(order *intake.Order, s *hotelcrm.Summaries) (*rfm.Scores, error) {
	if p.Frozen == nil {
		return rfm.Of(s, p.config())
	}
	if p.Frozen.Currency != order.Currency {
		return nil, fmt.Errorf("-thresholds %s: they are in %s, but the amounts are in %s%s; thresholds hold for one currency",
			p.file, p.Frozen.Currency, order.Currency, map[bool]string{true: ", as -currency was not given"}[order.CurrencyFrom == intake.NotStated])
	}
	scorer, err := rfm.NewScorer(*p.Frozen)
	if err != nil {
		return nil, err
	}
	return scorer.ScoreAll(s)
}
