package weight_test

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// respondents are the 200 simulated respondents of the R package ahpsurvey.
func respondents(t testing.TB) []weight.Expert {
	t.Helper()
	experts, err := weight.Survey{}.ReadSurvey(bytes.NewReader(publicdata.Read(t, "ahp/city200_judgements.csv")))
	if err != nil {
		t.Fatal(err)
	}
	if len(experts) != 200 {
		t.Fatalf("%d respondents, want 200", len(experts))
	}
	return experts
}

func TestRespondentsTogether(t *testing.T) {
	experts := respondents(t)
	together := func(method weight.Method) weight.GroupWeighing {
		g, err := weight.AggregateJudgements(experts, method, weight.Simulated)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	means := func(method weight.Method, mean weight.Mean) weight.GroupWeighing {
		g, err := weight.AggregatePriorities(experts, method, weight.Saaty, mean)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	vector, byMeans := together(weight.Eigenvector), together(weight.GeometricMean)
	nearAll(t, "judgements, eigenvector", vector.Weights, numbers(".15515012 .45290835 .07349930 .27758906 .04085318"), eightPlaces)
	near(t, "lambda", vector.Consistency.Lambda, 5.20267791, eightPlaces)
	nearAll(t, "judgements, geometric means", byMeans.Weights, numbers(".15459008 .44569953 .07309385 .28700748 .03960906"), eightPlaces)
	nearAll(t, "priorities, geometric means", means(weight.GeometricMean, weight.Geometric).Weights, byMeans.Weights, exactly)
	arithmetic := means(weight.Eigenvector, weight.Arithmetic)
	nearAll(t, "priorities, arithmetic", arithmetic.Weights, numbers(".15589774 .45213252 .07104992 .28076551 .04015431"), eightPlaces)
	if vector.Accepted != 130 || arithmetic.Accepted != 133 {
		t.Errorf("accepted %d and %d, want 130 and 133", vector.Accepted, arithmetic.Accepted)
	}
}

// sixDigits is how far the package's figures go: it stops its power iteration after 11 steps.
const sixDigits = .5e-6

func TestPublishedFiguresOfTheRespondents(t *testing.T) {
	var published struct {
		Attributes []string           `json:"attributes"`
		Aggregate  map[string]float64 `json:"published_aggregate_priorities"`
		SD         map[string]float64 `json:"published_sd"`
		FirstSix   [][]float64        `json:"published_first_six_individual"`
	}
	if err := json.Unmarshal(publicdata.Read(t, "ahp/city200_published.json"), &published); err != nil {
		t.Fatal(err)
	}
	g, err := weight.AggregatePriorities(respondents(t), weight.Eigenvector, weight.SaatyRevised, weight.Geometric)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "sum of the geometric means", g.Sum, .986850, .5e-6)
	for i, name := range published.Attributes {
		if g.Names[i] != name {
			t.Fatalf("name %d is %s, want %s", i, g.Names[i], name)
		}
		near(t, name, g.Weights[i]*g.Sum, published.Aggregate[name], sixDigits)
		near(t, "sd of "+name, g.Spread[i], published.SD[name], sixDigits)
	}
	for k, row := range published.FirstSix {
		nearAll(t, "individual", g.Experts[k].Weights, row[:5], sixDigits)
		near(t, "ratio", g.Experts[k].Consistency.Ratio, row[5], sixDigits)
	}
	if rejected := len(g.Experts) - g.Accepted; rejected != 70 {
		t.Errorf("%d respondents have a ratio above .1, want 70", rejected)
	}
}

func TestPublishedDrinks(t *testing.T) {
	data := publicdata.Read(t, "ahp/saaty_drinks.json")
	var published struct {
		Weights []float64 `json:"published_weights"`
		Ratio   float64   `json:"published_consistency_ratio"`
	}
	if err := json.Unmarshal(data, &published); err != nil {
		t.Fatal(err)
	}
	j, err := weight.ReadJudgements(data)
	if err != nil {
		t.Fatal(err)
	}
	got := weigh(t, j, weight.Eigenvector, weight.Saaty)
	nearAll(t, "weights", got.Weights, published.Weights, .5e-3)
	near(t, "ratio", got.Consistency.Ratio, published.Ratio, .5e-3)
}

func TestPublishedLeader(t *testing.T) {
	d, err := weight.ReadDecision(publicdata.Read(t, "ahp/wikipedia_leader.json"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Weigh(weight.Eigenvector, weight.SaatyRevised)
	if err != nil {
		t.Fatal(err)
	}
	nearAll(t, "totals", got.Totals, numbers(".35813677 .49278819 .14907504"), eightPlaces)
	nearAll(t, "Wikipedia's totals", got.Totals, numbers(".358 .493 .149"), .5e-3)
	nearAll(t, "AHPy's criteria", got.Criteria.Weights, numbers(".548 .127 .270 .056"), .5e-3)
	nearAll(t, "AHPy's experience", got.Alternatives[0].Weights, numbers(".217 .717 .066"), .5e-3)
	for i, want := range numbers(".024 .010 .093") {
		rounded := math.Round(1e3*got.Criteria.Weights[1]) * math.Round(1e3*got.Alternatives[1].Weights[i]) / 1e6
		near(t, "AHPy's education, of rounded weights", rounded, want, .5e-3)
	}
	near(t, "AHPy's ratio", got.Criteria.Consistency.Ratio, .044, .5e-3)
}
