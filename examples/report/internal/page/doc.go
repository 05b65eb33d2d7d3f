// Package page writes report.html: one file with its style and pictures inside, without a script, in English or in
// Chinese. Every chapter has a view, whose texts are ready to print, and a template of its name.
package page
