package views

import (
	"context"
	"strings"

	"frontdesk/internal/finder"
)

// noteLost remembers words that found nothing, and keeps them for the tuning
// of the directory once the look-up is over; taking letters away again is not
// another look-up.
func (g *Guide) noteLost() {
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

func (g *Guide) keepLost() {
	words := finder.Keepable(g.lost)
	g.lost = ""
	if words == "" {
		return
	}
	var err error
	g.stage.dispatch.run(func() {
		err = g.stage.desk.Missed(context.Background(), words)
	}, func() {
		if err != nil {
			g.stage.log.Error("guide", "error", err.Error())
		}
	})
}
