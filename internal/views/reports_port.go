package views

import (
	"context"

	"frontdesk/internal/desk"
)

// Reports tells what F6 shows. It takes seconds and is asked away from the
// screen's thread.
type Reports interface {
	EstimateAccuracy(ctx context.Context) (desk.Accuracy, error)
}
