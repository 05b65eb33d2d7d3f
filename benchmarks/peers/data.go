package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
)

// data writes the seeded guest tables and the survey into a folder. The stays are made by examples/generate.
func data(args []string) error {
	if len(args) != 1 {
		return errors.New("data needs a folder")
	}
	return errors.Join(
		writeFile(filepath.Join(args[0], "table100k.csv"), func(out io.Writer) { writeTable(out, 100_000) }),
		writeFile(filepath.Join(args[0], "table1m.csv"), func(out io.Writer) { writeTable(out, 1_000_000) }),
		writeFile(filepath.Join(args[0], "answers.csv"), func(out io.Writer) { writeAnswers(out, 1_000_000) }),
	)
}

func writeFile(name string, write func(io.Writer)) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	write(out)
	return errors.Join(out.Flush(), file.Close())
}

// numbers are the numeric columns of the guest table: values from 0 to top, those with a power above 1 mostly small.
var numbers = []struct {
	name       string
	top, power float64
}{
	{"days_since", 1200, 1},
	{"nights", 60, 3},
	{"room_spend", 9000, 2},
	{"food_spend", 3000, 2},
	{"other_spend", 900, 3},
	{"lead_days", 250, 2},
	{"age", 90, 1},
	{"distance_km", 5000, 3},
	{"satisfaction", 10, 1},
	{"discount", 40, 2},
}

// levels are the nominal columns with their number of levels.
var levels = []struct {
	name string
	n    int
}{
	{"meals", 3},
	{"room_type", 4},
	{"channel", 5},
	{"market", 6},
	{"language", 8},
	{"region", 10},
	{"country", 12},
	{"motive", 4},
	{"tier", 5},
	{"weekday", 7},
}

// writeTable writes n guests with ten numbers, ten nominal attributes and one of four value classes, which some of them
// tell and which is left to chance for one guest in ten.
func writeTable(out io.Writer, n int) {
	for _, c := range numbers {
		fmt.Fprint(out, c.name, ",")
	}
	for _, c := range levels {
		fmt.Fprint(out, c.name, ",")
	}
	fmt.Fprintln(out, "class")
	random := rand.New(rand.NewPCG(2026, 1))
	u, l := make([]float64, len(numbers)), make([]int, len(levels))
	var row []byte
	for range n {
		row = row[:0]
		for j, c := range numbers {
			u[j] = random.Float64()
			row = append(strconv.AppendFloat(row, math.Pow(u[j], c.power)*c.top, 'f', 3, 64), ',')
		}
		for k, c := range levels {
			l[k] = random.IntN(c.n)
			row = append(strconv.AppendInt(append(row, c.name[0]), int64(l[k]), 10), ',')
		}
		row = append(strconv.AppendInt(append(row, 'v'), int64(class(random, u, l)), 10), '\n')
		out.Write(row)
	}
}

// class is 1 to 4: what the guest is worth now, low or high, and what could be added, low or high.
func class(random *rand.Rand, u []float64, l []int) int {
	if random.Float64() < .1 {
		return 1 + random.IntN(4)
	}
	current := .4*u[2] + .3*u[1] + .2*float64(l[1])/3 + .1*float64(l[8])/4
	added := .5*(1-u[0]) + .3*float64(l[2])/4 + .2*u[3]
	out := 1
	if current > .5 {
		out += 2
	}
	if added > .5 {
		out++
	}
	return out
}

// writeAnswers writes n guests' answers of 1 to 5 to the questions; one in twenty is blank.
func writeAnswers(out io.Writer, n int) {
	for i := range questions {
		fmt.Fprint(out, separator(i), question(i))
	}
	fmt.Fprintln(out)
	random := rand.New(rand.NewPCG(2026, 2))
	var row []byte
	for range n {
		row = row[:0]
		mood := random.NormFloat64()
		for i := range questions {
			row = append(row, separator(i)...)
			if random.IntN(20) > 0 {
				x := 3.4 + .05*float64(i%7) + .7*mood + (.4+.03*float64(i))*random.NormFloat64()
				row = strconv.AppendInt(row, int64(min(max(math.Round(x), 1), 5)), 10)
			}
		}
		out.Write(append(row, '\n'))
	}
}

const questions = 24

func question(i int) string { return fmt.Sprintf("q%02d", i+1) }

func separator(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}
