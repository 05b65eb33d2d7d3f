package main

import (
	"fmt"
	"testing"
)

const (
	listed = "expert,row,column,ratio,share\nLi,room,desk,3,2\nLi,room,price,1/2,2\nLi,price,desk,5,2\nOkafor,desk,room,1/2,1\nOkafor,price,room,2,1\nOkafor,price,desk,4,1\n"
	wide   = "expert,room_desk,room_price,desk_price,share\nLi,-3,2,5,2\nOkafor,-2,2,4,1\n"
	li     = `{"names": ["room", "desk", "price"], "judgements": [{"row": "room", "column": "desk", "ratio": "3"}, {"row": "room", "column": "price", "ratio": "1/2"}, {"row": "price", "column": "desk", "ratio": "5"}]}`
	okafor = `{"names": ["room", "desk", "price"], "matrix": [["1", "2", "1/2"], ["1/2", "1", "1/4"], ["2", "4", "1"]]}`
)

// A judgement a row, an expert a row, or a file an expert: the same judgements give the same group.
func TestExpertsInOneFileOrSeveral(t *testing.T) {
	list := asJSON(t, "-judgements", written(t, "list.csv", listed))
	rows := asJSON(t, "-judgements", written(t, "rows.csv", wide))
	if fmt.Sprintf("%+v", list.Judgements.Group) != fmt.Sprintf("%+v", rows.Judgements.Group) {
		t.Errorf("list %+v\nrows %+v", list.Judgements.Group, rows.Judgements.Group)
	}
	g := list.Judgements.Group
	if g.Experts != 2 || g.Opinions[0].Name != "Li" || g.Opinions[1].Name != "Okafor" || fmt.Sprintf("%.4f", g.Opinions[0].Share) != "0.6667" {
		t.Errorf("%+v", g.Opinions)
	}
	first := g.Judgements[0]
	if first.Row != "room" || first.Column != "desk" || first.Experts != 2 || fmt.Sprintf("%.6f", first.Ratio) != "2.620741" {
		t.Errorf("%+v", first)
	}
	files := asJSON(t, "-judgements", written(t, "Li.json", li), "-judgements", written(t, "Okafor.json", okafor)).Judgements.Group
	if files.Opinions[0].Name != "Li" || files.Opinions[1].Name != "Okafor" || files.Opinions[0].Share != .5 || fmt.Sprintf("%.6f", files.Judgements[0].Ratio) != "2.449490" {
		t.Errorf("%+v", files)
	}
	both := asJSON(t, "-judgements", written(t, "a.csv", wide), "-judgements", written(t, "b.csv", "room_desk,room_price,desk_price\n-3,2,5\n")).Judgements.Group
	if both.Opinions[0].Name != "Li" || both.Opinions[2].Name != "b 1" {
		t.Errorf("%+v", both.Opinions)
	}
	if means := asJSON(t, "-group", "arithmetic", "-judgements", written(t, "rows.csv", wide)).Judgements.Group; len(means.Judgements) != 0 {
		t.Errorf("%+v", means.Judgements)
	}
}
