// Package intake reads stays, guests, profiles and surveys from tables of all shapes, or from the simulated hotel, and
// says what became of every row: it counts, it is left out by rule, or it is wrong.
//
// Large tables are read in blocks, column by column; a block with anything wrong in it is read again row by row, so
// that every problem is named with its line. What only visits one by one can tell is found here, while they are at
// hand: the stages of life, how the hotel stood a year before, and the two years side by side.
package intake
