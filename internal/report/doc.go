// Package report counts what happened at the mall, without anybody's name.
//
// Roll turns the records of one business date into figures. The store keeps
// those of each day and their sums by month and year, so that a report of any
// length reads a few thousand rows, whatever the visits number; a day is rolled
// anew when its records changed (Stats). Reporter puts figures into a Report,
// and a Report is written as JSON, CSV, XLSX or PDF, or shown on F6.
//
// A sensitive service has no name here but that of its agency, and what was
// searched once is counted and not spelled out: somebody may have typed a name.
package report
