package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// presets are the trees by the peer that grows the same: all with 50 guests in a leaf at least.
var presets = map[string]tree.Settings{
	// scikit-learn: entropy, depth 8, one level against the others as its dummy columns are.
	"entropy": {Criterion: tree.Gain, Nominal: tree.OneLevel, Threshold: tree.Midpoint, Pruning: tree.Unpruned, MinLeaf: 50, MaxDepth: 8},
	// R rpart: Gini, depth 8, a set of levels against the others.
	"gini": {Criterion: tree.Gini, Nominal: tree.Levels, Threshold: tree.Midpoint, Pruning: tree.Unpruned, MinLeaf: 50, MinSplit: 100, MaxDepth: 8},
	// Weka J48: C4.5, pruned with confidence 0.25.
	"c45": {MinLeaf: 50},
}

// trees learns a tree from a guest table and prints how many of its guests it classes rightly.
func trees(args []string) error {
	if len(args) != 2 {
		return errors.New("tree needs a guest table and entropy, gini or c45")
	}
	settings, known := presets[args[1]]
	if !known {
		return fmt.Errorf("no tree %q", args[1])
	}
	var c clock
	table, err := readTable(args[0])
	if err != nil {
		return err
	}
	c.step("read")
	binned, err := tree.Bin(table, "class", tree.BinSettings{})
	if err != nil {
		return err
	}
	fitted, report, err := tree.Fit(binned, settings)
	if err != nil {
		return err
	}
	c.step("fit")
	figure("accuracy", 1-report.ErrorRate)
	figure("leaves", fitted.Leaves())
	return nil
}

func readTable(name string) (*segment.Table, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows := csv.NewReader(bufio.NewReaderSize(file, 1<<20))
	rows.ReuseRecord = true
	header, err := rows.Read()
	if err != nil {
		return nil, err
	}
	columns := newColumns(header)
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return columns.table()
		}
		if err != nil {
			return nil, err
		}
		if err := columns.add(row); err != nil {
			return nil, err
		}
	}
}

// columns are a guest table being read: numbers first, then levels, the class last.
type columns struct {
	names   []string
	numbers [][]float64
	codes   [][]uint16
	seen    []map[string]uint16
	levels  [][]segment.Level
	guests  []string
}

func newColumns(header []string) *columns {
	nominal := len(header) - len(numbers)
	c := &columns{
		numbers: make([][]float64, len(numbers)), codes: make([][]uint16, nominal),
		seen: make([]map[string]uint16, nominal), levels: make([][]segment.Level, nominal),
	}
	c.names = append(c.names, header...)
	for k := range c.seen {
		c.seen[k] = map[string]uint16{}
	}
	return c
}

func (c *columns) add(row []string) error {
	c.guests = append(c.guests, fmt.Sprintf("G%08d", len(c.guests)))
	for j := range c.numbers {
		x, err := strconv.ParseFloat(row[j], 64)
		if err != nil {
			return err
		}
		c.numbers[j] = append(c.numbers[j], x)
	}
	for k := range c.codes {
		text := row[len(c.numbers)+k]
		code := c.seen[k][text]
		if code == 0 {
			code = uint16(len(c.levels[k]) + 1)
			c.seen[k][string([]byte(text))] = code
			c.levels[k] = append(c.levels[k], segment.Level{ID: string([]byte(text))})
		}
		c.codes[k] = append(c.codes[k], code)
	}
	return nil
}

func (c *columns) table() (*segment.Table, error) {
	var attributes []segment.Attribute
	for j, name := range c.names {
		a := segment.Attribute{ID: name, Kind: segment.Numeric}
		if k := j - len(c.numbers); k >= 0 {
			a.Kind, a.Levels = segment.Nominal, c.levels[k]
		}
		attributes = append(attributes, a)
	}
	schema, err := segment.NewSchema(attributes, nil)
	if err != nil {
		return nil, err
	}
	builder, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, c.guests)
	if err != nil {
		return nil, err
	}
	to := builder.Guests(c.guests)
	for j := range c.numbers {
		to.Numbers(c.names[j], c.numbers[j])
	}
	for k := range c.codes {
		to.Codes(c.names[len(c.numbers)+k], c.codes[k])
	}
	return builder.Build()
}
