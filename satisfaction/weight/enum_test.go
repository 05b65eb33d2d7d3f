package weight_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/enumtest"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

func TestNames(t *testing.T) {
	enumtest.Names(t, weight.ParseMethod, "geometric-mean", "eigenvector", "harker", "least-eigenvalue")
	enumtest.Names(t, weight.ParseRandomIndex, "saaty", "saaty-revised", "alonso-lamata", "simulated", "donegan-dodd", "alonso-lamata-line")
	enumtest.Names(t, weight.ParseMean, "arithmetic", "geometric")
	enumtest.Names(t, weight.ParseRankMethod, "centroid", "rank-sum", "rank-reciprocal")
	enumtest.Names(t, weight.ParseCorrelation, "pearson", "spearman", "pearson-both", "pearson-all")
	enumtest.Names(t, weight.ParseScaling, "ends", "observed", "unscaled")
	enumtest.Names(t, weight.ParseDataMethod, "standard-deviation", "entropy", "critic", "merec", "deviation-maximum",
		"first-component", "eigenvalue-weighted", "communality")
}
