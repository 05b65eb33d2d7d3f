package weight

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Decision is a choice between alternatives by several criteria: how the criteria compare, and under each of them the
// alternatives.
type Decision struct {
	Criteria     *Judgements
	Alternatives []*Judgements // one for each criterion, all of the same alternatives in the same order
}

// Outcome is the result of a [Decision].
type Outcome struct {
	Names        []string   `json:"names"`  // of the alternatives
	Totals       []float64  `json:"totals"` // Σ criterion weight × local weight, summing to one
	Criteria     Weighing   `json:"criteria"`
	Alternatives []Weighing `json:"alternatives"` // one for each criterion
}

// Weigh returns the total weight of each alternative.
//
// Errors: those of [Judgements.Weigh], with the criterion; a [*hotelcrm.ParamError] for alternatives that are missing
// or differ between criteria.
func (d Decision) Weigh(method Method, index RandomIndex) (Outcome, error) {
	if d.Criteria == nil || len(d.Alternatives) != len(d.Criteria.names) {
		return Outcome{}, refuse.Param("Decision.Alternatives", fmt.Sprint(len(d.Alternatives)), "one for each criterion")
	}
	criteria, err := d.Criteria.Weigh(method, index)
	if err != nil {
		return Outcome{}, fmt.Errorf("criteria: %w", err)
	}
	out := Outcome{Criteria: criteria}
	for k, alternatives := range d.Alternatives {
		if alternatives == nil || !slices.Equal(alternatives.names, d.Alternatives[0].names) {
			return Outcome{}, refuse.Param(fmt.Sprintf("Decision.Alternatives[%d]", k), "other names", "the same names in the same order")
		}
		local, err := alternatives.Weigh(method, index)
		if err != nil {
			return Outcome{}, fmt.Errorf("%s: %w", d.Criteria.names[k], err)
		}
		if k == 0 {
			out.Names, out.Totals = local.Names, make([]float64, len(local.Names))
		}
		for i, w := range local.Weights {
			out.Totals[i] += float64(criteria.Weights[k] * w)
		}
		out.Alternatives = append(out.Alternatives, local)
	}
	return out, nil
}

// ReadDecision returns the decision of a JSON document with the fields criteria and alternatives (names),
// criteria_matrix and alternative_matrices (an object with a matrix for each criterion). Cells are those of
// [ReadJudgements]; other fields are ignored.
//
// Errors: those of encoding/json and of [JudgementsOfMatrix], with the criterion; a [*hotelcrm.ParamError] for a criterion
// without a matrix, with two, or a matrix of no criterion.
func ReadDecision(data []byte) (Decision, error) {
	var d struct {
		Criteria     []string      `json:"criteria"`
		Alternatives []string      `json:"alternatives"`
		Matrix       [][]cell      `json:"criteria_matrix"`
		Matrices     namedMatrices `json:"alternative_matrices"`
	}
	if err := json.Unmarshal(data, &d); err != nil {
		return Decision{}, fmt.Errorf("weight: %w", err)
	}
	criteria, err := document{Names: d.Criteria, Matrix: d.Matrix}.judgements()
	if err != nil {
		return Decision{}, fmt.Errorf("criteria: %w", err)
	}
	if len(d.Matrices) != len(d.Criteria) {
		return Decision{}, refuse.Param("alternative_matrices", fmt.Sprint(len(d.Matrices)), "one for each criterion")
	}
	out := Decision{Criteria: criteria}
	for _, name := range d.Criteria {
		k := slices.IndexFunc(d.Matrices, func(m namedMatrix) bool { return m.name == name })
		if k < 0 {
			return Decision{}, refuse.Param("alternative_matrices", "none for "+name, "one for each criterion")
		}
		local, err := document{Names: d.Alternatives, Matrix: d.Matrices[k].matrix}.judgements()
		if err != nil {
			return Decision{}, fmt.Errorf("%s: %w", name, err)
		}
		out.Alternatives = append(out.Alternatives, local)
	}
	return out, nil
}

type namedMatrix struct {
	name   string
	matrix [][]cell
}

// namedMatrices is a JSON object that keeps repeated keys, so that a criterion given twice shows.
type namedMatrices []namedMatrix

func (m *namedMatrices) UnmarshalJSON(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	if open, err := decoder.Token(); err != nil || open != json.Delim('{') {
		return refuse.Param("alternative_matrices", "no object", "an object with a matrix for each criterion")
	}
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return err
		}
		var one namedMatrix
		one.name, _ = key.(string)
		if err := decoder.Decode(&one.matrix); err != nil {
			return err
		}
		*m = append(*m, one)
	}
	return nil
}
