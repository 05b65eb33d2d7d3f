// Package tree learns decision trees and rules from guest tables.
//
// A table of guests is binned once ([Bin]); from then on every question costs little: [Fit] grows and prunes a tree by
// the presets [ID3], [C45] and [CART] or settings between them, [Tree.Rules] turns it into conditions of package
// segment, and [Rules.Plan] those into a plan of classes. [CrossValidate] says how good a tree is on new guests, and text,
// DOT, JSON, SQL and PMML carry it elsewhere.
//
// # The contract
//
// The same guests give the same tree: nothing is random, the number of workers and the order of the rows never change
// it, and ties are broken by a written rule: higher score, then lower index of the attribute, then lower cut. Scores
// within 1e-6 of each other are equal. Weights are held as integers, so sums do not depend on their order.
//
// A missing value and a level that the tree has never seen are the same thing. What becomes of them is part of the
// tree ([Missing]), and rules and exports do the same on every row.
//
// # When not to use it
//
// A tree describes; it does not say why. Splits on few guests are noise: prune (the default), read [Report.Warnings],
// and look at the cross-validated accuracy rather than at that of the guests it was grown on.
package tree
