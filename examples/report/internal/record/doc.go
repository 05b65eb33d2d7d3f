// Package record writes the files for programs: guests.csv, a row a guest; summary.json, every figure of the page; and
// the thresholds that later runs may score by. It writes all files of a run, or none.
package record
