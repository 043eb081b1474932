package kit

import "fyne.io/fyne/v2"

// NewEmpty says what is empty, then what to type or press.
func NewEmpty(title, sentence string) *fyne.Container {
	return Column(4,
		SemiBold(title, ColorInk, TextButton).Wrapped(),
		Text(sentence, ColorMuted, TextDetail).Wrapped(),
	)
}

// NewHeading is the small heading above a list.
func NewHeading(words string) *Label { return SemiBold(words, ColorMuted, TextCaption) }
