// Package survey is the satisfaction survey: the visitors' tablet (Screen), the
// sheets that are typed in from paper (Sheets) and its part of the reports (Part).
package survey
