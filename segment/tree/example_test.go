package tree_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func ExampleBin_onceForEveryQuestion() {
	table := smallHotel()
	for _, question := range []string{"group", "restaurant", "satisfaction"} {
		b, err := tree.Bin(table, question, tree.BinSettings{})
		if err != nil {
			fmt.Println(err)
			return
		}
		t, _, err := tree.Fit(b, tree.C45())
		fmt.Println(question, b.Len(), "guests", len(b.Attributes()), "attributes", t.Leaves(), "leaves", err)
	}
	// Output:
	// group 30 guests 8 attributes 8 leaves <nil>
	// restaurant 30 guests 8 attributes 10 leaves <nil>
	// satisfaction 30 guests 8 attributes 2 leaves <nil>
}

func ExampleFit_groupsOfASmallHotel() {
	t, report, err := tree.Fit(binSmallHotel(), tree.C45())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(t)
	fmt.Println(report.Leaves, "leaves,", report.Errors, "errors")
	for _, w := range report.Warnings {
		fmt.Println(w.Code, w.N)
	}
	// Output:
	// satisfaction = bad
	// |   meeting = no
	// |   |   entertain_spend < 150.01: G3 (4)
	// |   |   entertain_spend >= 150.01: G9 (3)
	// |   meeting = yes: G7 (3)
	// satisfaction > bad
	// |   meeting = no
	// |   |   income = lt3000: G1 (4)
	// |   |   income > lt3000
	// |   |   |   entertain_spend < 0.01: G2 (4)
	// |   |   |   entertain_spend >= 0.01
	// |   |   |   |   entertain_spend < 150.01: G4 (4)
	// |   |   |   |   entertain_spend >= 150.01: G8 (4)
	// |   meeting = yes: G6 (4)
	// 8 leaves, 0 errors
	// few-guests-of-class 8
}

func ExampleID3_untilEveryLeafIsPure() {
	b, err := tree.Bin(smallHotel(), "group", tree.BinSettings{Attributes: []string{"motive", "restaurant", "satisfaction", "income"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	t, report, err := tree.Fit(b, tree.ID3())
	fmt.Println(t.Leaves(), "leaves", report.Errors, "errors", err)
	fmt.Println(report.Warnings[1].Code)
	// Output:
	// 19 leaves 2 errors <nil>
	// grown-to-purity
}

func ExampleCART_whoUsesTheRestaurantOften() {
	b, err := tree.Bin(smallHotel(), "restaurant", tree.BinSettings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := tree.CART()
	s.MinLeaf, s.MinSplit = 4, 8
	t, _, err := tree.Fit(b, s)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(t)
	// Output:
	// group in {G1, G2}: never (8/2)
	// group in {G3, G4, G6, G7, G8, G9}
	// |   group in {G1, G2, G3, G6, G7, G8, G9}
	// |   |   satisfaction <= ok
	// |   |   |   complaints <= 2.5: first (6/2)
	// |   |   |   complaints > 2.5: seldom (6/2)
	// |   |   satisfaction = good: seldom (6/3)
	// |   group = G4: often (4)
}

func ExampleBinned_Gains_whichAttributesBear() {
	gains, err := binSmallHotel().Gains(tree.C45())
	for _, g := range gains[:3] {
		fmt.Printf("%s gain %.3f ratio %.3f cut %q\n", g.Attribute, g.Gain, g.Ratio, g.Threshold)
	}
	fmt.Println(err)
	// Output:
	// motive gain 1.092 ratio 0.550 cut ""
	// income gain 0.514 ratio 0.907 cut "lt3000"
	// stays gain 0.475 ratio 0.517 cut "3"
	// <nil>
}

func ExampleTree_Predict_atTheFrontDesk() {
	t := fitSmallHotel()
	// motive business, income 6000-10000, 3 stays, restaurant seldom, no meeting, no entertainment, dissatisfied; nobody
	// knows whether there were complaints.
	class, err := t.Predict([]float64{2, 2, 3, 2, 0, 0, 0, math.NaN()})
	fmt.Println(t.Classes()[class], err)
	// Output: G3 <nil>
}

func ExampleTree_Shares_howSureWeAre() {
	t := fitSmallHotel()
	shares, err := t.Shares(nil, []float64{2, 2, 3, 2, 0, 0, 0, math.NaN()})
	for i, share := range shares {
		if share > 0 {
			fmt.Printf("%s %.2f\n", t.Classes()[i], share)
		}
	}
	fmt.Println(err)
	// Output:
	// G3 1.00
	// <nil>
}

func ExampleTree_Bind_everyGuestTonight() {
	table := smallHotel()
	bound, err := fitSmallHotel().Bind(table)
	if err != nil {
		fmt.Println(err)
		return
	}
	counts := map[uint8]int{}
	for _, class := range bound.Classes(2) {
		counts[class]++
	}
	fmt.Println(bound.Len(), "guests", counts)
	// Output: 30 guests map[0:4 1:4 2:4 3:4 4:4 5:3 6:4 7:3]
}

func ExampleBound_Path_whyThisGuestIsInThatGroup() {
	table := smallHotel()
	bound, err := fitSmallHotel().Bind(table)
	if err != nil {
		fmt.Println(err)
		return
	}
	row, _ := table.Find("guest-26")
	fmt.Println(bound.Path(row))
	// Output:
	// satisfaction > bad, as satisfaction is good
	// meeting = no, as meeting is no
	// income > lt3000, as income is gt10000
	// entertain_spend >= 0.01, as entertain_spend is 1200
	// entertain_spend >= 150.01, as entertain_spend is 1200
	// leaf of 4 guests, 0 of them not G8
	// so G8
}

func ExampleTree_Rules_asConditions() {
	b := binSmallHotel()
	t, _, err := tree.Fit(b, tree.C45())
	if err != nil {
		fmt.Println(err)
		return
	}
	rules, err := t.Routed().Rules(b)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(rules)
	// Output:
	// 1. satisfaction = bad and not (meeting = yes) and (entertain_spend < 150.01 or entertain_spend is missing): G3 (4/0, confidence 0.833, lift 7.50)
	// 2. (satisfaction > bad or satisfaction is missing) and meeting = yes: G6 (4/0, confidence 0.833, lift 7.50)
	// 3. (satisfaction > bad or satisfaction is missing) and not (meeting = yes) and income = lt3000: G1 (4/0, confidence 0.833, lift 7.50)
	// 4. (satisfaction > bad or satisfaction is missing) and not (meeting = yes) and (income > lt3000 or income is missing) and entertain_spend < 0.01: G2 (4/0, confidence 0.833, lift 7.50)
	// 5. (satisfaction > bad or satisfaction is missing) and not (meeting = yes) and (income > lt3000 or income is missing) and entertain_spend >= 150.01: G8 (4/0, confidence 0.833, lift 7.50)
	// 6. (satisfaction > bad or satisfaction is missing) and not (meeting = yes) and (income > lt3000 or income is missing) and (entertain_spend in [0.01, 150.01) or entertain_spend is missing): G4 (4/0, confidence 0.833, lift 7.50)
	// 7. satisfaction = bad and meeting = yes: G7 (3/0, confidence 0.800, lift 10.00)
	// 8. satisfaction = bad and not (meeting = yes) and entertain_spend >= 150.01: G9 (3/0, confidence 0.800, lift 10.00)
	// else G1
}

func ExampleTree_SimpleRules_forTheNoticeBoard() {
	b := binSmallHotel()
	t, _, err := tree.Fit(b, tree.C45())
	if err != nil {
		fmt.Println(err)
		return
	}
	rules, err := t.SimpleRules(b, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(rules)
	fmt.Println(rules.Errors, "errors")
	// Output:
	// 1. satisfaction = bad and meeting = no and entertain_spend < 150.01: G3 (4/0, confidence 0.833, lift 7.50)
	// 2. income = lt3000: G1 (4/0, confidence 0.833, lift 7.50)
	// 3. satisfaction > bad and meeting = no and income > lt3000 and entertain_spend < 0.01: G2 (4/0, confidence 0.833, lift 7.50)
	// 4. satisfaction > bad and meeting = no and entertain_spend in [0.01, 150.01): G4 (4/0, confidence 0.833, lift 7.50)
	// 5. satisfaction > bad and entertain_spend >= 150.01: G8 (4/0, confidence 0.833, lift 7.50)
	// 6. satisfaction > bad and meeting = yes: G6 (4/0, confidence 0.833, lift 7.50)
	// 7. satisfaction = bad and entertain_spend >= 150.01: G9 (3/0, confidence 0.800, lift 10.00)
	// 8. satisfaction = bad and meeting = yes: G7 (3/0, confidence 0.800, lift 10.00)
	// else G1
	// 0 errors
}

func ExampleRules_On_theWholeTable() {
	table, b := smallHotel(), binSmallHotel()
	rules, err := fitSmallHotel().Rules(b)
	if err != nil {
		fmt.Println(err)
		return
	}
	on, err := rules.On(table)
	if err != nil {
		fmt.Println(err)
		return
	}
	row, _ := table.Find("guest-21")
	fmt.Println(rules.ClassOf(on.Rule(row)), rules.List[on.Rule(row)].Condition)
	// Output: G7 satisfaction = bad and meeting = yes
}

func ExampleTree_SQL_forTheDataWarehouse() {
	text, err := fitSmallHotel().Routed().SQL()
	fmt.Println(text, err)
	// Output:
	// CASE
	// 	WHEN "satisfaction" = 'bad' THEN CASE
	// 		WHEN "meeting" = 'yes' THEN 'G7'
	// 		ELSE CASE
	// 			WHEN "entertain_spend" >= 150.01 THEN 'G9'
	// 			ELSE 'G3'
	// 		END
	// 	END
	// 	ELSE CASE
	// 		WHEN "meeting" = 'yes' THEN 'G6'
	// 		ELSE CASE
	// 			WHEN "income" = 'lt3000' THEN 'G1'
	// 			ELSE CASE
	// 				WHEN "entertain_spend" < 0.01 THEN 'G2'
	// 				ELSE CASE
	// 					WHEN "entertain_spend" >= 150.01 THEN 'G8'
	// 					ELSE 'G4'
	// 				END
	// 			END
	// 		END
	// 	END
	// END <nil>
}

func ExampleTree_DOT_forTheWall() {
	b, err := tree.Bin(smallHotel(), "meeting", tree.BinSettings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	t, _, err := tree.Fit(b, tree.C45())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(t.DOT())
	// Output:
	// digraph tree {
	// 	node [shape=box];
	// 	n0 [label="motive"];
	// 	n0 -> n1 [label="motive = leisure"];
	// 	n0 -> n2 [label="motive = visit"];
	// 	n0 -> n3 [label="motive = business"];
	// 	n0 -> n4 [label="motive = conference"];
	// 	n1 [label="no (9)", style=rounded];
	// 	n2 [label="no (6)", style=rounded];
	// 	n3 [label="no (8)", style=rounded];
	// 	n4 [label="yes (7)", style=rounded];
	// }
}

func ExampleTree_PMML_forAnotherSystem() {
	var text strings.Builder
	err := fitSmallHotel().PMML(&text)
	fmt.Println(strings.Count(text.String(), "<Node "), "nodes", err)
	// Output: 15 nodes <nil>
}

func ExampleTree_MarshalJSON_keptUntilNextYear() {
	text, err := json.Marshal(fitSmallHotel())
	if err != nil {
		fmt.Println(err)
		return
	}
	var kept tree.Tree
	err = json.Unmarshal(text, &kept)
	fmt.Println(kept.Leaves(), "leaves", kept.Depth(), "tests deep", err)
	// Output: 8 leaves 5 tests deep <nil>
}
