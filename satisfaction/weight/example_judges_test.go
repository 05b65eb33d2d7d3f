package weight_test

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// The manager contradicts himself. The error names the pair, so that he can be asked about that one again.
func ExamplePairError_askTheManagerAgain() {
	judgements, err := weight.NewJudgements([]string{"room", "breakfast"}, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = judgements.Set(0, 1, weight.Ratio{Num: 3, Den: 1})
	var pair *weight.PairError
	if err := judgements.Set(1, 0, weight.Ratio{Num: 1, Den: 2}); errors.As(err, &pair) {
		fmt.Println("how many times does", pair.Row, "count as much as", pair.Column+"? You said", pair.Value)
	}
	// Output: how many times does breakfast count as much as room? You said 1/2
}

// On which factor do the seven experts differ most? A wide range between the quartiles is a question to discuss.
func ExampleRated_whereExpertsDiffer() {
	for i, item := range firstRound().Items() {
		if item.Range() >= 1 {
			fmt.Printf("factor %d: %.1f to %.1f, median %.0f\n", i+1, item.Lower, item.Upper, item.Median)
		}
	}
	// Output:
	// factor 1: 2.5 to 3.5, median 3
	// factor 5: 2.0 to 3.0, median 3
}

// "Quiet counts three times as much as the lobby" says also what the lobby counts beside quiet, as an exact fraction.
func ExampleRatio_quietAgainstLobby() {
	quiet, err := weight.ParseRatio("3")
	lobby := quiet.Inverse()
	fmt.Printf("%v, as a number %.4f %v\n", lobby, lobby.Float(), err)
	// Output: 1/3, as a number 0.3333 <nil>
}
