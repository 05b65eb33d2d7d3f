package main

import (
	"encoding/csv"
	"errors"
	"math"
	"os"
	"strconv"

	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// groups puts the guests that the job rfm wrote into five groups by the logarithms of recency, frequency and monetary,
// amounts below 0 taken as 0.
func groups(args []string) error {
	if len(args) != 1 {
		return errors.New("groups needs the file that the job rfm wrote")
	}
	var c clock
	attributes, err := readLogs(args[0])
	if err != nil {
		return err
	}
	c.step("read")
	guests, err := cluster.NewData(attributes, cluster.Standard)
	if err != nil {
		return err
	}
	found, err := cluster.KMeans(guests, cluster.Settings{K: 5, Seed: 1})
	if err != nil {
		return err
	}
	c.step("fit")
	figure("within", found.Cost/float64(found.Guests))
	return nil
}

func readLogs(name string) ([]cluster.Attribute, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	attributes := make([]cluster.Attribute, 3)
	for j := range attributes {
		attributes[j].ID = rows[0][1+j]
		for _, row := range rows[1:] {
			x, err := strconv.ParseFloat(row[1+j], 64)
			if err != nil {
				return nil, err
			}
			attributes[j].Numbers = append(attributes[j].Numbers, math.Log1p(max(x, 0)))
		}
	}
	return attributes, nil
}
