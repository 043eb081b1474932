package survey

import (
	"context"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

// Port keeps the answers of the satisfaction survey.
type Port interface {
	AddSurvey(ctx context.Context, sheets ...models.SurveySheet) (ids []string, err error)
	UndoSurvey(ctx context.Context, id string) error
	Survey(ctx context.Context, from, to string) (desk.SurveyResult, error)
}
