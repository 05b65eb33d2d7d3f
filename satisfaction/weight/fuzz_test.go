package weight_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// weighAll weighs judgements that were read, and expects either weights or an error.
func weighAll(t *testing.T, j *weight.Judgements) {
	t.Helper()
	for _, method := range methods() {
		w, err := j.Weigh(method, weight.AlonsoLamataLine)
		if err != nil {
			continue
		}
		sumsToOne(t, method.String(), w.Weights)
		if _, err := weight.Parts(w.Weights, 4); err != nil {
			t.Error(err)
		}
		if w.Consistency.Lambda < float64(len(w.Names)) {
			t.Errorf("lambda %v of %d things", w.Consistency.Lambda, len(w.Names))
		}
	}
}

func FuzzReadJudgements(f *testing.F) {
	for _, document := range []string{
		`{"names":["room","food","staff"],"matrix":[["1","1/3","2.5"],["3","1",""],[null,5,1]]}`,
		`{"names":["room","food"],"limit":20,"judgements":[{"row":"food","column":"room","ratio":"17"}]}`,
		`{"names":["room"]}`, `{"names":["a","b"],"matrix":[["1","0.333"],["3","1"]]}`, `{"names":null,"matrix":[[{}]]}`,
	} {
		f.Add([]byte(document))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		j, err := weight.ReadJudgements(data)
		if err != nil || len(j.Names()) > 12 {
			return
		}
		written, err := json.Marshal(j)
		if err != nil {
			t.Fatal(err)
		}
		back, err := weight.ReadJudgements(written)
		if err != nil {
			t.Fatalf("%s: %v", written, err)
		}
		again, err := json.Marshal(back)
		if diff := cmp.Diff(string(written), string(again)); diff != "" || err != nil {
			t.Fatalf("%v (-want +got):\n%s", err, diff)
		}
		weighAll(t, j)
	})
}

func FuzzReadDecision(f *testing.F) {
	f.Add([]byte(`{"criteria":["price","room"],"alternatives":["x","y"],"criteria_matrix":[[1,2],["1/2",1]],"alternative_matrices":{"price":[[1,2],["1/2",1]],"room":[["1","9"],["","1"]]}}`))
	f.Add([]byte(`{"criteria":["price"],"alternatives":["x"],"alternative_matrices":{"price":[]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := weight.ReadDecision(data)
		if err != nil || len(d.Criteria.Names()) > 12 {
			return
		}
		if out, err := d.Weigh(weight.GeometricMean, 0); err == nil {
			sumsToOne(t, "totals", out.Totals)
		}
	})
}

func FuzzReadSurvey(f *testing.F) {
	f.Add([]byte("room_food,room_staff,food_staff\n2,-3,\n-1,1,1.5\n"))
	f.Add([]byte("\"room_food\"\n\"-9\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		experts, err := weight.Survey{}.ReadSurvey(bytes.NewReader(data))
		if err != nil || len(experts) == 0 || len(experts) > 20 || strings.Count(string(data), "_") > 60 {
			return
		}
		g, err := weight.AggregateJudgements(experts, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		sumsToOne(t, "weights", g.Weights)
		if !(g.Consensus >= 0 && g.Consensus <= 1) {
			t.Fatalf("consensus %v", g.Consensus)
		}
	})
}

// FuzzParts takes any numbers as weights.
func FuzzParts(f *testing.F) {
	f.Add(1.0, 3.0, 0.0, uint8(4))
	f.Add(5e-324, 1.7e308, 1e-9, uint8(18))
	f.Fuzz(func(t *testing.T, a, b, c float64, places uint8) {
		parts, err := weight.Parts([]float64{a, b, c}, int(places))
		if err != nil {
			return
		}
		one, sum := int64(1), int64(0)
		for range places {
			one *= 10
		}
		for _, part := range parts {
			sum += part
		}
		if sum != one {
			t.Fatalf("%v at %d places is %v", []float64{a, b, c}, places, parts)
		}
	})
}
