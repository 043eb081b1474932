// Package guide is F2, "Cari layanan": what fits, whether it is open, and the way
// there on the plan. It is also the floor guide's tablet.
package guide
