package cluster_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

func TestIrisGroupsOfAnyNumber(t *testing.T) {
	attributes, _ := iris(t, true)
	d := data(t, attributes, cluster.Raw)
	inertia := []float64{681.370600, 152.347952, 78.851441, 57.228473, 46.446182, 39.039987}
	silhouettes := []float64{0, .681046, .552819, .498051, .488749, .364834}
	calinski := []float64{0, 513.924546, 561.627757, 530.765808}
	davies := []float64{0, .404293, .661972, .780307}
	for i, want := range inertia {
		g := must[*cluster.Groups](t)(cluster.KMeans(d, cluster.Settings{K: i + 1, Starts: 50}))
		near(t, "inertia", g.Cost, want)
		if i == 0 {
			continue
		}
		s := must[*cluster.Silhouettes](t)(cluster.Silhouette(d, g.Labels, cluster.SilhouetteSettings{}))
		near(t, "silhouette", s.Mean, silhouettes[i])
		if i < len(calinski) {
			m := must[cluster.Measures](t)(cluster.Measure(d, g.Labels))
			near(t, "within", m.Within, want)
			near(t, "Calinski-Harabasz", m.CalinskiHarabasz, calinski[i])
			near(t, "Davies-Bouldin", m.DaviesBouldin, davies[i])
		}
	}
}

// The public file as it is, with its two wrong rows.
func TestIrisOfThePublicFile(t *testing.T) {
	attributes, _ := iris(t, false)
	d := data(t, attributes, cluster.Raw)
	inertia := []float64{152.368706, 78.940841, 57.317873}
	silhouettes := []float64{.680814, .552592, .497826}
	for i := range inertia {
		g := must[*cluster.Groups](t)(cluster.KMeans(d, cluster.Settings{K: i + 2, Starts: 50}))
		near(t, "inertia", g.Cost, inertia[i])
		s := must[*cluster.Silhouettes](t)(cluster.Silhouette(d, g.Labels, cluster.SilhouetteSettings{}))
		near(t, "silhouette", s.Mean, silhouettes[i])
	}
}

func TestIrisThreeGroups(t *testing.T) {
	attributes, species := iris(t, true)
	d := data(t, attributes, cluster.Raw)
	tests := []struct {
		name   string
		start  []int
		cost   float64
		rounds int
		sizes  []int
	}{
		{"best", nil, 78.851441, 0, []int{62, 50, 38}},
		{"rows 0, 50 and 100", []int{0, 50, 100}, 78.851441, 4, []int{62, 50, 38}},
		{"a local optimum", []int{0, 1, 2}, 78.855666, 0, []int{61, 50, 39}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := must[*cluster.Groups](t)(cluster.KMeans(d, cluster.Settings{K: 3, Start: test.start}))
			near(t, "inertia", g.Cost, test.cost)
			var sizes []int
			for _, group := range g.Groups {
				sizes = append(sizes, group.Size)
			}
			if !slices.Equal(sizes, test.sizes) || !g.Converged || test.rounds > 0 && g.Iterations != test.rounds {
				t.Errorf("sizes %v after %d rounds", sizes, g.Iterations)
			}
		})
	}
	g := must[*cluster.Groups](t)(cluster.KMeans(d, cluster.Settings{K: 3, Start: []int{0, 50, 100}}))
	centres := [][]float64{{5.901613, 2.748387, 4.393548, 1.433871}, {5.006, 3.428, 1.462, .246}, {6.85, 3.073684, 5.742105, 2.071053}}
	for i, want := range centres {
		for j, value := range g.Groups[i].Centre {
			near(t, value.Attribute, value.Number, want[j])
		}
	}
	a := must[cluster.Agreement](t)(cluster.Agree(g.Labels, species))
	near(t, "Rand", a.Rand, .730238)
	near(t, "information", a.Information, .758176)
	if diff := cmp.Diff([][]int{{0, 48, 14}, {50, 0, 0}, {0, 2, 36}}, a.Counts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// SimpleKMeans of Weka: numbers scaled to their range, on the public file.
func TestIrisScaledToRange(t *testing.T) {
	attributes, species := iris(t, false)
	g := must[*cluster.Groups](t)(cluster.KMeans(data(t, attributes, cluster.Range), cluster.Settings{K: 3}))
	near(t, "inertia", g.Cost, 6.998114)
	a := must[cluster.Agreement](t)(cluster.Agree(g.Labels, species))
	wrong := 0
	for i, group := range g.Groups {
		wrong += group.Size - slices.Max(a.Counts[i])
	}
	if sizes := []int{g.Groups[0].Size, g.Groups[1].Size, g.Groups[2].Size}; wrong != 17 || !slices.Equal(sizes, []int{61, 50, 39}) {
		t.Errorf("%d wrong, sizes %v", wrong, sizes)
	}
}

func TestIrisMedoids(t *testing.T) {
	attributes, _ := iris(t, true)
	d := data(t, attributes, cluster.Raw)
	g := must[*cluster.Groups](t)(cluster.PAM(d, cluster.MedoidSettings{K: 3}))
	near(t, "objective", g.Cost/float64(g.Guests), .654208)
	var got [][]float64
	for _, group := range g.Groups {
		var centre []float64
		for j, value := range group.Centre {
			centre = append(centre, value.Number)
			if at := attributes[j].Numbers[*group.Medoid]; at != value.Number {
				t.Errorf("the medoid has %v, the centre %v", at, value.Number)
			}
		}
		got = append(got, centre)
	}
	if diff := cmp.Diff([][]float64{{6, 2.9, 4.5, 1.5}, {5, 3.4, 1.5, .2}, {6.8, 3, 5.5, 2.1}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSilhouetteOfSixGuests(t *testing.T) {
	d := data(t, []cluster.Attribute{{ID: "x", Numbers: []float64{0, 0, 1, 10, 10, 11}}, {ID: "y", Numbers: []float64{0, 1, 0, 10, 11, 10}}}, cluster.Raw)
	s := must[*cluster.Silhouettes](t)(cluster.Silhouette(d, []uint16{1, 1, 1, 2, 2, 2}, cluster.SilhouetteSettings{}))
	for i, want := range []float64{.931623, .913383, .913383, .926917, .916214, .916214} {
		near(t, "silhouette", s.Values[i], want)
	}
	near(t, "mean", s.Mean, .919622)
}
