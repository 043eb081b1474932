// Package reports is F6, "Laporan": the figures of a day, a month or a year in
// parts, and how well the waiting times were foreseen.
package reports
