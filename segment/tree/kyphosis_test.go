package tree_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// kyphosis is the table of J. Chambers and T. Hastie, Statistical Models in S (1992), as in R's rpart: a absent, p
// present; class:age:number:start.
const kyphosis = `
a:71:3:5 a:158:3:14 p:128:4:5 a:2:5:1 a:1:4:15 a:1:2:16 a:61:2:17 a:37:3:16 a:113:2:16 p:59:6:12 p:82:5:14 a:148:3:16
a:18:5:2 a:1:4:12 a:168:3:18 a:1:3:16 a:78:6:15 a:175:5:13 a:80:5:16 a:27:4:9 a:22:2:16 p:105:6:5 p:96:3:12 a:131:2:3
p:15:7:2 a:9:5:13 a:8:3:6 a:100:3:14 a:4:3:16 a:151:2:16 a:31:3:16 a:125:2:11 a:130:5:13 a:112:3:16 a:140:5:11 a:93:3:16
a:1:3:9 p:52:5:6 a:20:6:9 p:91:5:12 p:73:5:1 a:35:3:13 a:143:9:3 a:61:4:1 a:97:3:16 p:139:3:10 a:136:4:15 a:131:5:13
p:121:3:3 a:177:2:14 a:68:5:10 a:9:2:17 p:139:10:6 a:2:2:17 a:140:4:15 a:72:5:15 a:2:3:13 p:120:5:8 a:51:7:9 a:102:3:13
p:130:4:1 p:114:7:8 a:81:4:1 a:118:3:16 a:118:4:16 a:17:4:10 a:195:2:17 a:159:4:13 a:18:4:11 a:15:5:16 a:158:5:14
a:127:4:12 a:87:4:16 a:206:4:10 a:11:3:15 a:178:4:15 p:157:3:13 a:26:7:13 a:120:2:13 p:42:7:6 a:36:4:13
`

func kyphosisColumns(t testing.TB) []testColumn {
	text := "class:age:number:start\n" + strings.Join(strings.Fields(kyphosis), "\n")
	columns := loadColumns(t, strings.ReplaceAll(text, ":", ","), func(id string) []string {
		if id == "class" {
			return []string{"a", "p"}
		}
		return nil
	})
	return append(columns[1:], columns[0])
}

// The default tree of R's rpart 4.1.19: gini, minsplit 20, minbucket 7, cp 0.01.
func TestCARTGivesTheTreeOfRpartOnKyphosis(t *testing.T) {
	wantTree(t, fitLast(t, kyphosisColumns(t), tree.CART()), `
start <= 8.5: p (19/8)
start > 8.5
|   start <= 14.5
|   |   age <= 55: a (12)
|   |   age > 55
|   |   |   age <= 111: p (7/3)
|   |   |   age > 111: a (14/2)
|   start > 14.5: a (29)
`)
}
