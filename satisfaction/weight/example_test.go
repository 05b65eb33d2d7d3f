package weight_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// theManager compares the five factors of a hotel: the environment counts a third of the hardware, and so on.
func theManager() *weight.Judgements {
	j, err := weight.JudgementsOf(
		[]string{"environment", "hardware", "service", "staff", "spend"},
		ratios("1/3, 1/5, 1/3, 1 | 1/2, 1, 3 | 2, 5 | 3"), 0,
	)
	if err != nil {
		fmt.Println(err)
	}
	return j
}

func ExampleJudgements_Weigh_fiveFactors() {
	w, err := theManager().Weigh(weight.Eigenvector, weight.Saaty)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, name := range w.Names {
		fmt.Printf("%-12s %.3f\n", name, w.Weights[i])
	}
	fmt.Printf("consistency ratio %.4f by %v\n", w.Consistency.Ratio, w.Consistency.Table)
	// Output:
	// environment  0.076
	// hardware     0.220
	// service      0.409
	// staff        0.220
	// spend        0.076
	// consistency ratio 0.0012 by saaty
}

func ExampleNewJudgements_comparedTwice() {
	j, err := weight.NewJudgements([]string{"room", "breakfast", "staff"}, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(j.Set(0, 1, weight.Ratio{Num: 3, Den: 1}))
	fmt.Println(j.Set(1, 0, weight.Ratio{Num: 1, Den: 2}))
	fmt.Println(j.Validate())
	// Output:
	// <nil>
	// weight: "breakfast" over "room" = 1/2: compared twice with different ratios: before it was 1/3
	// weight: "room" and "staff": no chain of comparisons links them
}

func ExampleJudgements_Set_twelveTimes() {
	j, err := weight.NewJudgements([]string{"room", "breakfast"}, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(j.Set(0, 1, weight.Ratio{Num: 12, Den: 1}))
	// Output: weight: "room" over "breakfast" = 12: beyond the limit of the scale, 9
}

func ExampleJudgements_At_serviceOverEnvironment() {
	j := theManager()
	ratio, ok := j.At(2, 0)
	fmt.Println(j.Names()[2], "over", j.Names()[0], ratio, ok)
	fmt.Println(j.Missing(), "missing, limit", j.Limit())
	// Output:
	// service over environment 5 true
	// 0 missing, limit 9
}

func ExampleJudgementsOf_pairLeftOut() {
	j, err := weight.JudgementsOf([]string{"room", "breakfast", "staff"}, []weight.Ratio{{Num: 2, Den: 1}, {}, {Num: 1, Den: 3}}, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(j.Missing(), "pair not compared")
	// Output: 1 pair not compared
}

func ExampleJudgementsOfMatrix_roundedReciprocal() {
	_, err := weight.JudgementsOfMatrix([]string{"room", "breakfast"}, [][]weight.Ratio{
		{{Num: 1, Den: 1}, {Num: 3, Den: 1}},
		{{Num: 333, Den: 1000}, {Num: 1, Den: 1}},
	}, 0)
	fmt.Println(err)
	// Output: weight: "breakfast" over "room" = 333/1000: the ratio the other way round is not its reciprocal
}

func ExampleReadJudgements_fileOfTheManager() {
	j, err := weight.ReadJudgements([]byte(`{
		"names": ["room", "breakfast", "staff"],
		"judgements": [
			{"row": "room", "column": "breakfast", "ratio": "3"},
			{"row": "staff", "column": "room", "ratio": 1.5}
		]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	w, err := j.Weigh(weight.LeastEigenvalue, weight.Saaty)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f, breakfast over staff would be %.4f\n", w.Weights, w.Filled[0].Value)
	fmt.Println(w.Warnings[0].Text)
	// Output:
	// [0.3529 0.1176 0.5294], breakfast over staff would be 0.2222
	// comparisons are missing: there is no consistency ratio
}

func ExampleJudgements_MarshalJSON_keptForNextYear() {
	j, err := weight.JudgementsOf([]string{"room", "breakfast"}, ratios("1/3"), 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	document, err := json.Marshal(j)
	fmt.Println(string(document), err)
	// Output: {"names":["room","breakfast"],"limit":9,"matrix":[["1","1/3"],["3","1"]]} <nil>
}

func ExampleJudgements_Repairs_whichPairToAskAgain() {
	j, err := weight.JudgementsOf([]string{"room", "breakfast", "staff", "price"}, ratios("3, 1/7, 1 | 1, 1/3 | 1/3"), 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	repairs, err := j.Repairs(weight.Saaty)
	if err != nil {
		fmt.Println(err)
		return
	}
	r := repairs[0]
	fmt.Printf("ask again: %s over %s was %v; the others say %.2f\n", j.Names()[r.Row], j.Names()[r.Column], r.Given, r.Value)
	fmt.Printf("about %v would bring the ratio to %.3f\n", r.Nearest, r.RatioAfter)
	// Output:
	// ask again: staff over room was 7; the others say 0.33
	// about 1/3 would bring the ratio to 0.000
}

func ExampleReadDecision_bedsOrBaths() {
	d, err := weight.ReadDecision([]byte(`{
		"criteria": ["price", "comfort"],
		"alternatives": ["new beds", "new baths"],
		"criteria_matrix": [["1", "1/3"], ["3", "1"]],
		"alternative_matrices": {
			"price": [["1", "4"], ["1/4", "1"]],
			"comfort": [["1", "1/2"], ["2", "1"]]
		}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := d.Weigh(weight.GeometricMean, weight.Saaty)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s %.2f, %s %.2f\n", out.Names[0], out.Totals[0], out.Names[1], out.Totals[1])
	// Output: new beds 0.45, new baths 0.55
}

func ExampleDecision_Weigh_nothingToChooseFrom() {
	d := weight.Decision{Criteria: theManager()}
	_, err := d.Weigh(weight.GeometricMean, weight.Saaty)
	fmt.Println(err)
	// Output: hotelcrm: Decision.Alternatives: "0" is not allowed; want one for each criterion
}

const answersOfManagers = `room_breakfast,room_staff,breakfast_staff
-3,2,4
-4,1,3
2,3,-1
`

func ExampleSurvey_ReadSurvey_answersOfManagers() {
	experts, err := weight.Survey{}.ReadSurvey(strings.NewReader(answersOfManagers))
	if err != nil {
		fmt.Println(err)
		return
	}
	ratio, _ := experts[0].Judgements.At(0, 1)
	fmt.Println(len(experts), "managers; the first holds room over breakfast", ratio)
	_, err = weight.Survey{}.ReadSurvey(strings.NewReader("room_breakfast\n0\n"))
	fmt.Println(err)
	// Output:
	// 3 managers; the first holds room over breakfast 3
	// hotelcrm: row 1: room, breakfast "0": a ratio must be an integer, a fraction or a decimal number above 0
}

func managersOfTheHotel() []weight.Expert {
	experts, err := weight.Survey{}.ReadSurvey(bytes.NewBufferString(answersOfManagers))
	if err != nil {
		fmt.Println(err)
	}
	experts[0].Share, experts[1].Share, experts[2].Share = 2, 1, 1 // the general manager counts twice
	return experts
}

func ExampleAggregateJudgements_managersTogether() {
	g, err := weight.AggregateJudgements(managersOfTheHotel(), weight.GeometricMean, weight.Saaty)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v %.3f, consensus %.2f\n", g.Names, g.Weights, g.Consensus)
	fmt.Printf("ratio together %.3f, accepted alone %d of %d\n", g.Consistency.Ratio, g.Accepted, len(g.Experts))
	// Output:
	// [room breakfast staff] [0.313 0.172 0.514], consensus 0.87
	// ratio together 0.014, accepted alone 3 of 3
}

func ExampleAggregatePriorities_managersApart() {
	g, err := weight.AggregatePriorities(managersOfTheHotel(), weight.Eigenvector, weight.Saaty, weight.Arithmetic)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, name := range g.Names {
		fmt.Printf("%-9s %.3f ± %.3f\n", name, g.Weights[i], g.Spread[i])
	}
	// Output:
	// room      0.317 ± 0.144
	// breakfast 0.189 ± 0.152
	// staff     0.494 ± 0.076
}
