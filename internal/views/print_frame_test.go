package views

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// withPrinter gives the desk of a window a printer.
func withPrinter(f *stagetest.Desk, o *Options) {
	f.Printer, o.AutoPrint = &stagetest.Printer{State: models.PrinterReady}, true
}

// note is what the reception says of the last action.
func (h *hand) note() string { return h.page(stage.ScreenReception) }

func TestANumberIsPrintedWithoutAKey(t *testing.T) {
	h := openWindow(t, withPrinter)
	h.Types("ktp hil")
	h.Press("F9")
	require.True(t, h.desk.CheckIns[0].Print)
	require.Equal(t, []string{"1A-001"}, h.desk.Printer.Printed)
	require.Contains(t, h.foot(), "Printer siap")
}

func TestANumberThatDidNotComeOutIsSaidUntilOneDoes(t *testing.T) {
	h := openWindow(t, withPrinter)
	h.desk.Printer.State, h.desk.Printer.Unprinted = models.PrinterPaperOut, models.Say("print.paper_out")
	h.Types("ktp hil")
	h.Press("F9")
	require.Contains(t, h.note(), "1A-001: Kertas printer habis")
	require.Contains(t, h.note(), "tulis nomor di kertas")
	h.Types("skck")
	require.Contains(t, h.foot(), "Kertas printer habis")
	require.Contains(t, h.foot(), "tulis di kertas: 1A-001")
	h.desk.Printer.State, h.desk.Printer.Unprinted = models.PrinterReady, models.Phrase{}
	h.Press("F9")
	h.p.printing.Look()
	h.Work.Drain()
	require.Contains(t, h.foot(), "Printer siap")
	require.NotContains(t, h.foot(), "1A-001")
}

func TestCtrlPPrintsTheLastNumberAgain(t *testing.T) {
	h := openWindow(t, withPrinter)
	h.Press("Ctrl+P")
	require.Empty(t, h.desk.Printer.Copies, "there is no number yet")
	h.Types("ktp hil")
	h.Press("F9", "Ctrl+P")
	require.Equal(t, []string{"ticket-1"}, h.desk.Printer.Copies)
	t.Run("or the one under the cursor of the list", func(t *testing.T) {
		h.Types("skck")
		h.Press("F9", "Ctrl+R", "Down", "Ctrl+P")
		require.Equal(t, []string{"ticket-1", "ticket-1"}, h.desk.Printer.Copies)
	})
}

func TestWhereNothingIsPrintedWithoutAKeyTheFirstPrintIsNoCopy(t *testing.T) {
	h := openWindow(t, withPrinter, func(_ *stagetest.Desk, o *Options) { o.AutoPrint = false })
	h.Types("ktp hil")
	h.Press("F9")
	require.False(t, h.desk.CheckIns[0].Print)
	require.Empty(t, h.desk.Printer.Printed)
	h.Press("Ctrl+P", "Ctrl+P")
	require.Equal(t, []string{"1A-001"}, h.desk.Printer.Printed)
	require.Equal(t, []string{"ticket-1"}, h.desk.Printer.Copies)
}

func TestADeskWithoutAPrinterSaysNothingOfOne(t *testing.T) {
	h := openWindow(t)
	h.Types("ktp hil")
	h.Press("F9", "Ctrl+P")
	require.False(t, h.desk.CheckIns[0].Print)
	require.NotContains(t, h.foot(), "rinter")
	require.Contains(t, h.note(), "Printer belum diatur")
}
