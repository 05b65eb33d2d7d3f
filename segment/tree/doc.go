// Package tree learns decision trees and rules from guest tables.
//
// A table of guests is binned once ([Bin]); from then on every question costs little: [Fit] grows and prunes a tree by
// the presets [ID3], [C45] and [CART] or settings between them, [Tree.Rules] turns it into conditions of package
// segment, and [Rules.Plan] those into a plan of classes. [CrossValidate] says how good a tree is on new guests, and text,
// DOT, JSON, SQL and PMML carry it elsewhere.
//
// # Model
//
// At each node the guests are divided by the attribute that leaves the classes least mixed. With N the guests of a node, Nⱼ
// those of branch j, p the shares of the classes and H = -Σ p·log₂ p:
//
//	gain       = H - Σ Nⱼ/N·Hⱼ                                   ID3
//	gain ratio = gain / (-Σ Nⱼ/N·log₂ Nⱼ/N)                      C4.5
//	gini       = (1 - Σ p²) - Σ Nⱼ/N·(1 - Σ pⱼ²)                 CART
//
// One attribute is asked at a time, so a class that lies across two of them takes many tests. Guests count as
// independent of each other: the stays of one guest in several rows make a tree look better than it is.
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
// and look at the cross-validated accuracy rather than at that of the guests it was grown on. Rules that people have agreed
// on need no learning: write them as conditions of package segment.
//
// # Defaults
//
//	criterion          gain ratio, among attributes of at least mean gain; cuts of a number pay for their choice
//	divisions          a branch for each level; numbers at a value of the table
//	missing values     fractional: down every branch in proportion
//	least in a branch  weight 2, of two branches at least
//	pruning            error-based, confidence 0.25
//	bins of a number   one for each value up to 10,000 guests, else 255
//
// # Sources
//
//   - J. R. Quinlan (1986), Induction of decision trees, Machine Learning 1, 81-106.
//   - J. R. Quinlan (1993), C4.5: Programs for Machine Learning.
//   - L. Breiman, J. Friedman, R. Olshen and C. Stone (1984), Classification and Regression Trees.
//   - U. M. Fayyad and K. B. Irani (1993) for [MDLP], R. Kerber (1992) for [ChiMerge].
package tree
