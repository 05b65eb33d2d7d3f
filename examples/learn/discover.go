package main

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// discovery is the classes that were found.
type discovery struct {
	K          int                  `json:"k"`
	Seed       uint64               `json:"seed"`
	Silhouette *cluster.Silhouettes `json:"silhouette"`
	Tried      []attempt            `json:"tried"`
	Groups     []cluster.Group      `json:"groups"`
	Names      []string             `json:"names"`
	Profiles   []cluster.Profile    `json:"profiles"`
}

// attempt is one number of groups.
type attempt struct {
	K          int     `json:"k"`
	Cost       float64 `json:"cost"`
	Silhouette float64 `json:"silhouette"`
}

// mostGroups is the largest number of groups that is tried.
const mostGroups = 8

// discover finds groups of guests that are alike, and makes them the column with the class.
func discover(opt *options, in *input, attributes []segment.Attribute) (*discovery, error) {
	table, err := in.table(attributes)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(attributes))
	for i, a := range attributes {
		ids[i] = a.ID
	}
	data, err := cluster.DataOf(table, cluster.Standard, ids...)
	if err != nil {
		return nil, err
	}
	if data.Different() < 3 {
		return nil, errors.New("too few different guests to be grouped")
	}
	out, labels, err := best(opt, data)
	if err != nil {
		return nil, err
	}
	if out.Profiles, err = cluster.Profiles(data, labels); err != nil {
		return nil, err
	}
	in.labels = map[string]string{}
	for _, p := range out.Profiles {
		id := fmt.Sprint(p.Group)
		in.labels[id] = id + ", " + p.Name(3)
		out.Names = append(out.Names, in.labels[id])
	}
	opt.class = "discovered"
	for in.cells[opt.class] != nil {
		opt.class += "_"
	}
	cells := make([]string, in.guests)
	for guest, label := range labels {
		if label > 0 {
			cells[guest] = fmt.Sprint(label)
		}
	}
	in.cells[opt.class] = cells
	return out, nil
}

// best returns the groups asked for, or those with the highest mean silhouette, of equal ones the fewest.
func best(opt *options, data *cluster.Data) (*discovery, []uint16, error) {
	from, to := opt.k, opt.k
	if opt.k == 0 {
		from, to = 2, min(mostGroups, data.Different()-1)
	}
	out := &discovery{Seed: opt.seed}
	var labels []uint16
	for k := from; k <= to; k++ {
		groups, err := cluster.KPrototypes(data, cluster.Settings{K: k, Seed: opt.seed})
		if err != nil {
			return nil, nil, err
		}
		s, err := cluster.Silhouette(data, groups.Labels, cluster.SilhouetteSettings{Seed: opt.seed})
		if err != nil {
			return nil, nil, err
		}
		out.Tried = append(out.Tried, attempt{k, groups.Cost, s.Mean})
		if out.Silhouette == nil || s.Mean > out.Silhouette.Mean {
			out.K, out.Silhouette, out.Groups, labels = k, s, groups.Groups, groups.Labels
		}
	}
	return out, labels, nil
}
