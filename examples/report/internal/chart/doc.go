// Package chart draws the pictures of the pages as SVG elements. They take their colours and their font from the page,
// and fit its width.
package chart
