package desk

import (
	"time"

	"frontdesk/internal/models"
)

const (
	soon   = 2 * time.Minute  // up to here a visitor is called as good as at once
	coarse = 45 * time.Minute // from here on minutes are told in fives
)

// Say tells who thinks of coming how many wait and how long: "4 menunggu ·
// 12–20 mnt".
func (w Wait) Say() models.Phrase {
	switch {
	case w.Ahead == 0 && (w.Likely <= soon || w.OpenEnded && !w.Unlikely):
		return models.Say("wait.none")
	case w.Ahead == 0:
		return models.Say("wait.joined", models.Say("wait.none"), w.sayRange("wait.short"))
	}
	return models.Say("wait.joined", w.SayPeople(), w.sayRange("wait.short"))
}

// SayAhead tells who has taken a number: "4 di depan · 12–20 menit".
func (w Wait) SayAhead() models.Phrase {
	ahead := models.Say("wait.ahead", w.Ahead)
	if w.Ahead == 0 {
		ahead = models.Say("wait.ahead_none")
	}
	return models.Say("wait.joined", ahead, w.sayRange("wait.long"))
}

// SayRange tells the time alone, in a table: "12–20 mnt".
func (w Wait) SayRange() models.Phrase { return w.sayRange("wait.short") }

// SayPeople tells how many wait: "4 menunggu".
func (w Wait) SayPeople() models.Phrase { return models.Say("wait.people", w.Ahead) }

// sayRange rounds outwards, so that nothing is promised that was not meant.
func (w Wait) sayRange(key string) models.Phrase {
	step := time.Minute
	if w.High > coarse {
		step = 5 * time.Minute
	}
	low, high := w.Low.Truncate(step), (w.High + step - 1).Truncate(step)
	minutes := func(d time.Duration) int { return int(d / time.Minute) }
	switch {
	case w.Unlikely:
		return models.Say(key + ".unlikely")
	case w.OpenEnded:
		return models.Say(key+".from", minutes(low))
	case high <= soon:
		return models.Say(key + ".soon")
	}
	return models.Say(key+".range", minutes(low), minutes(high))
}

// Called tells between which instants a visitor who waits from at on is
// likely called.
func (w Wait) Called(at time.Time) models.Phrase {
	switch {
	case w.Unlikely:
		return models.Say("wait.called_unlikely")
	case w.OpenEnded:
		return models.Say("wait.called_from", at.Add(w.Low))
	case w.High <= soon:
		return models.Say("wait.called_soon")
	}
	return models.Say("wait.called", at.Add(w.Low), at.Add(w.High))
}

// Foretell tells the ticket how long it waits, and warns when it will
// probably not be served before closing.
func (t Today) Foretell(issued Issued) Issued {
	w, ok := t.Forecast.Ticket(issued.ID)
	if !ok || issued.Held() {
		return issued
	}
	issued.Wait, issued.WaitFrom = &w, t.Forecast.at
	if w.Unlikely {
		issued.Warnings = append(issued.Warnings[:len(issued.Warnings):len(issued.Warnings)],
			Warning{"wait", models.Say("warn.unlikely", issued.Number)})
	}
	return issued
}
