package main

import (
	"context"

	"frontdesk/internal/models"
	"frontdesk/internal/views"
	"frontdesk/internal/voice"
)

// speakAloud lets the window's display call tickets aloud; stop ends it and
// the sentence that is being said.
func (p *Program) speakAloud(ctx context.Context, shown *views.Options) (stop func()) {
	ctx, stop = context.WithCancel(ctx)
	log := shown.Log
	announcer := voice.NewAnnouncer(voice.System(p.Settings.Language), p.clock(),
		func(err error) { log.Error("voice", "error", err.Error()) })
	go announcer.Run(ctx)
	shown.Announce = func(call models.Announcement, words string) {
		announcer.Announce(voice.Call{Event: call.Event, Ticket: call.Ticket, Words: words, At: call.At})
	}
	return stop
}
