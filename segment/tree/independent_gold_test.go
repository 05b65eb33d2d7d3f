package tree_test

import (
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

const tennisText = `outlook,temperature,humidity,windy,play
sunny,hot,high,F,no
sunny,hot,high,T,no
overcast,hot,high,F,yes
rainy,mild,high,F,yes
rainy,cool,normal,F,yes
rainy,cool,normal,T,no
overcast,cool,normal,T,yes
sunny,mild,high,F,no
sunny,cool,normal,F,yes
rainy,mild,normal,F,yes
sunny,mild,normal,T,yes
overcast,mild,high,T,yes
overcast,hot,normal,F,yes
rainy,mild,high,T,no
`

func tennis() sheet {
	return sheetOf(tennisText, map[string][]string{
		"outlook": {"sunny", "overcast", "rainy"}, "temperature": {"hot", "mild", "cool"}, "humidity": {"high", "normal"},
		"windy": {"T", "F"}, "play": {"yes", "no"},
	})
}

func tennisNumbers() sheet {
	s := tennis()
	delete(s.kinds, "temperature")
	delete(s.kinds, "humidity")
	for i := range s.rows {
		s.rows[i][1] = strings.Fields("85 80 83 70 68 65 64 72 69 75 75 72 81 71")[i]
		s.rows[i][2] = strings.Fields("85 90 86 96 80 70 65 95 70 80 70 90 75 91")[i]
	}
	return s
}

func sheetNear(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-6) {
		t.Errorf("%s: got %.7f, want %.7f", what, got, want)
	}
}

func rootGains(t *testing.T, s sheet, settings tree.Settings) []tree.RootGain {
	t.Helper()
	gains, err := s.bin(t).Gains(settings)
	sheetCheck(t, err)
	return gains
}

func TestIndependentTennisGains(t *testing.T) {
	gini := tree.CART()
	gini.Nominal, gini.MinLeaf, gini.MinSplit = tree.Multiway, 1, 2
	ratio, decrease := rootGains(t, tennis(), tree.C45()), rootGains(t, tennis(), gini)
	for i, want := range [][4]float64{
		{0.246749820, 1.577406283, 0.156427562, 0.116326531},
		{0.029222566, 1.556656707, 0.018772646, 0.018707483},
		{0.151835501, 1, 0.151835501, 0.091836735},
		{0.048127030, 0.985228136, 0.048848616, 0.030612245},
	} {
		id := ratio[i].Attribute
		sheetNear(t, id+" gain", ratio[i].Raw, want[0])
		sheetNear(t, id+" split info", ratio[i].SplitInfo, want[1])
		sheetNear(t, id+" ratio", ratio[i].Ratio, want[2])
		sheetNear(t, id+" gini", decrease[i].Raw, want[3])
	}
}

func TestIndependentRowNumberTrap(t *testing.T) {
	s := tennis()
	s.heads = append([]string{"row"}, s.heads...)
	for i := range s.rows {
		id := "r" + string(rune('a'+i))
		s.kinds["row"] = append(s.kinds["row"], id)
		s.rows[i] = append([]string{id}, s.rows[i]...)
	}
	g := rootGains(t, s, tree.Settings{MinLeaf: 1})[0]
	sheetNear(t, "gain", g.Raw, 0.940286)
	sheetNear(t, "split info", g.SplitInfo, 3.807355)
	sheetNear(t, "ratio", g.Ratio, 0.246966)
	fitted, report, err := tree.Fit(s.bin(t), tree.Settings{MinLeaf: 1})
	sheetCheck(t, err)
	if strings.Contains(fitted.String(), "row") || fitted.Leaves() != 5 {
		t.Errorf("the row number was asked for:\n%v", fitted)
	}
	if len(report.Warnings) == 0 {
		t.Error("no warning of the row number")
	}
}

func TestIndependentTennisNumbers(t *testing.T) {
	for minLeaf, want := range map[float64][2][3]float64{ // temperature, humidity: candidates, corrected gain
		1: {{11, -0.133701, 84}, {9, -0.074588, 82.5}},
		2: {{9, -0.181089, 70.5}, {7, -0.048690, 82.5}},
	} {
		g := rootGains(t, tennisNumbers(), tree.Settings{MinLeaf: minLeaf, Threshold: tree.Midpoint})
		for k, w := range want {
			if float64(g[k+1].Candidates) != w[0] || g[k+1].Valid {
				t.Errorf("min %v: %+v, want %v candidates and no use", minLeaf, g[k+1], w[0])
			}
			sheetNear(t, g[k+1].Attribute, g[k+1].Gain, w[1])
		}
	}
}

func TestIndependentMissingOutlook(t *testing.T) {
	s := tennis()
	s.rows[11][0] = ""
	g := rootGains(t, s, tree.C45())[0]
	sheetNear(t, "gain", g.Raw, 0.199041)
	sheetNear(t, "split info", g.SplitInfo, 1.809200)
	sheetNear(t, "ratio", g.Ratio, 0.110016)
	settings := tree.Settings{Criterion: tree.Gain, Pruning: tree.Unpruned, MinLeaf: 1, MaxDepth: 1}
	fitted, _, err := tree.Fit(s.bin(t), settings)
	sheetCheck(t, err)
	want := "outlook = sunny: no (5.38/2.38)\noutlook = overcast: yes (3.23)\noutlook = rainy: yes (5.38/2)\n"
	if fitted.String() != want {
		t.Errorf("got\n%vwant\n%v", fitted, want)
	}
	values := []float64{math.NaN(), 1, 0, 0}
	shares, err := fitted.Shares(nil, values)
	sheetCheck(t, err)
	yes := 5./13*(2+5./13)/(5+5./13) + 3./13 + 5./13*(3+5./13)/(5+5./13)
	sheetNear(t, "share of yes", shares[0], yes)
}

func TestIndependentLimits(t *testing.T) {
	for _, c := range [][4]float64{ // errors, guests, exact limit, errors of the released code
		{0, 6, .206299, 1.237797},
		{0, 9, .142756, 1.284804},
		{0, 1, .75, .75},
		{0, 3, .370039, 1.110118},
		{1, 16, .159611, 2.475715},
		{1, 168, .015947, 2.573759},
		{2, 6, .553198, 3.321326},
		{1, 2, .866025, 1.791493},
		{5, 14, .483513, 6.761120},
		{3, 54, -1, 4.927253},
		{.5, 10, -1, 1.853528},
	} {
		limit, err := tree.ErrorLimit(c[1], c[0], .25)
		sheetCheck(t, err)
		if c[2] >= 0 {
			sheetNear(t, "limit", limit, c[2])
		}
		errors, err := tree.PessimisticErrors(c[1], c[0], .25)
		sheetCheck(t, err)
		sheetNear(t, "errors", errors, c[3])
	}
}
