// Package kit holds the widgets, the theme, the fonts and the icons of the
// program: the building's sign system brought to the desk. Every widget takes
// its words from the caller and its colours and sizes from the theme, so that
// a change of look, of text size or of language is one refresh.
package kit
