package desk

import (
	"strings"

	"github.com/nyaruka/phonenumbers"

	"frontdesk/internal/models"
)

// nameLimit is the longest name in characters, Permendagri 73/2022.
const nameLimit = 60

// region is the country whose local phone numbers are understood.
const region = "ID"

// VisitorField is what something typed into the visitor field looks like.
type VisitorField string

const (
	LooksEmpty VisitorField = ""
	LooksNIK   VisitorField = "nik"
	LooksPhone VisitorField = "phone"
	LooksName  VisitorField = "name"
)

// Recognise tells a NIK, a phone number and a name apart by shape. A card
// reader types like a keyboard, so blanks and dots between digits are fine.
func Recognise(typed string) VisitorField {
	typed = strings.TrimSpace(typed)
	digits := models.CleanNIK(phoneSigns.Replace(typed))
	switch {
	case digits == "":
		return LooksEmpty
	case strings.ContainsFunc(digits, notDigit):
		return LooksName
	case len(digits) >= 15 && !strings.HasPrefix(typed, "+"):
		return LooksNIK
	case len(digits) >= 7:
		return LooksPhone
	}
	return LooksName
}

// phoneSigns are what people write around the digits of a phone number.
var phoneSigns = strings.NewReplacer("+", "", "(", "", ")", "")

func notDigit(r rune) bool { return r < '0' || r > '9' }

// Personal tells that text typed into a search field is a NIK or a phone
// number: it belongs to the visitor field and is stored nowhere else.
func Personal(typed string) bool {
	field := Recognise(typed)
	return field == LooksNIK || field == LooksPhone
}

// CleanIdentity puts NIK, phone and name into their stored form and says what
// looks wrong. It never refuses: what cannot be understood is kept as typed.
func CleanIdentity(typed models.Identity) (models.Identity, []Warning) {
	var warnings []Warning
	clean := models.Identity{
		Name:    strings.Join(strings.Fields(typed.Name), " "),
		NIK:     models.CleanNIK(typed.NIK),
		Purpose: strings.TrimSpace(typed.Purpose),
	}
	if len([]rune(clean.Name)) > nameLimit {
		warnings = append(warnings, Warning{"name", models.Say("warn.name_long", nameLimit)})
	}
	if problem := models.CheckNIK(clean.NIK); clean.NIK != "" && problem != models.NIKFine {
		warnings = append(warnings, Warning{"nik", models.Say("warn.nik_" + string(problem))})
	}
	phone, fine := CleanPhone(typed.Phone)
	clean.Phone = phone
	if phone != "" && !fine {
		warnings = append(warnings, Warning{"phone", models.Say("warn.phone")})
	}
	return clean, warnings
}

// CleanPhone writes a phone number as E.164; fine is false when it is no
// number anyone can call, and then it stays as typed.
func CleanPhone(typed string) (phone string, fine bool) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return "", true
	}
	candidate := typed
	if strings.HasPrefix(candidate, "62") {
		candidate = "+" + candidate
	}
	number, err := phonenumbers.Parse(candidate, region)
	if err != nil || !phonenumbers.IsPossibleNumber(number) {
		return typed, false
	}
	return phonenumbers.Format(number, phonenumbers.E164), phonenumbers.IsValidNumber(number)
}
