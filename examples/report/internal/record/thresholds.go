package record

import (
	"bytes"
	"encoding/json"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
)

// Thresholds returns the thresholds as -thresholds reads them.
func Thresholds(r *reckon.Report) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(r.Scores.Each.Thresholds())
	return b.Bytes(), err
}
