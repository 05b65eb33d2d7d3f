package tree_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

const thirtyGuests = `motive,income,stays,restaurant,meeting,entertain_spend,satisfaction,complaints,group
leisure,lt3000,1,never,no,0,ok,0,G1
leisure,lt3000,1,never,no,0,good,0,G1
visit,lt3000,2,never,no,0,ok,0,G1
visit,lt3000,1,first,no,0,good,0,G1
business,3000-6000,4,never,no,0,good,0,G2
business,6000-10000,6,never,no,0,ok,0,G2
business,gt10000,9,never,no,0,good,0,G2
business,3000-6000,5,first,no,0,good,0,G2
leisure,3000-6000,2,first,no,0,bad,2,G3
visit,3000-6000,3,seldom,no,0,bad,3,G3
leisure,6000-10000,2,first,no,50,bad,2,G3
business,6000-10000,3,seldom,no,0,bad,4,G3
leisure,6000-10000,3,often,no,100,good,0,G4
visit,gt10000,2,often,no,150,good,1,G4
business,gt10000,7,often,no,80,good,0,G4
leisure,gt10000,4,often,no,60,ok,0,G4
conference,3000-6000,1,often,yes,0,good,0,G6
conference,6000-10000,3,seldom,yes,40,good,0,G6
conference,gt10000,5,often,yes,100,good,1,G6
conference,6000-10000,2,first,yes,0,ok,0,G6
conference,3000-6000,1,seldom,yes,0,bad,3,G7
conference,6000-10000,2,often,yes,0,bad,2,G7
conference,gt10000,1,never,yes,0,bad,5,G7
leisure,gt10000,5,seldom,no,900,good,0,G8
leisure,6000-10000,6,often,no,700,good,0,G8
business,gt10000,8,seldom,no,1200,good,1,G8
visit,6000-10000,3,first,no,600,ok,0,G8
leisure,6000-10000,2,seldom,no,500,bad,4,G9
business,gt10000,3,first,no,800,bad,3,G9
visit,3000-6000,2,seldom,no,450,bad,2,G9
`

func hotelSheet() sheet {
	return sheetOf(thirtyGuests, map[string][]string{
		"motive": {"leisure", "visit", "business", "conference"}, "income": {"lt3000", "3000-6000", "6000-10000", "gt10000"},
		"restaurant": {"never", "first", "seldom", "often"}, "meeting": {"no", "yes"}, "satisfaction": {"ok", "good", "bad"},
		"group": {"G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9"},
	})
}

func TestIndependentHotelGains(t *testing.T) {
	one, two := rootGains(t, hotelSheet(), tree.Settings{MinLeaf: 1}), rootGains(t, hotelSheet(), tree.C45())
	for i, want := range []struct {
		raw, ratio, gain, gainOfTwo float64
		candidates, candidatesOfTwo int
	}{
		0: {raw: 1.092042, ratio: .550460},
		1: {raw: .835058, ratio: .433371},
		2: {raw: .568622, gain: .468622, gainOfTwo: .475043, candidates: 8, candidatesOfTwo: 7},
		3: {raw: .996792, ratio: .499197},
		4: {raw: .783777, ratio: 1},
		5: {raw: .862780, gain: .739432, gainOfTwo: .743281, candidates: 13, candidatesOfTwo: 12},
		6: {raw: .939808, ratio: .624116},
		7: {raw: .918296, gain: .840898, gainOfTwo: .851629, candidates: 5, candidatesOfTwo: 4, ratio: .915716},
	} {
		sheetNear(t, one[i].Attribute+" raw", one[i].Raw, want.raw)
		if want.ratio > 0 {
			sheetNear(t, one[i].Attribute+" ratio", one[i].Ratio, want.ratio)
		}
		if want.candidates > 0 {
			sheetNear(t, one[i].Attribute+" corrected", one[i].Gain, want.gain)
			sheetNear(t, one[i].Attribute+" corrected, two guests", two[i].Gain, want.gainOfTwo)
			if one[i].Candidates != want.candidates || two[i].Candidates != want.candidatesOfTwo {
				t.Errorf("%s: %d and %d candidates", one[i].Attribute, one[i].Candidates, two[i].Candidates)
			}
		}
	}
}

func TestIndependentHotelTree(t *testing.T) {
	const want = `complaints <= 1
|   meeting = no
|   |   entertain_spend <= 0
|   |   |   stays <= 3: G1 (4)
|   |   |   stays > 3: G2 (4)
|   |   entertain_spend > 0
|   |   |   entertain_spend <= 150: G4 (4)
|   |   |   entertain_spend > 150: G8 (4)
|   meeting = yes: G6 (4)
complaints > 1
|   meeting = no
|   |   entertain_spend <= 150: G3 (4)
|   |   entertain_spend > 150: G9 (3)
|   meeting = yes: G7 (3)
`
	for _, settings := range []tree.Settings{tree.C45(), {MinLeaf: 1, Pruning: tree.Unpruned}} {
		fitted, report, err := tree.Fit(hotelSheet().bin(t), settings)
		sheetCheck(t, err)
		if fitted.String() != want || report.Errors != 0 || fitted.Len() != 15 {
			t.Errorf("%v errors, got\n%vwant\n%v", report.Errors, fitted, want)
		}
	}
}

// Plain gain asks for the motive first. A level that no guest of the branch has gets the class of most guests there.
func TestIndependentHotelID3(t *testing.T) {
	fitted, _, err := tree.Fit(hotelSheet().bin(t), tree.ID3())
	sheetCheck(t, err)
	if a := fitted.Importance()[0].Attribute; fitted.String()[:6] != "motive" {
		t.Errorf("root is not motive, most important %s:\n%v", a, fitted)
	}
	path, err := fitted.Path([]float64{3, 0, 1, 0, 1, 0, 1, 0}) // a conference guest of an income that no such guest has
	sheetCheck(t, err)
	if path.Class == "G5" || path.Class == "" {
		t.Errorf("got %v", path)
	}
}

const kyphosisText = `a:71:3:5 a:158:3:14 p:128:4:5 a:2:5:1 a:1:4:15 a:1:2:16 a:61:2:17 a:37:3:16 a:113:2:16 p:59:6:12 p:82:5:14 a:148:3:16
a:18:5:2 a:1:4:12 a:168:3:18 a:1:3:16 a:78:6:15 a:175:5:13 a:80:5:16 a:27:4:9 a:22:2:16 p:105:6:5 p:96:3:12 a:131:2:3
p:15:7:2 a:9:5:13 a:8:3:6 a:100:3:14 a:4:3:16 a:151:2:16 a:31:3:16 a:125:2:11 a:130:5:13 a:112:3:16 a:140:5:11 a:93:3:16
a:1:3:9 p:52:5:6 a:20:6:9 p:91:5:12 p:73:5:1 a:35:3:13 a:143:9:3 a:61:4:1 a:97:3:16 p:139:3:10 a:136:4:15 a:131:5:13
p:121:3:3 a:177:2:14 a:68:5:10 a:9:2:17 p:139:10:6 a:2:2:17 a:140:4:15 a:72:5:15 a:2:3:13 p:120:5:8 a:51:7:9 a:102:3:13
p:130:4:1 p:114:7:8 a:81:4:1 a:118:3:16 a:118:4:16 a:17:4:10 a:195:2:17 a:159:4:13 a:18:4:11 a:15:5:16 a:158:5:14
a:127:4:12 a:87:4:16 a:206:4:10 a:11:3:15 a:178:4:15 p:157:3:13 a:26:7:13 a:120:2:13 p:42:7:6 a:36:4:13`
