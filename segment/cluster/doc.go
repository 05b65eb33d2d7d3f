// Package cluster discovers classes of guests that nobody has named yet: it groups guests that are alike, says how well
// the groups hold together, and which attributes make each group stand out.
//
// The way from a guest table to classes is: take the attributes that matter ([NewData]), group ([KMeans] for numbers,
// [KModes] for levels, [KPrototypes] for both, [PAM] where every group is to be shown by a real guest), choose the
// number of groups ([Silhouette], [Gap], [Measure]), name them ([Profiles]), and learn a tree on the labels, so that
// every other guest can be classified by rules that people can read.
//
// # When not to use it
//
// Any method returns k groups, also where there are none: a mean silhouette below about 0.25 says so. Groups are of the
// guests given; next month's guests give other groups. For classes that last, learn rules from the groups once and
// apply these.
//
// # Model
//
// A group is its centre, and each guest is in the group of the nearest one. With x the scaled numbers and l the levels of a
// guest, c and m those of the centre:
//
//	distance = Σ (x - c)²             KMeans
//	           Σ [l ≠ m]              KModes
//	           Σ (x - c)² + γ·Σ [l ≠ m]   KPrototypes
//
// So groups are round and of like width: long or nested ones are cut in pieces. Every attribute counts alike after scaling,
// so leave out those that do not bear on the question.
//
// # Defaults
//
//	scaling      standard: (x - mean) / standard deviation
//	starts       10, on a sample of 20,000 different rows where there are more; at most 300 rounds each
//	gamma        half the mean standard deviation of the scaled numbers
//	groups       none: K must be set
//
// # What is promised
//
// The same data, settings and seed give the same bytes for any number of workers and any order of the guests: rows are
// put in the order of their values first, equal rows become one with a weight, and sums run in fixed blocks. Groups are
// numbered by size, largest first, then by their centres, so that numbers do not change from run to run. Attributes in
// another order may give another start, and so other groups.
//
// # Missing values
//
// A missing value takes no part: a guest's distance from a centre adds up over what is known of the guest, and a centre is
// the mean, or the mode, of what is known of its members. A guest of whom nothing is known is in no group: label 0.
//
// # Sources
//
//   - S. P. Lloyd (1982), Least squares quantization in PCM, IEEE Transactions on Information Theory 28(2).
//   - D. Arthur and S. Vassilvitskii (2007), k-means++: the advantages of careful seeding, SODA.
//   - G. Hamerly (2010), Making k-means even faster, SIAM International Conference on Data Mining.
//   - Z. Huang (1998), Extensions to the k-means algorithm for clustering large data sets with categorical values, Data
//     Mining and Knowledge Discovery 2(3).
//   - J. T. Chi, E. C. Chi and R. G. Baraniuk (2016), k-POD: a method for k-means clustering of missing data, The American
//     Statistician 70(1).
//   - L. Kaufman and P. J. Rousseeuw (1990), Finding Groups in Data.
package cluster
