package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Settings say how a tree is grown and pruned. The zero value is [C45].
type Settings struct {
	Criterion Criterion `json:"criterion,omitempty"` // unset: GainRatio
	Nominal   Nominal   `json:"nominal,omitempty"`   // unset: Multiway
	Threshold Threshold `json:"threshold,omitempty"` // unset: Observed
	Missing   Missing   `json:"missing,omitempty"`   // unset: Fractional
	Pruning   Pruning   `json:"pruning,omitempty"`   // unset: ErrorBased

	MinLeaf   float64 `json:"minLeaf,omitempty"`   // least weight of a branch, of two branches of a Multiway split; 0: 2
	MinSplit  float64 `json:"minSplit,omitempty"`  // least weight of a node that is divided; 0: twice MinLeaf
	MaxDepth  int     `json:"maxDepth,omitempty"`  // most tests on a path; 0: 10,000
	MaxLeaves int     `json:"maxLeaves,omitempty"` // the weakest links go until no more leaves are left; 0: no limit

	Confidence float64 `json:"confidence,omitempty"` // of ErrorBased, in (0, 0.5]; 0: 0.25; lower prunes more
	Complexity float64 `json:"complexity,omitempty"` // of CostComplexity, per leaf as a share of the root's, in [0, 1]
	NoRaising  bool    `json:"noRaising,omitempty"`  // ErrorBased puts no branch in the place of its parent

	NoMeanFilter bool `json:"noMeanFilter,omitempty"` // GainRatio: attributes below the mean gain may win
	NoCutPenalty bool `json:"noCutPenalty,omitempty"` // GainRatio: cuts of a number do not pay for their choice
	ManyLevels   bool `json:"manyLevels,omitempty"`   // nominal attributes whose levels are near as many as guests may win

	Priors  []float64   `json:"priors,omitempty"` // shares of the classes outside the table, above 0; nil: as in the table
	Costs   [][]float64 `json:"costs,omitempty"`  // of taking class i for class j, at [i][j]; nil: 1 for each error
	Workers int         `json:"-"`                // 0: 1; never changes the tree
}

// ID3 returns the settings of information gain alone: a branch for each level, no pruning, leaves of one guest.
// Missing values go with the majority.
//
// It grows until the guests of a node are alike: for reading a small table, not for classing new guests.
// Source: J. R. Quinlan, Induction of decision trees, Machine Learning 1 (1986), 81-106.
func ID3() Settings {
	return Settings{Criterion: Gain, Nominal: Multiway, Threshold: Observed, Missing: Majority, Pruning: Unpruned, MinLeaf: 1}
}

// C45 returns the settings of C4.5, release 8: gain ratio, fractional missing values, error-based pruning.
//
// Source: J. R. Quinlan, C4.5: Programs for Machine Learning (1993); Improved use of continuous attributes in C4.5,
// Journal of Artificial Intelligence Research 4 (1996), 77-90.
func C45() Settings {
	return Settings{Criterion: GainRatio, Nominal: Multiway, Threshold: Observed, Missing: Fractional, Pruning: ErrorBased, MinLeaf: 2, Confidence: 0.25}
}

// CART returns the settings of classification trees: Gini index, two branches, midpoints, at least 7 guests in a leaf and
// 20 in a divided node, cost-complexity pruning at 0.01 of the root's error. Missing values go with the majority: there
// are no surrogate splits.
//
// Source: L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and Regression Trees (1984).
func CART() Settings {
	return Settings{Criterion: Gini, Nominal: Levels, Threshold: Midpoint, Missing: Majority, Pruning: CostComplexity, MinLeaf: 7, MinSplit: 20, Complexity: 0.01}
}

const (
	maxClasses = 255
	maxDepth   = 10_000 // trees are walked by recursion
)

// Validate returns a [*hotelcrm.ParamError] that names the field out of range, else nil. Priors and Costs are checked
// against the classes of the table by [Fit].
func (s Settings) Validate() error {
	_, err := s.resolved()
	return err
}

func (s Settings) resolved() (Settings, error) {
	if err := resolveNumber("Settings.MinLeaf", &s.MinLeaf, 2, 0, math.MaxInt32); err != nil {
		return s, err
	}
	for _, err := range []error{
		choice.Default(criterionNames, "Settings.Criterion", &s.Criterion, GainRatio),
		choice.Default(nominalNames, "Settings.Nominal", &s.Nominal, Multiway),
		choice.Default(thresholdNames, "Settings.Threshold", &s.Threshold, Observed),
		choice.Default(missingNames, "Settings.Missing", &s.Missing, Fractional),
		choice.Default(pruningNames, "Settings.Pruning", &s.Pruning, ErrorBased),
		resolveNumber("Settings.MinSplit", &s.MinSplit, 2*s.MinLeaf, 0, math.MaxInt32),
		resolveNumber("Settings.Confidence", &s.Confidence, 0.25, 0, 0.5),
		resolveNumber("Settings.Complexity", &s.Complexity, 0, 0, 1),
		checkCount("Settings.MaxDepth", s.MaxDepth, maxDepth),
		checkCount("Settings.MaxLeaves", s.MaxLeaves, math.MaxInt32),
		share.Check("Settings.Workers", s.Workers, refuse.Param),
	} {
		if err != nil {
			return s, err
		}
	}
	s.Workers = max(1, s.Workers)
	if s.MaxDepth == 0 {
		s.MaxDepth = maxDepth
	}
	return s, nil
}

// resolveNumber sets a zero to standard and refuses what is outside [low, high], NaN included.
func resolveNumber(param string, v *float64, standard, low, high float64) error {
	if *v == 0 {
		*v = standard
	}
	if *v >= low && *v <= high {
		return nil
	}
	return refuse.Param(param, fmt.Sprint(*v), fmt.Sprintf("%v to %v", low, high))
}

func checkCount(param string, v, most int) error {
	if v >= 0 && v <= most {
		return nil
	}
	return refuse.Param(param, fmt.Sprint(v), fmt.Sprintf("0 to %d", most))
}
