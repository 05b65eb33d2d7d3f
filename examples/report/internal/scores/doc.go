// Package scores tells how recently and how often guests come and what they bring, which segment that makes, and how
// few of them bring most of the revenue.
package scores
