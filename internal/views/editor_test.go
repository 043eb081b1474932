package views

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
)

// mallEditor is an editor of the fake desk's directory.
type mallEditor struct {
	desk    *fakeDesk
	applied []*models.Directory
	written []string
	refuse  error // of Apply
	permit  error
	central bool
}

func (e *mallEditor) Begin(context.Context) (Draft, error) {
	return directory.NewDraft(e.desk.Catalogue().Directory), nil
}

func (e *mallEditor) Apply(_ context.Context, draft Draft) error {
	if e.refuse != nil {
		return e.refuse
	}
	d := draft.Directory()
	e.applied = append(e.applied, d)
	e.desk.Desk = desk.New(desk.Options{Clock: models.ClockFunc(e.desk.Now), Directory: d, Self: models.Desk{Number: 1}, NewID: func() string { return "id" }})
	return nil
}

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
	*alone
	port *mallEditor
}

func openEditor(t *testing.T, change ...func(*mallEditor, *scene)) *editorHand {
	t.Helper()
	port := &mallEditor{desk: newFakeDesk(t)}
	s := scene{name: ScreenDirectory, opens: "F10", keys: editorKeys(), desk: port.desk,
		make: func(s stage) screen { return newEditorScreen(port, s) }}
	for _, c := range change {
		c(port, &s)
	}
	h := openAlone(t, s)
	h.press("F10")
	return &editorHand{h, port}
}

func (h *editorHand) state() *editorState { return h.screen.(*editorScreen).state }

func (h *editorHand) page() string { return h.words() }

// replaces types over what is in the field of the focus.
func (h *editorHand) replaces(words string) {
	h.shortcut(&fyne.ShortcutSelectAll{})
	h.types(words)
}

// opens a service's requirements by keys alone.
func (h *editorHand) requirementsOf(service string) {
	h.press("Right", "Ctrl+F")
	h.types(service)
	h.press("Enter", "R")
}

func TestARequirementIsChangedVerifiedSeenAndApplied(t *testing.T) {
	h := openEditor(t)
	h.requirementsOf("ktp-el hilang")
	h.press("Enter")
	h.replaces("Surat kehilangan, asli")
	h.press("Ctrl+Enter", "V", "T")
	page := h.page()
	for _, said := range []string{"Surat kehilangan, asli", "Diverifikasi oleh: kosong → Rina", "Diverifikasi pada: kosong → 2026-11-23"} {
		require.Contains(t, page, said)
	}
	require.Empty(t, h.port.applied)
	h.press("Enter")
	require.Len(t, h.port.applied, 1)
	service, _ := h.desk.Catalogue().Service("DUK-02")
	require.Equal(t, "Surat kehilangan, asli", service.Requirements[0])
	require.Equal(t, []string{"2026-11-23", "Rina"}, []string{service.VerifiedOn, service.VerifiedBy})
	require.Empty(t, h.state().changes)
}

func TestWhatIsWrongIsSaidAtItsFieldAndNothingIsApplied(t *testing.T) {
	h := openEditor(t)
	h.press("Right", "Right", "Right", "Enter") // counters
	h.replaces("seratus")
	h.press("Ctrl+Enter")
	require.Contains(t, h.page(), "harus berupa bilangan bulat")
	require.Equal(t, editorForm, h.state().spot)
	h.press("Esc", "T")
	require.Contains(t, h.page(), "kesalahan harus diperbaiki")
	h.press("Enter")
	require.Empty(t, h.port.applied)
	require.Equal(t, editorForm, h.state().spot) // at the field to mend
	h.replaces("101")
	h.press("Ctrl+Enter", "T")
	require.Contains(t, h.page(), "Belum ada perubahan")
}

func TestEntriesAreAddedMovedTakenAwayAndBroughtBack(t *testing.T) {
	h := openEditor(t)
	h.requirementsOf("ktp-el hilang")
	h.press("N")
	h.types("Pas foto 3x4")
	h.press("Ctrl+Enter", "Ctrl+Up")
	titles := func() (list []string) {
		for _, row := range h.state().rows {
			list = append(list, row.Title)
		}
		return list
	}
	require.Equal(t, []string{"Pas foto 3x4", "Surat kehilangan dari kepolisian", "Fotokopi Kartu Keluarga"}, titles())
	h.press("Down", "Delete")
	require.Equal(t, []string{"Pas foto 3x4", "Fotokopi Kartu Keluarga"}, titles())
	h.press("Ctrl+Z", "N", "Esc")
	require.Equal(t, []string{"Pas foto 3x4", "Surat kehilangan dari kepolisian", "Fotokopi Kartu Keluarga"}, titles())
}

func TestACounterIsMovedOnItsPlanByArrowKeys(t *testing.T) {
	h := openEditor(t)
	h.press("Left", "Left", "Left", "Left", "Ctrl+F")
	h.types("duk-1")
	h.press("Enter", "G")
	_, before := h.state().draft.Place(h.state().row())
	h.press("Right", "Right", "Up")
	_, after := h.state().draft.Place(h.state().row())
	require.Equal(t, []float64{before.X + 1, before.Y - 0.5}, []float64{after.X, after.Y})
	h.press("Enter")
	require.Equal(t, editorList, h.state().spot)
}

func TestChoicesAreOfferedAndADayInYearsIsAHoliday(t *testing.T) {
	h := openEditor(t)
	for h.state().chosenKind() != models.EditHolidays {
		h.press("Right")
	}
	h.press("N")
	h.types("1 Januari 2027")
	h.press("Enter")
	h.types("Tahun Baru")
	h.press("Enter", "Alt+Down", "Enter") // the first kind; Enter in the last field keeps
	require.Empty(t, h.state().draft.Faults())
	holidays := h.state().draft.Directory().Holidays
	require.Contains(t, holidays, models.Holiday{Date: "2027-01-01", Name: "Tahun Baru", Kind: models.NationalHoliday})
}

func TestTheDraftStaysWhileOtherScreensAreSeenAndTheLanguageChanges(t *testing.T) {
	h := openEditor(t)
	h.requirementsOf("ktp-el hilang")
	h.press("Enter")
	h.replaces("Surat polisi")
	h.press("F1", "F10", "Ctrl+L")
	require.Equal(t, "Surat polisi", h.state().values[1])
	require.Contains(t, h.page(), "Requirement")
	h.press("Ctrl+Enter", "F1", "F10")
	require.Len(t, h.state().changes, 2)
}

func TestWhoHasNoRightSeesTheDirectoryAndChangesNothing(t *testing.T) {
	h := openEditor(t, func(e *mallEditor, _ *scene) { e.permit = models.Refuse("rights.nobody") })
	h.press("Enter", "N", "Delete", "V")
	require.Equal(t, editorList, h.state().spot)
	require.Empty(t, h.state().changes)
	require.Contains(t, h.page(), h.speak.T("rights.nobody"))
}

func TestADirectoryOfTheCentreSaysThatItWillBeReplaced(t *testing.T) {
	h := openEditor(t, func(e *mallEditor, _ *scene) { e.central = true })
	require.Contains(t, h.page(), "diterbitkan oleh pusat")
}

func TestADraftThatWasOvertakenIsToldAndKept(t *testing.T) {
	h := openEditor(t, func(e *mallEditor, _ *scene) { e.refuse = models.Refuse("editor.overtaken") })
	h.requirementsOf("ktp-el hilang")
	h.press("Delete", "T", "Enter")
	require.Contains(t, h.page(), "sudah diubah orang lain")
	require.NotEmpty(t, h.state().changes)
	h.press("Esc", "Ctrl+Delete")
	require.Empty(t, h.state().changes)
}

func TestAFileIsImportedAfterItWasSeenOrItsCellsAreTold(t *testing.T) {
	h := openEditor(t)
	h.press("I")
	h.replaces("salah.xlsx")
	h.press("Enter")
	require.Contains(t, h.page(), "Layanan!D14: kosong")
	h.replaces("baik.xlsx")
	h.press("Enter")
	require.Contains(t, h.page(), "dari berkas")
	require.Empty(t, h.port.applied)
	h.press("Enter")
	require.Equal(t, "dari berkas", h.desk.Catalogue().Directory.Note)
}

func TestTheDirectoryIsExported(t *testing.T) {
	h := openEditor(t)
	h.press("X", "Enter")
	require.Equal(t, []string{"direktori.xlsx"}, h.port.written)
	require.Contains(t, h.page(), "ditulis ke direktori.xlsx")
}

func TestEveryKindOpensInBothLanguages(t *testing.T) {
	for _, language := range languages {
		h := openEditor(t, func(_ *mallEditor, s *scene) { s.language = language })
		speak := text.MustLoad(language)
		for range models.EditorKinds {
			kind := h.state().chosenKind()
			page := h.page()
			require.NotContains(t, page, "directory.field.", kind)
			require.Contains(t, page, speak.T("editor.kind."+string(kind)))
			require.False(t, strings.Contains(page, "editor."), kind)
			h.press("Right")
		}
	}
}
