package guide

import (
	"context"
	"strings"

	"frontdesk/internal/finder"
)

// noteLost remembers words that found nothing, and keeps them for the tuning
// of the directory once the look-up is over; taking letters away again is not
// another look-up.
func (g *Screen) noteLost() {
	query := g.state.query
	switch {
	case query == "":
		g.keepLost()
	case len(g.state.rows) == 0 && len(query) > len(g.lost):
		g.lost = query
	case len(g.state.rows) > 0 && !strings.HasPrefix(g.lost, query):
		g.lost = ""
	}
}

func (g *Screen) keepLost() {
	words := finder.Keepable(g.lost)
	g.lost = ""
	if words == "" {
		return
	}
	var err error
	g.stage.Dispatch.Run(func() {
		err = g.stage.Desk.Missed(context.Background(), words)
	}, func() {
		if err != nil {
			g.stage.Log.Error("guide", "error", err.Error())
		}
	})
}
