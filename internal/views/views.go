package views

import (
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/board"
	"frontdesk/internal/views/editor"
	"frontdesk/internal/views/guestbook"
	"frontdesk/internal/views/guide"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/lock"
	"frontdesk/internal/views/people"
	"frontdesk/internal/views/queue"
	"frontdesk/internal/views/reports"
	"frontdesk/internal/views/settings"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/survey"
	"frontdesk/internal/views/syncpage"
)

// Options are what the window is made of.
type Options struct {
	App          fyne.App // made by cmd; views never start the toolkit
	Desk         stage.Desk
	Queue        queue.Port      // nil: no running queue
	Hall         board.Hall      // nil: no visitors' display
	Announce     board.Announcer // calls tickets aloud while a display is open; nil: silent
	Database     string          // short name of the mall's database; empty: a file on this computer
	SecondScreen bool            // the display fills the second screen
	GuestBook    guestbook.Port  // nil: no guest book
	People       lock.Port       // nil: nobody signs in here
	LockAfter    time.Duration   // idle time after which the screen locks; 0: only by key
	Reports      reports.Port    // nil: no reports
	Survey       survey.Port     // nil: no satisfaction survey
	Sync         syncpage.Port   // nil: no Sync page, and nothing of it in the status bar
	Settings     settings.Port   // nil: no section of settings under F10
	Editor       editor.Port     // nil: no section of the directory under F10
	Staff        people.Port     // nil: no section of operators under F10
	AutoPrint    bool            // each new number is printed without a key, where there is a printer
	Language     text.Language
	SetLanguage  func(text.Language) error // remembers a choice; may be nil
	Link         func() models.MallLink    // how the PC stands to the mall's database; nil without one
	Appearance   string                    // "light", "dark", "contrast"; else as the desktop says
	Scale        float32                   // text size, 0.8–2.0; 0 is 1
	Screen       string                    // "" the whole program, or one alone: ScreenGuide, ScreenDisplay, ScreenSurvey
	Touch        bool                      // the guide's tablet: sizes for fingers and an arm's length
	Counter      string                    // code of the counter whose own PC this is; needs a Queue
	Agency       string                    // code of the agency that a ScreenSurvey asks about; empty: the visitor chooses
	Notices      []models.Phrase           // said once at the start
	Warns        bool                      // something is amiss among the notices
	Tick         func(d time.Duration, f func()) (stop func())
	Answers      *Answers // measures the answers of the window's thread; nil: nobody does
	Log          *slog.Logger

	dispatch stage.Dispatcher // of tests; nil is the background
}

// Open builds the main window; the caller shows it.
func Open(o Options) (fyne.Window, error) {
	if o.Screen == stage.ScreenDisplay {
		return openDisplay(o)
	}
	p, err := newProgram(o)
	if err != nil {
		return nil, err
	}
	if o.Screen == stage.ScreenSurvey {
		p.window.SetFullScreen(true)
	}
	return p.window, nil
}

func newProgram(o Options) (*program, error) {
	if o.App == nil || o.Desk == nil {
		return nil, errors.New("views: no app or no desk")
	}
	if err := errors.Join(checkCounter(o), checkSurvey(o)); err != nil {
		return nil, err
	}
	speak, err := text.Load(o.Language)
	if err != nil {
		return nil, err
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Scale == 0 {
		o.Scale = 1
	}
	if o.Touch {
		o.Scale *= guide.TouchScale
	}
	o.App.Settings().SetTheme(kit.NewTheme(stage.LookOf(o.Appearance), o.Scale))
	p := &program{options: o, speak: speak, dispatch: o.dispatch}
	if p.dispatch == nil {
		p.dispatch = stage.Background{Tick: o.Tick}
	}
	p.start()
	return p, nil
}

// checkCounter refuses a counter's own window where nobody is called.
func checkCounter(o Options) error {
	if o.Counter == "" {
		return nil
	}
	counter, agency := o.Desk.Catalogue().Counter(o.Counter)
	switch {
	case counter == nil || o.Queue == nil:
		return models.Misuse("queue_page.unknown_counter", o.Counter)
	case !agency.Calls():
		return models.Refuse("queue.without_calling", agency.ShortName)
	}
	return nil
}

// checkSurvey refuses a survey about an agency that is not there.
func checkSurvey(o Options) error {
	if o.Agency == "" {
		return nil
	}
	if o.Screen != stage.ScreenSurvey || o.Desk.Catalogue().Agency(o.Agency) == nil {
		return models.Misuse("survey.unknown_agency", o.Agency)
	}
	return nil
}
