package cluster_test

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// printed is the tolerance of figures that were printed with six decimal places.
const printed = 1e-6

func near(t testing.TB, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= printed) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// iris returns the iris table and its classes; the public file has two wrong rows, which fisher puts right.
func iris(t testing.TB, fisher bool) ([]cluster.Attribute, []uint16) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(publicdata.Read(t, "trees/iris.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	attributes := []cluster.Attribute{{ID: "sepal length"}, {ID: "sepal width"}, {ID: "petal length"}, {ID: "petal width"}}
	var classes []uint16
	codes := map[string]uint16{"Iris-setosa": 1, "Iris-versicolor": 2, "Iris-virginica": 3}
	for _, row := range rows[1:] {
		for j := range attributes {
			number, err := strconv.ParseFloat(row[j], 64)
			if err != nil {
				t.Fatal(err)
			}
			attributes[j].Numbers = append(attributes[j].Numbers, number)
		}
		classes = append(classes, codes[row[4]])
	}
	if fisher {
		attributes[3].Numbers[34] = .2
		attributes[1].Numbers[37], attributes[2].Numbers[37] = 3.6, 1.4
	}
	return attributes, classes
}

func data(t testing.TB, attributes []cluster.Attribute, scaling cluster.Scaling) *cluster.Data {
	t.Helper()
	d, err := cluster.NewData(attributes, scaling)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
