package views

import (
	"context"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
)

// Monday morning at the mall: BNN and Kejari are not here, BPN is.
var guideMonday = time.Date(2026, time.November, 23, 8, 45, 0, 0, time.FixedZone("WITA", 8*3600))

// guideStore counts the numbers of one day and keeps nothing.
type guideStore struct {
	desk.Store
	demand map[string]models.Demand
	asked  int
}

func (s *guideStore) Demand(context.Context, string, string) (map[string]models.Demand, error) {
	s.asked++
	return s.demand, nil
}

func (s *guideStore) Favourites(context.Context, string, string, int) ([]string, error) {
	return nil, nil
}

// atOnce runs work where it stands; the clock moves when the test says so.
type atOnce struct{ ticks []func() }

func (d *atOnce) run(work, done func()) {
	work()
	done()
}

func (d *atOnce) every(_ time.Duration, f func()) (stop func()) {
	d.ticks = append(d.ticks, f)
	return func() {}
}

// guideBench is a guide in a window, with a store of its own.
type guideBench struct {
	program *program
	guide   *Guide
	store   *guideStore
	clock   time.Time
	work    *atOnce
}

type guideSetting struct {
	language   text.Language
	appearance string
	screen     string
	size       fyne.Size
	at         time.Time
}

func sampleDirectory(t *testing.T) *models.Directory {
	t.Helper()
	raw, err := os.ReadFile("../directory/sample.json")
	require.NoError(t, err)
	var d models.Directory
	require.NoError(t, json.Unmarshal(raw, &d))
	return &d
}

func openGuide(t *testing.T, s guideSetting) *guideBench {
	t.Helper()
	if s.at.IsZero() {
		s.at = guideMonday
	}
	b := &guideBench{clock: s.at, work: &atOnce{}, store: &guideStore{demand: map[string]models.Demand{
		sampleAgency(t, "Polres"): {Issued: 14, ByCounter: map[string]int{}},
	}}}
	d := desk.New(desk.Options{Store: b.store, Directory: sampleDirectory(t),
		Clock: models.ClockFunc(func() time.Time { return b.clock })})
	p, err := newProgram(Options{App: test.NewTempApp(t), Desk: d, Language: s.language,
		Appearance: s.appearance, Screen: s.screen, dispatch: b.work})
	require.NoError(t, err)
	b.program, b.guide = p, p.screens[ScreenGuide].(*Guide)
	if s.size.Width > 0 {
		p.window.Resize(s.size)
	}
	p.open(ScreenGuide)
	return b
}

// sampleAgency is the code of an agency by its short name.
func sampleAgency(t *testing.T, short string) string {
	for _, a := range sampleDirectory(t).Agencies {
		if a.ShortName == short {
			return a.Code
		}
	}
	t.Fatalf("no agency %q", short)
	return ""
}

func (b *guideBench) types(words string) {
	test.Type(b.guide.search.Input, words)
}

// press is a key as the focused field hands it on.
func (b *guideBench) press(key string) {
	b.program.press(parseKey(key))
}

// TestGuidePictures draws the guide; FRONTDESK_GALLERY names a folder to keep
// the pictures in, to be looked at beside the design.
func TestGuidePictures(t *testing.T) {
	folder := os.Getenv("FRONTDESK_GALLERY")
	if folder == "" {
		t.Skip("FRONTDESK_GALLERY is not set")
	}
	for name, words := range map[string]string{
		"sim": "sim c", "idle": "", "toilet": "toilet", "pajak": "balik nama", "closed": "npwp",
		"refer": "paspor hilang", "event": "anak lahir", "none": "zzzqqq", "private": "daftar cerai",
		"upstairs": "kartu kuning", "long": "biodata", "melamar": "melamar kerja",
	} {
		for _, s := range []struct {
			name string
			guideSetting
		}{
			{"1280", guideSetting{screen: ScreenGuide, size: fyne.NewSize(1280, 800), appearance: "light"}},
			{"1366", guideSetting{size: fyne.NewSize(1366, 768), appearance: "light", language: text.English}},
			{"1024", guideSetting{size: fyne.NewSize(1024, 700), appearance: "dark"}},
		} {
			b := openGuide(t, s.guideSetting)
			b.types(words)
			if name == "melamar" {
				for i, r := range b.guide.state.rows {
					if r.event != nil {
						b.guide.pick(i)
					}
				}
			}
			file, err := os.Create(filepath.Join(folder, name+"-"+s.name+".png"))
			require.NoError(t, err)
			require.NoError(t, png.Encode(file, b.program.window.Canvas().Capture()))
			require.NoError(t, file.Close())
		}
	}
	_ = kit.Around
}
