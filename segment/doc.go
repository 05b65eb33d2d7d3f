// Package segment sorts guests into classes and measures how they are spread.
//
// So far it holds one measure: [Concentrate], which says how much of the revenue comes from how few guests.
//
// # When not to use it
//
// Concentration describes the past of one window. It does not say what a guest will be worth, and a high share of few
// guests is neither good nor bad by itself.
package segment
