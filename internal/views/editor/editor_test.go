package editor

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// mallEditor is an editor of the fake desk's directory.
type mallEditor struct {
	desk    *stagetest.Desk
	applied []*models.Directory
	written []string
	refuse  error // of Apply
	permit  error
	central bool
	kept    map[string][][]string // of the draft
}

func (e *mallEditor) Begin(context.Context) (Draft, error) {
	draft := directory.NewDraft(e.desk.Catalogue().Directory)
	if e.kept != nil && !draft.Restore(e.kept) {
		return nil, models.Misuse("directory.blank")
	}
	return draft, nil
}

func (e *mallEditor) Apply(_ context.Context, draft Draft) error {
	if e.refuse != nil {
		return e.refuse
	}
	d := draft.Directory()
	e.applied, e.kept = append(e.applied, d), nil
	e.desk.Desk = desk.New(desk.Options{Clock: models.ClockFunc(e.desk.Now), Directory: d, Self: models.Desk{Number: 1}, NewID: func() string { return "id" }})
	return nil
}

func (e *mallEditor) KeepDraft(d Draft) func() error {
	cells := d.(*directory.Draft).Cells()
	return func() error { e.kept = cells; return nil }
}

func (e *mallEditor) DropDraft() error { e.kept = nil; return nil }

func (e *mallEditor) Import(_ context.Context, path string) (Draft, []models.FileFault, error) {
	if path != "baik.xlsx" {
		return nil, []models.FileFault{{Place: "Layanan!D14", Says: models.Say("directory.blank")}}, nil
	}
	d := *e.desk.Catalogue().Directory
	d.Note = "dari berkas"
	draft := directory.NewDraft(e.desk.Catalogue().Directory)
	draft.Take(&d)
	return draft, nil, nil
}

func (e *mallEditor) Export(_ context.Context, path string) error {
	e.written = append(e.written, path)
	return nil
}

func (e *mallEditor) File() string { return "direktori.xlsx" }

func (e *mallEditor) FromCentre(context.Context) (bool, error) { return e.central, nil }
func (e *mallEditor) Permit() error                            { return e.permit }
func (e *mallEditor) Operator() string                         { return "Rina" }

// editorHand works a window that has a directory to change.
type editorHand struct {
	*stagetest.Alone
	port *mallEditor
}

func openEditor(t *testing.T, change ...func(*mallEditor, *stagetest.Scene)) *editorHand {
	t.Helper()
	port := &mallEditor{desk: stagetest.NewDesk(t)}
	s := stagetest.Scene{Name: stage.ScreenDirectory, Opens: "F10", Keys: Keys(), Desk: port.desk,
		Make: func(s stage.Stage) stage.Screen { return New(port, s) }}
	for _, c := range change {
		c(port, &s)
	}
	h := stagetest.Open(t, s)
	h.Press("F10")
	return &editorHand{h, port}
}

func (h *editorHand) state() *editorState { return h.Screen.(*Screen).state }

func (h *editorHand) page() string { return h.Words() }

// replaces types over what is in the field of the focus.
func (h *editorHand) replaces(words string) {
	h.Shortcut(&fyne.ShortcutSelectAll{})
	h.Types(words)
}

// opens a service's requirements by keys alone.
func (h *editorHand) requirementsOf(service string) {
	h.Press("Right", "Ctrl+F")
	h.Types(service)
	h.Press("Enter", "R")
}

func TestARequirementIsChangedVerifiedSeenAndApplied(t *testing.T) {
	h := openEditor(t)
	h.requirementsOf("ktp-el hilang")
	h.Press("Enter")
	h.replaces("Surat kehilangan, asli")
	h.Press("Ctrl+Enter", "V", "T")
	page := h.page()
	for _, said := range []string{"Surat kehilangan, asli", "Diverifikasi oleh: kosong → Rina", "Diverifikasi pada: kosong → 2026-11-23"} {
		require.Contains(t, page, said)
	}
	require.Empty(t, h.port.applied)
	h.Press("Enter")
	require.Len(t, h.port.applied, 1)
	service, _ := h.Desk.Catalogue().Service("DUK-02")
	require.Equal(t, "Surat kehilangan, asli", service.Requirements[0])
	require.Equal(t, []string{"2026-11-23", "Rina"}, []string{service.VerifiedOn, service.VerifiedBy})
	require.Empty(t, h.state().changes)
}

func TestWhatIsWrongIsSaidAtItsFieldAndNothingIsApplied(t *testing.T) {
	h := openEditor(t)
	h.Press("Right", "Right", "Right", "Enter") // counters
	h.replaces("seratus")
	h.Press("Ctrl+Enter")
	require.Contains(t, h.page(), "harus berupa bilangan bulat")
	require.Equal(t, editorForm, h.state().spot)
	h.Press("Esc", "T")
	require.Contains(t, h.page(), "kesalahan harus diperbaiki")
	h.Press("Enter")
	require.Empty(t, h.port.applied)
	require.Equal(t, editorForm, h.state().spot) // at the field to mend
	h.replaces("101")
	h.Press("Ctrl+Enter", "T")
	require.Contains(t, h.page(), "Belum ada perubahan")
}

func TestEntriesAreAddedMovedTakenAwayAndBroughtBack(t *testing.T) {
	h := openEditor(t)
	h.requirementsOf("ktp-el hilang")
	h.Press("N")
	h.Types("Pas foto 3x4")
	h.Press("Ctrl+Enter", "Ctrl+Up")
	titles := func() (list []string) {
		for _, row := range h.state().rows {
			list = append(list, row.Title)
		}
		return list
	}
	require.Equal(t, []string{"Pas foto 3x4", "Surat kehilangan dari kepolisian", "Fotokopi Kartu Keluarga"}, titles())
	h.Press("Down", "Delete")
	require.Equal(t, []string{"Pas foto 3x4", "Fotokopi Kartu Keluarga"}, titles())
	h.Press("Ctrl+Z", "N", "Esc")
	require.Equal(t, []string{"Pas foto 3x4", "Surat kehilangan dari kepolisian", "Fotokopi Kartu Keluarga"}, titles())
}

func TestACounterIsMovedOnItsPlanByArrowKeys(t *testing.T) {
	h := openEditor(t)
	h.Press("Left", "Left", "Left", "Left", "Ctrl+F")
	h.Types("duk-1")
	h.Press("Enter", "G")
	_, before := h.state().draft.Place(h.state().row())
	h.Press("Right", "Right", "Up")
	_, after := h.state().draft.Place(h.state().row())
	require.Equal(t, []float64{before.X + 1, before.Y - 0.5}, []float64{after.X, after.Y})
	h.Press("Enter")
	require.Equal(t, editorList, h.state().spot)
}

func TestChoicesAreOfferedAndADayInYearsIsAHoliday(t *testing.T) {
	h := openEditor(t)
	for h.state().chosenKind() != models.EditHolidays {
		h.Press("Right")
	}
	h.Press("N")
	h.Types("1 Januari 2027")
	h.Press("Enter")
	h.Types("Tahun Baru")
	h.Press("Enter", "Alt+Down", "Enter") // the first kind; Enter in the last field keeps
	require.Empty(t, h.state().draft.Faults())
	holidays := h.state().draft.Directory().Holidays
	require.Contains(t, holidays, models.Holiday{Date: "2027-01-01", Name: "Tahun Baru", Kind: models.NationalHoliday})
}

func TestTheDraftStaysWhileOtherScreensAreSeenAndTheLanguageChanges(t *testing.T) {
	h := openEditor(t)
	h.requirementsOf("ktp-el hilang")
	h.Press("Enter")
	h.replaces("Surat polisi")
	h.Press("F1", "F10", "Ctrl+L")
	require.Equal(t, "Surat polisi", h.state().values[1])
	require.Contains(t, h.page(), "Requirement")
	h.Press("Ctrl+Enter", "F1", "F10")
	require.Len(t, h.state().changes, 2)
}

func TestWhoHasNoRightSeesTheDirectoryAndChangesNothing(t *testing.T) {
	h := openEditor(t, func(e *mallEditor, _ *stagetest.Scene) { e.permit = models.Refuse("rights.nobody") })
	h.Press("Enter", "N", "Delete", "V")
	require.Equal(t, editorList, h.state().spot)
	require.Empty(t, h.state().changes)
	require.Contains(t, h.page(), h.Speak.T("rights.nobody"))
}

func TestADirectoryOfTheCentreSaysThatItWillBeReplaced(t *testing.T) {
	h := openEditor(t, func(e *mallEditor, _ *stagetest.Scene) { e.central = true })
	require.Contains(t, h.page(), "diterbitkan oleh pusat")
}

func TestADraftThatWasOvertakenIsToldAndKept(t *testing.T) {
	h := openEditor(t, func(e *mallEditor, _ *stagetest.Scene) { e.refuse = models.Refuse("editor.overtaken") })
	h.requirementsOf("ktp-el hilang")
	h.Press("Delete", "T", "Enter")
	require.Contains(t, h.page(), "sudah diubah orang lain")
	require.NotEmpty(t, h.state().changes)
	h.Press("Esc", "Ctrl+Delete")
	require.Empty(t, h.state().changes)
}

func TestAFileIsImportedAfterItWasSeenOrItsCellsAreTold(t *testing.T) {
	h := openEditor(t)
	h.Press("I")
	h.replaces("salah.xlsx")
	h.Press("Enter")
	require.Contains(t, h.page(), "Layanan!D14: kosong")
	h.replaces("baik.xlsx")
	h.Press("Enter")
	require.Contains(t, h.page(), "dari berkas")
	require.Empty(t, h.port.applied)
	h.Press("Enter")
	require.Equal(t, "dari berkas", h.Desk.Catalogue().Directory.Note)
}

func TestTheDirectoryIsExported(t *testing.T) {
	h := openEditor(t)
	h.Press("X", "Enter")
	require.Equal(t, []string{"direktori.xlsx"}, h.port.written)
	require.Contains(t, h.page(), "ditulis ke direktori.xlsx")
}

func TestEveryKindOpensInBothLanguages(t *testing.T) {
	for _, language := range stage.Languages {
		h := openEditor(t, func(_ *mallEditor, s *stagetest.Scene) { s.Language = language })
		speak := text.MustLoad(language)
		for range models.EditorKinds {
			kind := h.state().chosenKind()
			page := h.page()
			require.NotContains(t, page, "directory.field.", kind)
			require.Contains(t, page, speak.T("editor.kind."+string(kind)))
			require.False(t, strings.Contains(page, "editor."), kind)
			h.Press("Right")
		}
	}
}

func TestADraftGoesOnAfterAnExitAndIsForgottenWhenItIsThrownAwayOrApplied(t *testing.T) {
	h := openEditor(t)
	h.requirementsOf("ktp-el hilang")
	h.Press("Enter")
	h.replaces("Surat kehilangan, asli")
	h.Press("Ctrl+Enter")
	require.NotNil(t, h.port.kept)
	kept := h.port.kept

	again := openEditor(t, func(port *mallEditor, _ *stagetest.Scene) { port.kept = kept })
	require.Contains(t, again.page(), "perubahan belum diterapkan")
	require.Equal(t, h.state().changes, again.state().changes)
	again.Press("Ctrl+Delete")
	require.Nil(t, again.port.kept)
	require.Empty(t, again.state().changes)

	h.Press("T", "Enter")
	require.Len(t, h.port.applied, 1)
	require.Nil(t, h.port.kept)
	require.Empty(t, h.state().changes)
}

func TestADraftWhoseChangesWereTakenBackIsNotKept(t *testing.T) {
	h := openEditor(t)
	h.requirementsOf("ktp-el hilang")
	h.Press("Enter")
	h.replaces("Surat kehilangan, asli")
	h.Press("Ctrl+Enter")
	require.NotNil(t, h.port.kept)
	h.Press("Ctrl+Z")
	require.Nil(t, h.port.kept)
}
