package cluster_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// fisherIris is the iris table as Fisher printed it, with the number of the species of each flower.
func fisherIris(t testing.TB) ([]cluster.Attribute, []uint16) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(publicdata.Read(t, "trees/iris.csv"))).ReadAll()
	irisCheck(t, err)
	columns, species := make([]cluster.Attribute, 4), []uint16(nil)
	for i, row := range rows[1:] {
		for j := range columns {
			x, err := strconv.ParseFloat(row[j], 64)
			irisCheck(t, err)
			columns[j].ID = rows[0][j]
			columns[j].Numbers = append(columns[j].Numbers, x)
		}
		species = append(species, uint16(i/50)+1)
	}
	columns[3].Numbers[34], columns[1].Numbers[37], columns[2].Numbers[37] = .2, 3.6, 1.4
	return columns, species
}

func irisCheck(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func irisNear(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-6) {
		t.Errorf("%s: got %.7f, want %.7f", what, got, want)
	}
}

func TestIndependentIrisGroups(t *testing.T) {
	columns, species := fisherIris(t)
	d, err := cluster.NewData(columns, cluster.Raw)
	irisCheck(t, err)
	for k, want := range map[int]struct{ inertia, silhouette, ch, db float64 }{
		1: {inertia: 681.370600},
		2: {152.347952, .681046, 513.924546, .404293},
		3: {78.851441, .552819, 561.627757, .661972},
		4: {57.228473, .498051, 530.765808, .780307},
		5: {inertia: 46.446182, silhouette: .488749},
		6: {inertia: 39.039987, silhouette: .364834},
	} {
		g, err := cluster.KMeans(d, cluster.Settings{K: k, Seed: 1, Starts: 50})
		irisCheck(t, err)
		irisNear(t, fmt.Sprint("inertia ", k), g.Cost, want.inertia)
		if want.silhouette > 0 {
			s, err := cluster.Silhouette(d, g.Labels, cluster.SilhouetteSettings{})
			irisCheck(t, err)
			irisNear(t, fmt.Sprint("silhouette ", k), s.Mean, want.silhouette)
		}
		if want.ch > 0 {
			m, err := cluster.Measure(d, g.Labels)
			irisCheck(t, err)
			irisNear(t, fmt.Sprint("CH ", k), m.CalinskiHarabasz, want.ch)
			irisNear(t, fmt.Sprint("DB ", k), m.DaviesBouldin, want.db)
			irisNear(t, fmt.Sprint("within ", k), m.Within, want.inertia)
		}
		if k == 3 {
			a, err := cluster.Agree(species, g.Labels)
			irisCheck(t, err)
			irisNear(t, "Rand", a.Rand, .730238)
			irisNear(t, "information", a.Information, .758176)
			if got := fmt.Sprint(a.Counts); got != "[[0 50 0] [48 0 2] [14 0 36]]" {
				t.Errorf("got %v", got)
			}
			centre := g.Groups[0].Centre
			for j, want := range []float64{5.901613, 2.748387, 4.393548, 1.433871} {
				irisNear(t, "centre", centre[j].Number, want)
			}
		}
	}
}

func TestIndependentIrisStarts(t *testing.T) {
	columns, _ := fisherIris(t)
	d, err := cluster.NewData(columns, cluster.Raw)
	irisCheck(t, err)
	g, err := cluster.KMeans(d, cluster.Settings{K: 3, Start: []int{0, 50, 100}})
	irisCheck(t, err)
	irisNear(t, "far starts", g.Cost, 78.851441)
	g, err = cluster.KMeans(d, cluster.Settings{K: 3, Start: []int{0, 1, 2}})
	irisCheck(t, err)
	irisNear(t, "near starts", g.Cost, 78.855666)
	if g.Groups[0].Size != 61 || g.Groups[1].Size != 50 || g.Groups[2].Size != 39 {
		t.Errorf("got %+v", g.Groups)
	}
}

func TestIndependentIrisMedoids(t *testing.T) {
	columns, _ := fisherIris(t)
	d, err := cluster.NewData(columns, cluster.Raw)
	irisCheck(t, err)
	g, err := cluster.PAM(d, cluster.MedoidSettings{K: 3})
	irisCheck(t, err)
	irisNear(t, "objective", g.Cost/150, .654208)
	got := map[string]bool{}
	for _, group := range g.Groups {
		text := ""
		for _, v := range group.Centre {
			text += fmt.Sprint(v.Number, " ")
		}
		got[text] = true
	}
	for _, want := range []string{"5 3.4 1.5 0.2 ", "6 2.9 4.5 1.5 ", "6.8 3 5.5 2.1 "} {
		if !got[want] {
			t.Errorf("lacks medoid %s: %v", want, got)
		}
	}
}

// SimpleKMeans of Weka on numbers scaled to their range, on the table that it ships.
func TestIndependentIrisRange(t *testing.T) {
	columns, _ := fisherIris(t)
	columns[3].Numbers[34], columns[1].Numbers[37], columns[2].Numbers[37] = .1, 3.1, 1.5
	d, err := cluster.NewData(columns, cluster.Range)
	irisCheck(t, err)
	g, err := cluster.KMeans(d, cluster.Settings{K: 3, Seed: 1, Starts: 50})
	irisCheck(t, err)
	if g.Cost > 6.998114+1e-6 {
		t.Errorf("got %v, Weka 6.998114 from one start", g.Cost)
	}
}

func TestIndependentSilhouettes(t *testing.T) {
	d, err := cluster.NewData([]cluster.Attribute{
		{ID: "x", Numbers: []float64{0, 0, 1, 10, 10, 11}}, {ID: "y", Numbers: []float64{0, 1, 0, 10, 11, 10}},
	}, cluster.Raw)
	irisCheck(t, err)
	s, err := cluster.Silhouette(d, []uint16{1, 1, 1, 2, 2, 2}, cluster.SilhouetteSettings{})
	irisCheck(t, err)
	for i, want := range []float64{.931623, .913383, .913383, .926917, .916214, .916214} {
		irisNear(t, "silhouette", s.Values[i], want)
	}
	irisNear(t, "mean", s.Mean, .919622)
}
