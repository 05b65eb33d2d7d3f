package weight_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// Tables of the sources named, a row an alternative.
const (
	diakoulaki = "61,1.08,4.33; 20.7,.26,4.34; 16.3,1.98,2.53; 9,3.29,1.65; 5.4,2.77,2.33; 4,4.12,1.21; -6.1,3.52,2.10; -34.6,3.31,.98" // 1995
	constant   = "61,3,4.33; 20.7,3,4.34; 16.3,3,2.53; 9,3,1.65; 5.4,3,2.33; 4,3,1.21; -6.1,3,2.10; -34.6,3,.98"
	tus        = "5000,3,3,4,3,2; 680,5,3,2,2,1; 2000,3,2,3,4,3; 600,4,3,1,2,2; 800,2,4,3,3,4"                                         // and Adali 2019
	ghorabaee  = "450,8000,54,145; 10,9100,2,160; 100,8200,31,153; 220,9300,1,162; 5,8400,23,158"                                      // 2021
	xu         = "30,30,38,29; 19,54,86,29; 19,15,85,28.9; 68,70,60,29"                                                                // 2004
	zavadskas  = "3,100,10,7; 2.5,80,8,5; 1.8,50,20,11; 2.2,70,12,9"                                                                   // and Podvezko 2016
	inverted   = ".3333333333333333,100,.1,7; .4,80,.125,5; .5555555555555556,50,.05,11; .45454545454545453,70,.08333333333333333,9"   // its costs turned round
	salabun    = ".619,.449,.447; .862,.466,.006; .458,.698,.771; .777,.631,.491; .567,.992,.968"                                      // 2020
	elsayed    = "7,312,1891,6613,163; 72,88,728,941804,1078; 10,252,2594,3466,117471; 10,145,980,2371,86329; 65,54,350,501,29897; " + // 2017
		"29,48,380,912,34051; 7,476,3300,78470,2212; 70,87,650,733,819000; 4,86,591,3015,103; 12,79,579,3240,96098; 21,45,261,1253,453; 1,72,530,4333,.1048"
	jahan = "0,0,0; .39,.3,.77; .17,.36,.8; .35,.29,.93; .3,.4,.94; .84,.71,1; 1,1,.99" // and Edwards 2013
	zeros = "0,1,2; 3,4,5; 6,0,8; 1,1,0"
)

func TestPublishedDataWeights(t *testing.T) {
	const fourPlaces, threePlaces, sevenPlaces = .51e-4, .51e-3, .5e-7
	critic, entropy, std, gaps := weight.Options{Method: weight.CRITIC}, weight.Options{Method: weight.Entropy}, weight.Options{}, weight.Options{Method: weight.DeviationMaximum}
	unscaled := func(o weight.Options) weight.Options { o.Scaling = weight.Unscaled; return o }
	tests := []struct {
		name, table, types string
		options            weight.Options
		want               string
		places             float64
	}{
		{"CRITIC, Diakoulaki", diakoulaki, "", critic, ".20222554 .48090173 .31687273", eightPlaces},
		{"CRITIC, unscaled", diakoulaki, "", unscaled(critic), ".86874234 .08341434 .04784331", eightPlaces},
		{"CRITIC, ranks", diakoulaki, "", weight.Options{Method: weight.CRITIC, Ranks: true}, ".21454645 .48985630 .29559726", eightPlaces},
		{"CRITIC, Tus and Adali", tus, "", critic, ".15700343 .24948924 .16767525 .12110022 .15409929 .15063256", eightPlaces},
		{"CRITIC, Tus and Adali, printed", tus, "", critic, ".157 .249 .168 .121 .154 .151", threePlaces},
		{"CRITIC, first as cost", tus, "- + + + + +", critic, ".18406641 .21302898 .14221416 .15830064 .16838222 .13400759", eightPlaces},
		{"MEREC", ghorabaee, "+ + - -", weight.Options{Method: weight.MEREC}, ".57522167 .01409659 .40156136 .00912038", eightPlaces},
		{"MEREC, printed", ghorabaee, "+ + - -", weight.Options{Method: weight.MEREC}, ".5752 .0141 .4016 .0091", fourPlaces},
		{"entropy, Xu", xu, "", entropy, ".46295229 .39920355 .13784086 .00000331", eightPlaces},
		{"entropy, Xu, printed", xu, "", entropy, ".4630 .3992 .1378 .0000", fourPlaces},
		{"entropy, Zavadskas and Podvezko", zavadskas, "- + - +", entropy, ".11457545 .19808197 .41846124 .26888133", eightPlaces},
		{"entropy, costs turned round", inverted, "", entropy, ".12774697 .21735300 .35985973 .29504030", sevenPlaces},
		{"entropy, Elsayed", elsayed, "", entropy, ".10499069 .06912398 .07137315 .44993707 .30457510", eightPlaces},
		{"standard deviation, Jahan and Edwards", jahan, "", std, ".34590825 .31288643 .34120532", eightPlaces},
		{"entropy, zeros", zeros, "", entropy, ".34312016 .36446730 .29241253", eightPlaces},
		{"standard deviation, unscaled", salabun, "", unscaled(std), ".21732619 .29449151 .48818230", eightPlaces},
		{"standard deviation", salabun, "", std, ".33880537 .34158007 .31961455", eightPlaces},
		{"gaps, Diakoulaki", diakoulaki, "", gaps, ".27028937 .34696925 .38274138", eightPlaces},
		{"gaps, Salabun", salabun, "", gaps, ".34594340 .33323776 .32081884", eightPlaces},
		{"gaps, Ghorabaee", ghorabaee, "+ + - -", gaps, ".24418383 .26595547 .25161824 .23824246", eightPlaces},
		{"gaps, Zavadskas and Podvezko", zavadskas, "- + - +", gaps, ".25096525 .24710425 .24453024 .25740026", eightPlaces},
		{"CRITIC, constant", constant, "", critic, ".42344742 0 .57655258", eightPlaces},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := dataWeights(t, table(t, test.table, test.types), test.options)
			nearAll(t, "weights", got.Weights, numbers(test.want), test.places)
			sumsToOne(t, "weights", got.Weights)
			name := map[bool]weight.Correlation{true: weight.Spearman}[test.options.Ranks]
			if test.options.Method == weight.CRITIC && name == 0 {
				name = weight.Pearson
			}
			if got.Correlation != name {
				t.Errorf("the result names the correlation %v, want %v", got.Correlation, name)
			}
		})
	}
}

// Wang's form has weights whose squares sum to one.
func TestDeviationsOfUnitLength(t *testing.T) {
	got := dataWeights(t, table(t, diakoulaki, ""), weight.Options{Method: weight.DeviationMaximum}).Scores
	length := math.Sqrt(got[0]*got[0] + got[1]*got[1] + got[2]*got[2])
	nearAll(t, "scores", []float64{got[0] / length, got[1] / length, got[2] / length}, numbers(".46358679 .59510427 .65645883"), eightPlaces)
}

func TestConstantColumnsHaveNoWeight(t *testing.T) {
	for _, method := range []weight.DataMethod{
		weight.StandardDeviation, weight.CRITIC, weight.DeviationMaximum, weight.FirstComponent, weight.EigenvalueWeighted, weight.Communality,
	} {
		got := dataWeights(t, table(t, constant, ""), weight.Options{Method: method})
		if got.Weights[1] != 0 || got.Weights[0] == 0 || len(got.Constant) != 1 || got.Constant[0] != 1 || got.Warnings[0].Code != weight.WarnConstant {
			t.Errorf("%v: %+v", method, got)
		}
	}
	for _, method := range []weight.DataMethod{weight.Entropy, weight.MEREC} {
		// Ten equal shares, rounded, have an entropy just below ln 10.
		got := dataWeights(t, table(t, "1,7.3;2,7.3;3,7.3;4,7.3;5,7.3;6,7.3;7,7.3;8,7.3;9,7.3;10,7.3", ""), weight.Options{Method: method})
		nearAll(t, method.String(), got.Weights, []float64{1, 0}, 0)
	}
}

func TestPrincipalComponentsOfArrests(t *testing.T) {
	m := matrix(t, listing(t, "usarrests.txt"), "")
	const twelve = .51e-12
	first := dataWeights(t, m, weight.Options{Method: weight.FirstComponent})
	nearAll(t, "eigenvalues", first.Eigenvalues, numbers("2.480241579149 .989765152540 .356563180581 .173430087730"), twelve)
	nearAll(t, "first component", first.Components[0], numbers(".5358994749 .5831836349 .2781908746 .5434320914"), tenPlaces)
	nearAll(t, "squares", first.Weights, numbers(".28718825 .34010315 .07739016 .29531844"), eightPlaces)
	two := weight.Options{Method: weight.EigenvalueWeighted, Components: 2}
	nearAll(t, "weighted", dataWeights(t, m, two).Weights, numbers(".27054143 .25338087 .24117447 .23490323"), eightPlaces)
	two.Method = weight.Communality
	nearAll(t, "communalities", dataWeights(t, m, two).Weights, numbers(".25515272 .25317383 .27260470 .21906876"), eightPlaces)
	if kept := dataWeights(t, m, weight.Options{Method: weight.Communality}).Options.Components; kept != 1 {
		t.Errorf("%d components have an eigenvalue of 1 and more, want 1", kept)
	}
}

func TestEigenvaluesOfAttitudes(t *testing.T) {
	rows := listing(t, "attitude.txt")
	for i := range rows {
		rows[i] = rows[i][1:] // without the rating
	}
	got := dataWeights(t, matrix(t, rows, ""), weight.Options{Method: weight.EigenvalueWeighted})
	nearAll(t, "eigenvalues", got.Eigenvalues, numbers("3.1692232094 1.0063467482 .7629087250 .5525164556 .3172464836 .1917583782"), tenPlaces)
	if got.Options.Components != 2 {
		t.Errorf("%d components kept, want 2", got.Options.Components)
	}
}
