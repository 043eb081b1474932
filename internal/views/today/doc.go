// Package today is F5, "Hari ini": which agency is here, and what becomes of those
// who wait for one that is not.
package today
