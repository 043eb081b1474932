package survey

import (
	"strings"

	"frontdesk/internal/models"
)

// ParseDigits reads a sheet typed in a row, one digit for each element in the
// order of the questionnaire: "443344434". 0, - and . are elements without an
// answer; spaces do not count. Errors: KindUsage when it is no such row, or
// has no answer.
func ParseDigits(typed string) (models.SurveyAnswers, error) {
	row := []rune(strings.Join(strings.Fields(typed), ""))
	if len(row) != len(models.SurveyElements) {
		return nil, models.Misuse("survey.digits", typed, len(models.SurveyElements))
	}
	answers := models.SurveyAnswers{}
	for i, r := range row {
		switch {
		case r == '0' || r == '-' || r == '.':
		case r >= '0'+models.SurveyLowest && r <= '0'+models.SurveyHighest:
			answers[models.SurveyElements[i]] = int(r - '0')
		default:
			return nil, models.Misuse("survey.digits", typed, len(models.SurveyElements))
		}
	}
	if !answers.Valid() {
		return nil, models.Misuse("survey.nothing")
	}
	return answers, nil
}
