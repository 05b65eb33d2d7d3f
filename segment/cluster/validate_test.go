package cluster_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

func TestWrongColumnsAreRefused(t *testing.T) {
	two, three := []float64{1, 2}, []float64{1, 2, 3}
	tests := []struct {
		name       string
		attributes []cluster.Attribute
		scaling    cluster.Scaling
		param      string
	}{
		{"none", nil, 0, "attributes"},
		{"no id", []cluster.Attribute{{Numbers: two}}, 0, "attributes[0].ID"},
		{"an id twice", []cluster.Attribute{{ID: "a", Numbers: two}, {ID: "a", Numbers: two}}, 0, "attributes[1].ID"},
		{"both", []cluster.Attribute{{ID: "a", Numbers: two, Codes: []uint16{1, 2}}}, 0, "attributes[0]"},
		{"neither", []cluster.Attribute{{ID: "a"}}, 0, "attributes[0]"},
		{"lengths", []cluster.Attribute{{ID: "a", Numbers: two}, {ID: "b", Numbers: three}}, 0, "attributes[1]"},
		{"scaling", []cluster.Attribute{{ID: "a", Numbers: two}}, 9, "scaling"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := cluster.NewData(test.attributes, test.scaling)
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := cluster.NewData([]cluster.Attribute{{ID: "a", Numbers: []float64{1, math.Inf(1), 1e101}}}, 0)
	refusetest.Row(t, err, 2, "a")
}

func TestWrongSettingsAreRefused(t *testing.T) {
	d := data(t, []cluster.Attribute{{ID: "a", Numbers: []float64{1, 1, 2, 3, math.NaN()}}}, 0)
	levels := data(t, []cluster.Attribute{{ID: "l", Codes: []uint16{1, 2, 1}}}, 0)
	tests := []struct {
		name  string
		s     cluster.Settings
		param string
	}{
		{"no k", cluster.Settings{}, "Settings.K"},
		{"k above the different rows", cluster.Settings{K: 4}, "Settings.K"},
		{"starts", cluster.Settings{K: 1, Starts: -1}, "Settings.Starts"},
		{"sample", cluster.Settings{K: 1, Sample: 99}, "Settings.Sample"},
		{"iterations", cluster.Settings{K: 1, Iterations: 1e9}, "Settings.Iterations"},
		{"workers", cluster.Settings{K: 1, Workers: -2}, "Settings.Workers"},
		{"gamma", cluster.Settings{K: 1, Gamma: math.NaN()}, "Settings.Gamma"},
		{"start of another number", cluster.Settings{K: 2, Start: []int{0}}, "Settings.Start"},
		{"start beyond the guests", cluster.Settings{K: 1, Start: []int{5}}, "Settings.Start[0]"},
		{"start at equal guests", cluster.Settings{K: 2, Start: []int{0, 1}}, "Settings.Start[1]"},
		{"start where nothing is known", cluster.Settings{K: 1, Start: []int{4}}, "Settings.Start[0]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := cluster.KMeans(d, test.s)
			refusetest.Param(t, err, test.param)
		})
	}
	_, err := cluster.KMeans(levels, cluster.Settings{K: 1})
	refusetest.Param(t, err, "data")
	_, err = cluster.KModes(d, cluster.Settings{K: 1})
	refusetest.Param(t, err, "data")
	_, err = cluster.Measure(levels, []uint16{1, 2, 1})
	refusetest.Param(t, err, "data")
	_, err = cluster.PAM(levels, cluster.MedoidSettings{K: 1, Metric: cluster.Euclidean})
	refusetest.Param(t, err, "MedoidSettings.Metric")
	for _, test := range []struct {
		s     cluster.MedoidSettings
		param string
	}{
		{cluster.MedoidSettings{}, "MedoidSettings.K"},
		{cluster.MedoidSettings{K: 4}, "MedoidSettings.K"},
		{cluster.MedoidSettings{K: 1, Iterations: -1}, "MedoidSettings.Iterations"},
		{cluster.MedoidSettings{K: 1, Workers: -1}, "MedoidSettings.Workers"},
	} {
		_, err = cluster.PAM(d, test.s)
		refusetest.Param(t, err, test.param)
	}
	_, err = cluster.Silhouette(d, []uint16{1, 1, 1, 1, 2}, cluster.SilhouetteSettings{})
	refusetest.Param(t, err, "labels") // the only guest of group 2 is unknown
	_, err = cluster.Silhouette(d, []uint16{1, 2}, cluster.SilhouetteSettings{})
	refusetest.Param(t, err, "labels")
	_, err = cluster.Profiles(d, []uint16{1, 1, 1, 1, 60_000})
	refusetest.Param(t, err, "labels[4]")
	_, err = cluster.Gap(d, cluster.GapSettings{MaxK: 3})
	refusetest.Param(t, err, "GapSettings.MaxK")
	_, err = cluster.Gap(d, cluster.GapSettings{MaxK: 2})
	refusetest.Param(t, err, "data") // a value is missing
	whole := data(t, []cluster.Attribute{{ID: "nights", Numbers: []float64{1, 2, 9, 10}}}, cluster.Raw)
	_, err = cluster.Gap(whole, cluster.GapSettings{MaxK: 2, Starts: -1})
	refusetest.Param(t, err, "GapSettings.Starts")
	_, err = cluster.Agree([]uint16{1}, []uint16{0})
	refusetest.Param(t, err, "first")
	_, err = cluster.Agree([]uint16{1}, nil)
	refusetest.Param(t, err, "second")
}

// Two groups of one row each, and a start that leaves the third group empty at once: it takes the guest farthest out.
func TestAnEmptyGroupTakesTheFarthestGuest(t *testing.T) {
	d := data(t, []cluster.Attribute{
		{ID: "nights", Numbers: []float64{0, 0, 10, 10, 30}},
		{ID: "visits", Numbers: []float64{0, 1, math.NaN(), 1, 0}},
	}, cluster.Raw)
	g, err := cluster.KMeans(d, cluster.Settings{K: 4, Start: []int{0, 1, 2, 3}})
	if err != nil {
		t.Fatal(err)
	}
	for i, group := range g.Groups {
		if group.Size == 0 {
			t.Errorf("group %d is empty: %v", i+1, g.Labels)
		}
	}
	if alone := g.Labels[4]; g.Groups[alone-1].Size != 1 {
		t.Errorf("the guest of 30 nights is not alone: %v", g.Labels)
	}
}

func TestNothingKnownIsInNoGroup(t *testing.T) {
	d := data(t, []cluster.Attribute{
		{ID: "nights", Numbers: []float64{1, math.NaN(), 9, math.NaN()}},
		{ID: "motive", Codes: []uint16{1, 0, 2, 1}},
	}, 0)
	g, err := cluster.KPrototypes(d, cluster.Settings{K: 2})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(g.Labels, []uint16{1, 0, 2, 1}) || d.Unknown() != 1 {
		t.Errorf("labels %v", g.Labels)
	}
	if len(g.Warnings) != 1 || g.Warnings[0].Code != cluster.WarnUnknown || g.Warnings[0].N != 1 {
		t.Errorf("warnings %v", g.Warnings)
	}
	if g.Groups[0].Size+g.Groups[1].Size != 3 {
		t.Errorf("groups %+v", g.Groups)
	}
}

func TestGroupsSurviveJSON(t *testing.T) {
	d := data(t, season(), 0)
	want, err := cluster.PAM(d, cluster.MedoidSettings{K: 2})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got cluster.Groups
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(*want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNamesAreReadBack(t *testing.T) {
	for _, want := range []cluster.Scaling{cluster.Standard, cluster.Range, cluster.Raw} {
		if got, err := cluster.ParseScaling(want.String()); got != want || err != nil {
			t.Errorf("%v: %v, %v", want, got, err)
		}
	}
	for _, want := range []cluster.Method{cluster.ByMeans, cluster.ByModes, cluster.ByPrototypes, cluster.ByMedoids} {
		if got, err := cluster.ParseMethod(want.String()); got != want || err != nil {
			t.Errorf("%v: %v, %v", want, got, err)
		}
	}
	for _, want := range []cluster.Metric{cluster.Euclidean, cluster.Gower} {
		if got, err := cluster.ParseMetric(want.String()); got != want || err != nil {
			t.Errorf("%v: %v, %v", want, got, err)
		}
	}
	_, err := cluster.ParseMetric("manhattan")
	refusetest.Param(t, err, "metric")
}

// The guest of five nights is as near to the guest of none as to the guest of ten.
func TestOfEquallyNearCentresTheFirstWins(t *testing.T) {
	d := data(t, []cluster.Attribute{{ID: "nights", Numbers: []float64{0, 10, 5}}}, cluster.Raw)
	for start, want := range map[int][]uint16{0: {1, 2, 1}, 1: {2, 1, 1}} {
		g, err := cluster.KMeans(d, cluster.Settings{K: 2, Start: []int{start, 1 - start}})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(g.Labels, want) {
			t.Errorf("begun at guest %d: %v, want %v", start, g.Labels, want)
		}
	}
}

// After one round the guests of one and of two nights are nearer to the centre that stayed at 0 than to the one that
// moved to 13/3: labels and cost are those of the centres that are told.
func TestLabelsFollowTheLastCentres(t *testing.T) {
	d := data(t, []cluster.Attribute{{ID: "nights", Numbers: []float64{0, 1, 2, 10}}}, cluster.Raw)
	g, err := cluster.KMeans(d, cluster.Settings{K: 2, Start: []int{0, 1}, Iterations: 1})
	if err != nil {
		t.Fatal(err)
	}
	if g.Converged || !slices.Equal(g.Labels, []uint16{1, 1, 1, 2}) {
		t.Errorf("labels %v, converged %v", g.Labels, g.Converged)
	}
	near(t, "centre", g.Groups[1].Centre[0].Number, 13./3)
	near(t, "cost", g.Cost, 0+1+4+17.*17/9)
}

// Of two guests the first by value is the medoid; five guests of two nights outweigh one of none and one of one, so the
// first medoid is right and no swap is made.
func TestTheFirstMedoidCountsGuests(t *testing.T) {
	for _, tt := range []struct {
		nights []float64
		medoid int
	}{{[]float64{10, 0}, 1}, {[]float64{0, 1, 2, 2, 2, 2, 2}, 2}} {
		g, err := cluster.PAM(data(t, []cluster.Attribute{{ID: "nights", Numbers: tt.nights}}, cluster.Raw), cluster.MedoidSettings{K: 1})
		if err != nil {
			t.Fatal(err)
		}
		if *g.Groups[0].Medoid != tt.medoid || g.Iterations != 1 {
			t.Errorf("%v: medoid %d after %d rounds, want %d after 1", tt.nights, *g.Groups[0].Medoid, g.Iterations, tt.medoid)
		}
	}
}

// Two guests who are alike in all that is known of both can each be a medoid.
func TestAMedoidIsInItsOwnGroup(t *testing.T) {
	d := data(t, []cluster.Attribute{
		{ID: "nights", Numbers: []float64{1, 1, 1}},
		{ID: "spend", Numbers: []float64{math.NaN(), 5, 5}},
	}, cluster.Raw)
	g, err := cluster.PAM(d, cluster.MedoidSettings{K: 2})
	if err != nil {
		t.Fatal(err)
	}
	for i, group := range g.Groups {
		if group.Size == 0 || int(g.Labels[*group.Medoid]) != i+1 {
			t.Errorf("group %d: %+v, labels %v", i+1, group, g.Labels)
		}
	}
}

// A group is named by the levels that it has, not by those that it lacks.
func TestNamesSayWhatThereIs(t *testing.T) {
	d := data(t, []cluster.Attribute{{ID: "mood", Codes: []uint16{1, 2, 3, 4, 5, 5, 5, 5}}}, 0)
	profiles, err := cluster.Profiles(d, []uint16{1, 1, 1, 1, 2, 2, 2, 2})
	if err != nil {
		t.Fatal(err)
	}
	if name := profiles[0].Name(3); profiles[0].Traits[0].Effect >= 0 || name != "like all guests" {
		t.Errorf("%q of %v", name, profiles[0].Traits)
	}
	if name := profiles[1].Name(3); name != "mood 5" {
		t.Errorf("%q", name)
	}
}
