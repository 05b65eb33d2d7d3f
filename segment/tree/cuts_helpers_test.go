package tree_test

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// printed is the tolerance of figures that were printed with six decimal places.
const printed = 1e-6

// fisherTable returns the iris table as Fisher printed it: the public file has two wrong rows.
func fisherTable(t *testing.T) ([4][]float64, []uint16) {
	columns, classes := irisTable(t)
	columns[3][34] = .2
	columns[1][37], columns[2][37] = 3.6, 1.4
	return columns, classes
}

// irisTable returns the four columns and the class codes of the iris table.
func irisTable(t *testing.T) ([4][]float64, []uint16) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(publicdata.Read(t, "trees/iris.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var columns [4][]float64
	var classes []uint16
	codes := map[string]uint16{"Iris-setosa": 1, "Iris-versicolor": 2, "Iris-virginica": 3}
	for _, row := range rows[1:] {
		for j := range columns {
			number, err := strconv.ParseFloat(row[j], 64)
			if err != nil {
				t.Fatal(err)
			}
			columns[j] = append(columns[j], number)
		}
		classes = append(classes, codes[row[4]])
	}
	return columns, classes
}

func points(t *testing.T, c tree.Cuts, err error) []float64 {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	return c.Points
}
