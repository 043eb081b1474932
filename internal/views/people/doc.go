// Package people is the section of F10 for those who work here: who they are, what
// they may do, and their PINs.
package people
