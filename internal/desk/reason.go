package desk

import (
	"strings"
	"unicode"

	"frontdesk/internal/finder"
	"frontdesk/internal/models"
)

// A reason is kept in the clear beside the record of a person, whose identity
// is sealed: so it must not say who she is.
const (
	shortestName   = 3 // letters; "Al" and "di" are in every sentence
	shortestNumber = 4 // digits of a NIK or a phone
	unread         = "•••"
)

// reasonAbout makes a reason fit to be stored with visits. Where the key is
// not at hand nobody can tell what it says, and it is not kept. Errors:
// KindRefused when it names whom one of them is of.
func (d *Desk) reasonAbout(typed string, visits ...models.Visit) (string, error) {
	reason := models.PlainReason(typed)
	if reason == "" {
		return "", nil
	}
	for _, v := range visits {
		if !v.ErasedAt.IsZero() {
			reason = unread // whose name it may hold is not known any more
			continue
		}
		if v.Identity.Empty() {
			continue
		}
		identity, err := d.sealer.Open(v.ID, v.Identity)
		if err != nil {
			reason = unread
			continue
		}
		if err := refuseName(typed, identity); err != nil {
			return "", err
		}
	}
	return reason, nil
}

// refuseName refuses a text that holds a word of a person's name, or digits of
// her NIK or phone.
func refuseName(text string, who models.Identity) error {
	names := map[string]bool{}
	for _, word := range finder.Words(who.Name) {
		names[word] = len([]rune(word)) >= shortestName
	}
	for _, word := range finder.Words(text) {
		number := len(word) >= shortestNumber && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) })
		if names[word] || number && (strings.Contains(who.NIK, word) || strings.Contains(who.Phone, word)) {
			return models.Refuse("reason.names")
		}
	}
	return nil
}
