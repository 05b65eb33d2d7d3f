package cluster

import "github.com/hotelcrm/hotelcrm/internal/refuse"

// KMeans groups guests by numbers: each guest is in the group of the nearest mean, by squared distance of scaled numbers.
//
// Input: data of numbers only. K is at most the number of different rows.
// Result: the best end of all starts, which need not be the best there is. Of equally near centres the one that
// was begun with first wins; a group that loses all its guests takes the one that lies farthest from its centre.
// Errors: a [*hotelcrm.ParamError] for settings out of range, or data with levels.
// Cost: O(rows · K · attributes) for the first round; later ones leave out the rows whose nearest mean cannot have changed,
// without changing the result. On more rows than Settings.Sample the starts run on a sample.
// Source: Lloyd (1982); start by Arthur and Vassilvitskii (2007); bounds after Hamerly (2010).
func KMeans(d *Data, s Settings) (*Groups, error) {
	if len(d.codes) > 0 {
		return nil, refuse.Param("data", d.codes[0].id, "numbers only; KPrototypes takes levels too")
	}
	return d.group(ByMeans, s)
}

// KModes groups guests by levels: each guest is in the group of the nearest mode, by the number of levels that differ.
//
// Input: data of levels only; ordinals count as levels without order. K is at most the number of different rows.
// Result: as [KMeans].
// Errors: a [*hotelcrm.ParamError] for settings out of range, or data with numbers.
// Cost: as [KMeans], and 8·K bytes for each level of the column with most.
// Source: Huang (1998), section 3.
func KModes(d *Data, s Settings) (*Groups, error) {
	if len(d.numbers) > 0 {
		return nil, refuse.Param("data", d.numbers[0].id, "levels only; KPrototypes takes numbers too")
	}
	return d.group(ByModes, s)
}

// KPrototypes groups guests by numbers and levels: the distance from a centre is the squared distance of the scaled
// numbers, plus gamma for each level that differs.
//
// Input: data of numbers, levels or both. K is at most the number of different rows.
// Result, Cost: as [KMeans].
// Errors: a [*hotelcrm.ParamError] for settings out of range.
// Source: Huang (1998), section 4.
func KPrototypes(d *Data, s Settings) (*Groups, error) { return d.group(ByPrototypes, s) }

func (d *Data) group(method Method, s Settings) (*Groups, error) {
	s, err := s.resolved(d, "Settings")
	if err != nil {
		return nil, err
	}
	if len(s.Start) == 0 {
		return d.groups(method, &s, d.rows.solve(&s)), nil
	}
	var centres []centre
	for _, guest := range s.Start {
		centres = append(centres, d.rows.at(int(d.rowOf[guest])))
	}
	return d.groups(method, &s, d.rows.search(centres, &s)), nil
}
